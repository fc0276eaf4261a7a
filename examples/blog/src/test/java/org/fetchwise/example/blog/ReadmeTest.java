package org.fetchwise.example.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.example.blog.QComment.COMMENT;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.expr.Functions.prefetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.fetchwise.Database;
import org.fetchwise.example.blog.data.BlogData;
import org.fetchwise.spi.QueryListener;
import org.fetchwise.spi.QueryStart;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The README's code is this code, and its SQL is what this code sends. */
class ReadmeTest {
    private static final Path BLOG = Path.of(System.getProperty("basedir", "examples/blog"));
    private static final Path README = BLOG.resolve("../../README.md");
    private static final Path SOURCE = BLOG.resolve("src/test/java/org/fetchwise/example/blog/ReadmeTest.java");

    private final List<String> printed = new ArrayList<>();

    @SuppressWarnings("unused") // compiling it is the test
    private void connect() {
        Database db = Database.connect("jdbc:h2:mem:blog");
        Posts posts = db.querySet(Posts.class);
        Comments comments = db.querySet(Comments.class);
        read(posts, comments);
    }

    private void read(Posts posts, Comments comments) {
        for (Comment comment : comments.approved().limit(100)) {
            print(comment.getUser().getName());
        }

        record Card(String title, String author, long comments) {}

        List<Card> cards = posts.filter(POST.author().id.eq(1), POST.comments().any(COMMENT.isApproved))
                .orderBy(POST.title)
                .values(POST.title, POST.author().name, POST.comments().count())
                .into(Card::new)
                .list();
        assertThat(cards).isNotEmpty().extracting(Card::comments).doesNotContain(0L);

        var latest = prefetch(
                POST.comments(),
                comments.approved().newestFirst().only(COMMENT.text).limit(3));
        for (Post post : posts.published().only(POST.title).prefetchRelated(latest)) {
            print(post.getTitle() + ": " + latest.of(post).size());
        }
    }

    private void print(String line) {
        printed.add(line);
    }

    @Test
    void readmesCode_isThisCode() throws IOException {
        String source = onOneLine(Files.readString(SOURCE));

        assertThat(blocks("java"))
                .hasSize(4)
                .allSatisfy(code -> assertThat(source).contains(onOneLine(code)));
    }

    @Test
    void readmesStatements_areThoseOfThisCode() throws IOException {
        List<String> statements = new ArrayList<>();
        JdbcDataSource connections = new JdbcDataSource();
        connections.setURL("jdbc:h2:mem:readme;DB_CLOSE_DELAY=-1");
        Database db = Database.of(connections).withListener(new QueryListener() {
            @Override
            public void started(QueryStart start) {
                statements.add(start.text());
            }
        });
        db.schema().create();
        new BlogData(60, BlogData.SEED).insertInto(connections);
        statements.clear();

        read(db.querySet(Posts.class), db.querySet(Comments.class));

        assertThat(printed).hasSizeGreaterThan(100);
        assertThat(blocks("sql").stream().map(ReadmeTest::onOneLine)).containsExactlyElementsOf(statements);
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
                .matcher(Files.readString(README))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String onOneLine(String statement) {
        return statement.replaceAll("\\s+", " ");
    }
}
