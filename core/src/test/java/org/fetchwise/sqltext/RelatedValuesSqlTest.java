package org.fetchwise.sqltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.domain.QReview.REVIEW;
import static org.fetchwise.domain.QTag.TAG;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.fetchwise.Values;
import org.fetchwise.compile.QueryCompiler;
import org.fetchwise.dialect.Dialect;
import org.junit.jupiter.api.Test;

/** What is taken of related rows: the statement of the rows has the key, and the lists are statements of their own. */
class RelatedValuesSqlTest extends SqlTest {
    private static final Values<?, ?> CARDS = DB.objects(AUTHOR)
            .filter(AUTHOR.active)
            .values(
                    AUTHOR.name,
                    AUTHOR.books()
                            .list(BOOKS.orderBy(BOOK.title)
                                    .limit(2)
                                    .values(BOOK.title, BOOK.tags().list(TAG.name))
                                    .into(Map::entry)),
                    AUTHOR.mentor().one(DB.objects(AUTHOR).values(AUTHOR.name)));

    @Test
    void list_isTheKeyInTheStatementOfTheRows() {
        expectSql(DB.objects(AUTHOR)
                        .values(AUTHOR.name, AUTHOR.books().list(BOOK.reviews().count())))
                .everywhere("""
                    SELECT "author"."name", "author"."id" FROM "author"
                    """)
                .gives("Ann, 1", "Ben, 2", "Cid, 3")
                .reads("author", "book", "review");
    }

    @Test
    void explain_tellsTheStatementsOfLists_ofTheirListsToo() {
        assertThat(statementsOfLists(ExpectedSql.DIALECTS.get(0))).containsExactly("""
            sql of Author.books for all rows: SELECT "part"."c1", "part"."c2", "part"."c3" FROM \
            (SELECT "book"."title" AS "c1", "book"."id" AS "c2", "book"."author_id" AS "c3", \
            ROW_NUMBER() OVER (PARTITION BY "book"."author_id" ORDER BY "book"."title") AS "n" \
            FROM "book" WHERE "book"."author_id" = ANY(?)) "part" WHERE "part"."n" <= 2 ORDER BY "part"."n"\
            """, """
            sql of Book.tags for all rows: SELECT "tag"."name", "tags_link"."book_id" \
            FROM "book_tag" "tags_link" JOIN "tag" ON "tag"."id" = "tags_link"."tag_id" \
            WHERE "tags_link"."book_id" = ANY(?)\
            """, """
            sql of Author.mentor for all rows: SELECT "author"."name", "author"."id" \
            FROM "author" WHERE "author"."id" = ANY(?)\
            """);
    }

    /** The lines behind each heading of such a statement. */
    private static List<String> statementsOfLists(Dialect dialect) {
        List<String> lines = new QueryCompiler(dialect, () -> ExpectedSql.NOW)
                .explain(CARDS.asQuery())
                .lines()
                .toList();
        List<String> found = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith("sql of ")) {
                found.add(lines.get(at) + ": " + lines.get(at + 1).strip());
            }
        }
        return Collections.unmodifiableList(found);
    }

    @Test
    void tablesOfLists_areRead() {
        QueryCompiler compiler = new QueryCompiler(ExpectedSql.DIALECTS.get(0), () -> ExpectedSql.NOW);
        assertThat(compiler.reads(CARDS.asQuery())).containsExactlyInAnyOrder("author", "book", "tag", "book_tag");
        assertThat(compiler.reads(
                        BOOKS.values(BOOK.reviews().list(REVIEW.stars)).asQuery()))
                .containsExactlyInAnyOrder("book", "review");
    }
}
