package org.fetchwise.blackbox.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.processor.Compilation.shop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Queries that are wrong and must not compile, as {@code misuses.txt} has them: a statement, and below it the first
 * line of what the compiler says. So the messages stay readable, too.
 */
final class MisuseTest {
    private static final String[] MODEL = {
        shop("@Entity public class User { @Id private Long id; String name; }"),
        shop("@Entity public class Tag { @Id private Long id; String name; }"),
        shop("@Entity public class Comment { @Id private Long id; String text; boolean isApproved; "
                + "@ManyToOne private User user; "
                + "@ManyToOne private Post post; User getUser() { return user; } "
                + "Post getPost() { return post; } }"),
        shop("@Entity public class Post { @Id private Long id; String title; int viewCount; boolean published; "
                + "boolean isFeatured; Instant createdAt; @ManyToOne private User author; "
                + "@OneToMany(mappedBy = \"post\") private List<Comment> comments; @ManyToMany private List<Tag> tags; "
                + "User getAuthor() { return author; } List<Comment> getComments() { return comments; } "
                + "List<Tag> getTags() { return tags; } }"),
        shop("import org.fetchwise.QuerySet; public interface Posts extends QuerySet<Post, Posts> { "
                + "default Posts published() { return filter(QPost.POST.published); } }"),
        shop("import org.fetchwise.QuerySet; public interface Tags extends QuerySet<Tag, Tags> {}")
    };

    private static final String USE =
            "import static org.fetchwise.expr.Functions.*; import static shop.QComment.COMMENT; "
                    + "import static shop.QPost.POST; import static shop.QUser.USER; import org.fetchwise.Row; "
                    + "abstract class Use { "
                    + "record Card(String title, Long id) {} record Small(String title, int id) {} "
                    + "Posts posts; Tags tags; Post post; User user; Row row; ";

    /**
     * A statement that must not compile.
     *
     * @param line the line of its source
     * @param statement the statement
     * @param message the first line of the message
     */
    record Misuse(int line, String statement, String message) {
        @Override
        public String toString() {
            return statement;
        }
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void doesNotCompile(Misuse misuse) {
        List<String> messages = Compiled.ERRORS.stream()
                .filter(error -> error.startsWith(misuse.line + ": "))
                .map(error -> error.lines().findFirst().orElseThrow())
                .toList();

        assertThat(messages).containsExactly(misuse.line + ": " + misuse.message);
    }

    /** Without it, one broken model would make every misuse fail to compile. */
    @Test
    void theModelCompiles() {
        Compilation.Result result = Compilation.of(MODEL)
                .with(shop(USE + "void use() { posts.published().filter(POST.author().name.eq(\"ann\")); } }"))
                .run();

        assertThat(result.errors()).isEmpty();
    }

    static Stream<Misuse> misuses() {
        List<String[]> parts = Compiled.PARTS;
        return IntStream.range(0, parts.size())
                .mapToObj(
                        at -> new Misuse(at + 2, parts.get(at)[0], parts.get(at).length == 1 ? "" : parts.get(at)[1]));
    }

    /** All misuses, compiled together: each in a method and on a line of its own. */
    private static final class Compiled {
        static final List<String[]> PARTS = read();
        static final List<String> ERRORS = errors();

        private static List<String> errors() {
            StringBuilder source = new StringBuilder(USE);
            for (int at = 0; at < PARTS.size(); at++) {
                source.append("\nvoid use")
                        .append(at)
                        .append("() { ")
                        .append(PARTS.get(at)[0])
                        .append(" }");
            }
            return Compilation.of(MODEL).with(shop(source + "\n}")).run().errors();
        }

        private static List<String[]> read() {
            try (InputStream file = MisuseTest.class.getResourceAsStream("misuses.txt")) {
                String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
                return Stream.of(text.strip().split("\n\n"))
                        .map(part -> part.split("\n", 2))
                        .toList();
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        }
    }
}
