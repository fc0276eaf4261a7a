package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.OnConflict.onConflict;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QReview.REVIEW;
import static org.fetchwise.blackbox.library.QTag.TAG;
import static org.fetchwise.blackbox.library.QTicket.TICKET;
import static org.fetchwise.expr.Functions.outer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fetchwise.Database;
import org.fetchwise.OnConflict;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Books;
import org.fetchwise.blackbox.library.Review;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.blackbox.library.Ticket;
import org.fetchwise.error.QueryException;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What writes are sent as, on every database, which runs it. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class WriteSqlTest {
    private final Engine engine;
    private final QueryRecorder recorder = new QueryRecorder();
    private Library library;
    private Database database;
    private Books books;
    private QuerySet.Of<Tag> tags;

    WriteSqlTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void fill() {
        library = Library.empty(engine);
        library.execute(LibraryRows.ALL);
        if (engine == Engine.H2 || engine == Engine.POSTGRESQL) {
            library.execute("ALTER TABLE \"tag\" ALTER COLUMN \"id\" RESTART WITH 100");
        }
        database = library.database().withListener(recorder);
        books = database.querySet(Books.class);
        tags = database.objects(TAG);
    }

    @AfterEach
    void everyConnectionIsBack() throws Exception {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    /** The statements of one write, by the databases where they differ from those of the others. */
    private final class Expected {
        private final Map<Engine, List<String>> texts = new EnumMap<>(Engine.class);

        Expected everywhere(String... statements) {
            for (Engine each : Engine.values()) {
                on(each, statements);
            }
            return this;
        }

        Expected on(Engine which, String... statements) {
            texts.put(
                    which,
                    List.of(statements).stream()
                            .map(text -> text.lines().map(String::strip).collect(Collectors.joining(" ")))
                            .map(text -> which == Engine.MARIADB ? text.replace('"', '`') : text)
                            .toList());
            return this;
        }

        void of(Runnable write) {
            recorder.clear();
            write.run();
            assertThat(recorder.texts()).isEqualTo(texts.get(engine));
        }
    }

    private Expected expect() {
        return new Expected();
    }

    private static List<Tag> newTags(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    Tag tag = new Tag();
                    tag.setLabel("made " + number);
                    return tag;
                })
                .toList();
    }

    @Test
    void update() {
        expect().everywhere("""
            UPDATE "book" SET "pages" = "book"."pages" + ?, "rating" = NULL WHERE "book"."id" = ?\
            """)
                .on(Engine.H2, """
                    UPDATE "book" SET "pages" = "book"."pages" + CAST(? AS BIGINT), "rating" = NULL WHERE "book"."id" = ?\
                    """)
                .of(() -> books.filter(BOOK.id.eq(1L)).update(BOOK.pages.to(BOOK.pages.plus(1)), BOOK.rating.toNull()));
    }

    @Test
    void update_behindAJoin() {
        expect().everywhere("""
            UPDATE "book" SET "pages" = ? WHERE "book"."id" IN (SELECT "book_2"."id" FROM "book" "book_2"
            JOIN "author" ON "author"."id" = "book_2"."author_id" WHERE "author"."name" = ?)\
            """)
                .on(Engine.H2, """
                    MERGE INTO "book" USING (SELECT DISTINCT "book_2"."id" AS "v" FROM "book" "book_2"
                    JOIN "author" ON "author"."id" = "book_2"."author_id" WHERE "author"."name" = ?) "book_found"
                    ON "book"."id" = "book_found"."v" WHEN MATCHED THEN UPDATE SET "pages" = ?\
                    """)
                .of(() -> books.filter(BOOK.author().name.eq("Ada")).update(BOOK.pages.to(1)));
    }

    @Test
    void delete_bySubqueries_ofWhichTheFirstSpeaksOfEachRow() {
        expect().everywhere("""
            DELETE FROM "review" WHERE "review"."book_id" IN (SELECT "book"."id" FROM "book"
            WHERE "book"."pages" > "review"."stars") AND "review"."book_id" IN (SELECT "book_2"."id" FROM "book" "book_2"
            WHERE "book_2"."rating" IS NULL)\
            """)
                .on(Engine.MARIADB, """
                    DELETE "review" FROM "review" WHERE "review"."book_id" IN (SELECT "book"."id" FROM "book"
                    WHERE "book"."pages" > "review"."stars") AND "review"."book_id" IN (SELECT "book_2"."id"
                    FROM "book" "book_2" WHERE "book_2"."rating" IS NULL)\
                    """)
                .on(Engine.H2, """
                    MERGE INTO "review" USING (SELECT DISTINCT "book_2"."id" AS "v" FROM "book" "book_2"
                    WHERE "book_2"."rating" IS NULL) "review_found" ON "review"."book_id" = "review_found"."v"
                    AND "review"."book_id" IN (SELECT "book"."id" FROM "book" WHERE "book"."pages" > "review"."stars")
                    WHEN MATCHED THEN DELETE\
                    """)
                .of(() -> database.objects(REVIEW)
                        .filter(
                                REVIEW.book().isIn(books.filter(BOOK.pages.gt(outer(REVIEW.stars)))),
                                REVIEW.book().isIn(books.filter(BOOK.rating.isNull())))
                        .delete());
    }

    @Test
    void delete_ofWhatNothingRefersTo() {
        expect().everywhere("""
            DELETE FROM "review" WHERE "review"."stars" < ?\
            """)
                .on(Engine.MARIADB, """
                    DELETE "review" FROM "review" WHERE "review"."stars" < ?\
                    """)
                .of(() -> database.objects(REVIEW).filter(REVIEW.stars.lt(3)).delete());
    }

    @Test
    void update_ofRowsByKeys() {
        expect().on(Engine.POSTGRESQL, """
            UPDATE "book" SET "pages" = ? WHERE "book"."id" = ANY(?)\
            """)
                .on(Engine.SQLITE, """
                    UPDATE "book" SET "pages" = ? WHERE "book"."id" IN (SELECT value FROM json_each(?))\
                    """)
                .on(Engine.MARIADB, """
                    UPDATE "book" SET "pages" = ? WHERE "book"."id" IN (SELECT "value" FROM
                    (SELECT "value" FROM JSON_TABLE(?, '$[*]' COLUMNS ("value" BIGINT PATH '$')) AS "list"
                    LIMIT 18446744073709551615) AS "keys")\
                    """)
                .on(Engine.H2, """
                    MERGE INTO "book" USING UNNEST(CAST(? AS BIGINT ARRAY)) WITH ORDINALITY AS "list0"("v", "n")
                    ON "book"."id" = "list0"."v" WHEN MATCHED THEN UPDATE SET "pages" = ?\
                    """)
                .of(() -> books.filter(BOOK.id.isIn(1L, 2L, 1L)).update(BOOK.pages.to(1)));
    }

    @Test
    void delete_ofRowsByForeignKeys() {
        expect().on(Engine.POSTGRESQL, """
            DELETE FROM "review" WHERE "review"."book_id" = ANY(?) AND "review"."stars" < ?\
            """)
                .on(Engine.SQLITE, """
                    DELETE FROM "review" WHERE "review"."book_id" IN (SELECT value FROM json_each(?))
                    AND "review"."stars" < ?\
                    """)
                .on(Engine.MARIADB, """
                    DELETE "review" FROM "review" WHERE "review"."book_id" IN (SELECT "value" FROM
                    (SELECT "value" FROM JSON_TABLE(?, '$[*]' COLUMNS ("value" BIGINT PATH '$')) AS "list"
                    LIMIT 18446744073709551615) AS "keys") AND "review"."stars" < ?\
                    """)
                .on(Engine.H2, """
                    MERGE INTO "review" USING UNNEST(CAST(? AS BIGINT ARRAY)) WITH ORDINALITY AS "list0"("v", "n")
                    ON "review"."book_id" = "list0"."v" AND "review"."stars" < ? WHEN MATCHED THEN DELETE\
                    """)
                .of(() -> database.objects(REVIEW)
                        .filter(REVIEW.book().id.isIn(1L, 2L), REVIEW.stars.lt(3))
                        .delete());
    }

    @Test
    void delete_ofRowsByValues_thatNoIndexFinds_readsTheTableOnce() {
        expect().on(Engine.POSTGRESQL, """
            DELETE FROM "review" WHERE "review"."stars" = ANY(?)\
            """)
                .on(Engine.SQLITE, """
                    DELETE FROM "review" WHERE "review"."stars" IN (SELECT value FROM json_each(?))\
                    """)
                .on(Engine.MARIADB, """
                    DELETE "review" FROM "review" WHERE "review"."stars" IN (SELECT "value" FROM
                    (SELECT "value" FROM JSON_TABLE(?, '$[*]' COLUMNS ("value" BIGINT PATH '$')) AS "list"
                    LIMIT 18446744073709551615) AS "keys")\
                    """)
                .on(Engine.H2, """
                    DELETE FROM "review" WHERE "review"."stars" = ANY(CAST(? AS BIGINT ARRAY))\
                    """)
                .of(() ->
                        database.objects(REVIEW).filter(REVIEW.stars.isIn(1, 2)).delete());
    }

    @Test
    void explanations_runNothing_andTellWhatIsSent() {
        books.update(BOOK.prequel().toNull());
        QuerySet<Review, ?> poor = database.objects(REVIEW).filter(REVIEW.stars.lt(3));
        Books ofAda = books.filter(BOOK.author().name.eq("Ada"));
        recorder.clear();

        String update = ofAda.explainUpdate(BOOK.pages.to(1));
        String plain = poor.explainDelete();
        String cascade = ofAda.explainDelete();
        String none = ofAda.none().explainDelete();

        assertThat(recorder.texts()).isEmpty();
        assertThat(none)
                .isEqualTo("change\n    Book.objects.filter(author.name = ?).none().delete()\nwrites\n    nothing\n");
        assertThat(update).contains("1. update of Book\n").endsWith("writes\n    book\n");
        assertThat(plain).contains("1. deletion of Review\n").endsWith("writes\n    review\n");
        assertThat(cascade)
                .contains(
                        "1. keys of Book\n",
                        "2. keys of Book through Book.prequel, PROTECT\n",
                        "3. deletion of Book_tags\n",
                        "4. deletion of Review through Review.book, CASCADE\n",
                        "5. deletion of Book\n")
                .endsWith("writes\n    book, book_tag, review\n");
        sends(update, () -> ofAda.update(BOOK.pages.to(1)));
        sends(plain, poor::delete);
        sends(cascade, ofAda::delete);
    }

    @Test
    void explanationsOfBulkWrites_runNothing_andTellWhatIsSent() {
        List<Tag> given = tags.filter(TAG.id.le(2)).list();
        List<Tag> fresh = newTags(2);
        OnConflict<Tag> leave = OnConflict.<Tag>onConflict().ignore();
        recorder.clear();

        String create = tags.explainBulkCreate(fresh);
        String withoutKeys = tags.withoutKeys().explainBulkCreate(fresh);
        String upsert = tags.explainBulkUpsert(fresh, onConflict(TAG.label).update(TAG.label));
        String left = tags.explainBulkUpsert(fresh, leave);
        String update = tags.explainBulkUpdate(given, List.of(TAG.label));

        assertThat(recorder.texts()).isEmpty();
        assertThat(fresh).extracting(Tag::getId).containsOnlyNulls();
        assertThat(create)
                .startsWith("""
                    change
                        Tag.objects.bulkCreate of 2 objects
                    form
                        a parameter for each value; at most\
                    """)
                .contains("grow in the order of the rows\n", "1. insert of 2 Tag\n")
                .endsWith("writes\n    tag\n");
        assertThat(withoutKeys).contains("nothing is asked for");
        assertThat(upsert).contains("tells how many rows were there").endsWith("writes\n    tag\n");
        assertThat(update).contains("each row is found by id\n", "1. update of 2 Tag\n");
        sends(create, () -> tags.bulkCreate(fresh));
        sends(withoutKeys, () -> tags.withoutKeys().bulkCreate(List.of(labelled("other"), labelled("another"))));
        sends(upsert, () -> tags.bulkUpsert(newTags(2), onConflict(TAG.label).update(TAG.label)));
        sends(left, () -> tags.bulkUpsert(newTags(2), leave));
        sends(update, () -> tags.bulkUpdate(given, List.of(TAG.label)));
        assertThat(tags.explainBulkCreate(List.of()))
                .isEqualTo("change\n    Tag.objects.bulkCreate of 0 objects\nwrites\n    nothing\n");
    }

    private static Tag labelled(String label) {
        Tag tag = new Tag();
        tag.setLabel(label);
        return tag;
    }

    @Test
    void explanations_ofManyRows_showTheFirst() {
        List<Tag> made = tags.bulkCreate(newTags(2_500));
        boolean asLists = engine == Engine.POSTGRESQL;

        String create = tags.explainBulkCreate(newTags(2_500));
        String update = tags.explainBulkUpdate(made, List.of(TAG.label));

        assertThat(create)
                .contains(
                        asLists
                                ? "a list for each column, so that any number of rows is the same text; at most 10,000"
                                        + " rows"
                                : "a parameter for each value; at most 1,000 rows",
                        asLists
                                ? "1. insert of 2,500 Tag\n"
                                : "1. insert of 1,000 Tag, of which 2 are shown, 2 times\n")
                .hasSizeLessThan(1_000);
        assertThat(update)
                .contains(
                        switch (engine) {
                            case H2, MARIADB -> "1. update of 1,000 Tag, of which 2 are shown, 2 times\n";
                            case SQLITE -> "1. update of 500 Tag, of which 2 are shown, 5 times\n";
                            case POSTGRESQL -> "1. update of 2,500 Tag\n";
                        })
                .hasSizeLessThan(1_000);
    }

    @Test
    void explanations_takeTheBatchSizeOfTheWrite() {
        List<Tag> made = tags.bulkCreate(newTags(5));
        OnConflict<Tag> conflict = onConflict(TAG.label).update(TAG.label);

        String create = tags.explainBulkCreate(newTags(4), 2);
        String upsert = tags.explainBulkUpsert(made, conflict, 2);
        String update = tags.explainBulkUpdate(made, List.of(TAG.label), 2);

        assertThat(List.of(create, upsert, update)).allMatch(text -> text.contains("at most 2 rows at a time"));
        assertThat(create).contains("1. insert of 2 Tag, 2 times\n");
        assertThat(upsert).contains("upsert of 2 Tag, 2 times\n", "upsert of 1 Tag\n");
        assertThat(update).contains("1. update of 2 Tag, 2 times\n", "2. update of 1 Tag\n");
        recorder.clear();
        tags.bulkUpdate(made, List.of(TAG.label), 2);
        assertThat(recorder.texts()).hasSize(3);
        assertThatThrownBy(() -> tags.explainBulkCreate(made, 0))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("at least 1 row");
    }

    @Test
    void explanations_takeNoKeys_andTellHowTheyAreTaken() {
        List<Ticket> given = List.of(new Ticket(), new Ticket());
        recorder.clear();
        String create = database.objects(TICKET).explainBulkCreate(given);
        assertThat(recorder.texts()).isEmpty();
        assertThat(create)
                .contains("the keys are known before", "1. keys of Ticket, ", " at a time, where none are left\n")
                .contains(". insert of 2 Ticket\n")
                .endsWith("writes\n    Ticket\n");
    }

    /** Compares an explanation with the statements of the write itself. */
    private void sends(String explanation, Runnable write) {
        List<String> explained = explanation
                .substring(explanation.indexOf("1. "), explanation.indexOf("writes\n"))
                .lines()
                .filter(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
        recorder.clear();
        write.run();
        assertThat(recorder.texts()).isEqualTo(explained);
    }

    @Test
    void create() {
        expect().everywhere("""
            INSERT INTO "tag" ("label") VALUES (?) RETURNING "id\"\
            """)
                .on(Engine.H2, """
                    SELECT "id" FROM FINAL TABLE (INSERT INTO "tag" ("label") VALUES (?))\
                    """)
                .of(() -> tags.create(newTags(1).getFirst()));
    }

    @Test
    void bulkCreate() {
        expect().everywhere("""
            INSERT INTO "tag" ("label") VALUES (?), (?) RETURNING "id\"\
            """).on(Engine.H2, """
                SELECT "id" FROM FINAL TABLE (INSERT INTO "tag" ("label") VALUES (?), (?))\
                """).of(() -> tags.bulkCreate(newTags(2)));
    }

    @Test
    void bulkCreate_ofManyRows_withoutKeys() {
        expect().everywhere("""
            INSERT INTO "tag" ("label") VALUES (?), (?), (?), (?), (?), (?), (?), (?), (?)\
            """)
                .on(Engine.POSTGRESQL, """
                    INSERT INTO "tag" ("label") SELECT "c0" FROM UNNEST(CAST(? AS TEXT[])) WITH ORDINALITY
                    AS "given"("c0", "n") ORDER BY "n\"\
                    """)
                .of(() -> tags.withoutKeys().bulkCreate(newTags(9)));
    }

    @Test
    void bulkUpsert_thatUpdates() {
        expect().on(Engine.POSTGRESQL, """
            WITH "written" AS (INSERT INTO "tag" ("label") VALUES (?), (?) ON CONFLICT ("label") DO UPDATE
            SET "label" = "excluded"."label" RETURNING xmax <> 0 AS "found")
            SELECT COUNT(*) FILTER (WHERE "found") FROM "written\"\
            """)
                .on(Engine.SQLITE, """
                    INSERT INTO "tag" ("label") VALUES (CASE WHEN FETCHWISE_FOUND(0) = 0 THEN ? END), (?)
                    ON CONFLICT ("label") DO UPDATE SET "label" = "excluded"."label"
                    WHERE FETCHWISE_FOUND(1) > 0 RETURNING FETCHWISE_FOUND()\
                    """)
                .on(Engine.MARIADB, """
                    INSERT INTO "tag" ("label") VALUES (CASE WHEN (@"found" := 0) = 0 THEN ? END), (?)
                    ON DUPLICATE KEY UPDATE "id" = CASE WHEN ("label" <=> VALUES("label")
                    OR 18446744073709551615 + (@"found" + 1) > 0) AND (@"found" := @"found" + 1) > 0 THEN "id" END,
                    "label" = VALUES("label") RETURNING @"found\"\
                    """)
                .on(Engine.H2, """
                    SELECT COUNT(*) FROM OLD TABLE (MERGE INTO "tag" USING (VALUES (CAST(? AS VARCHAR)), (CAST(? AS VARCHAR)))
                    AS "excluded"("label") ON "tag"."label" = "excluded"."label"
                    WHEN MATCHED THEN UPDATE SET "label" = "excluded"."label"
                    WHEN NOT MATCHED THEN INSERT ("label") VALUES ("excluded"."label"))\
                    """)
                .of(() -> tags.bulkUpsert(newTags(2), onConflict(TAG.label).update(TAG.label)));
    }

    @Test
    void bulkUpsert_thatLeavesWhatIsThere() {
        expect().everywhere("""
            INSERT INTO "tag" ("label") VALUES (?) ON CONFLICT DO NOTHING\
            """)
                .on(Engine.MARIADB, """
                    INSERT INTO "tag" ("label") VALUES (CASE WHEN (@"found" := 0) = 0 THEN ? END)
                    ON DUPLICATE KEY UPDATE "id" = CASE WHEN (@"found" := @"found" + 1) > 0 THEN "id" END
                    RETURNING @"found\"\
                    """)
                .on(Engine.H2, """
                    INSERT INTO "tag" ("label") SELECT * FROM (VALUES (CAST(? AS VARCHAR))) AS "excluded"("label")
                    WHERE NOT EXISTS (SELECT 1 FROM "tag" WHERE "tag"."label" = "excluded"."label")\
                    """)
                .of(() ->
                        tags.bulkUpsert(newTags(1), OnConflict.<Tag>onConflict().ignore()));
    }

    @Test
    void bulkUpdate() {
        List<Tag> given = tags.filter(TAG.id.le(2)).list();
        expect().everywhere("""
            UPDATE "tag" AS "target" SET "label" = "given"."label" FROM (SELECT CAST(? AS INTEGER) AS "id",
            CAST(? AS TEXT) AS "label" UNION ALL SELECT CAST(? AS INTEGER), CAST(? AS TEXT)) AS "given"
            WHERE "target"."id" = "given"."id\"\
            """)
                .on(Engine.POSTGRESQL, """
                    UPDATE "tag" AS "target" SET "label" = "given"."label" FROM (SELECT CAST(? AS INTEGER) AS "id",
                    CAST(? AS TEXT) AS "label" UNION ALL VALUES (CAST(? AS INTEGER), CAST(? AS TEXT))) AS "given"
                    WHERE "target"."id" = "given"."id\"\
                    """)
                .on(Engine.MARIADB, """
                    UPDATE "tag" AS "target" JOIN (SELECT CAST(? AS SIGNED) AS "id", CAST(? AS CHAR) AS "label"
                    UNION ALL VALUES (CAST(? AS SIGNED), CAST(? AS CHAR))) AS "given" ON "target"."id" = "given"."id"
                    SET "target"."label" = "given"."label\"\
                    """)
                .on(Engine.H2, """
                    MERGE INTO "tag" AS "target" USING (SELECT CAST(? AS INTEGER) AS "id", CAST(? AS VARCHAR) AS "label"
                    UNION ALL VALUES (CAST(? AS INTEGER), CAST(? AS VARCHAR))) AS "given" ON "target"."id" = "given"."id"
                    WHEN MATCHED THEN UPDATE SET "label" = "given"."label\"\
                    """)
                .of(() -> tags.bulkUpdate(given, List.of(TAG.label)));
    }

    @Test
    void inChunks() {
        String end = """
            SELECT "tag"."id" FROM "tag" ORDER BY "tag"."id" LIMIT 1 OFFSET ?\
            """;
        String next = """
            SELECT "tag"."id" FROM "tag" WHERE "tag"."id" > ? ORDER BY "tag"."id" LIMIT 1 OFFSET ?\
            """;
        expect().everywhere(end, """
            UPDATE "tag" SET "label" = "tag"."label" WHERE "tag"."id" <= ?\
            """, next, """
            UPDATE "tag" SET "label" = "tag"."label" WHERE "tag"."id" > ?\
            """).of(() -> tags.inChunks(2).update(TAG.label.to(TAG.label)));
    }

    @Test
    void links() {
        expect().everywhere("""
            INSERT INTO "book_tag" ("book_id", "tag_id") SELECT ?, "target"."id" FROM "tag" "target"
            WHERE "target"."id" = ANY(?) AND NOT EXISTS (SELECT 1 FROM "book_tag" "link"
            WHERE "link"."book_id" = ? AND "link"."tag_id" = "target"."id")\
            """)
                .on(Engine.H2, """
                    INSERT INTO "book_tag" ("book_id", "tag_id") SELECT CAST(? AS BIGINT), "target"."id"
                    FROM UNNEST(CAST(? AS INTEGER ARRAY)) WITH ORDINALITY AS "list1"("v", "n")
                    JOIN "tag" "target" ON "target"."id" = "list1"."v" WHERE NOT EXISTS (SELECT 1 FROM "book_tag" "link"
                    WHERE "link"."book_id" = ? AND "link"."tag_id" = "target"."id")\
                    """)
                .on(Engine.SQLITE, """
                    INSERT INTO "book_tag" ("book_id", "tag_id") SELECT ?, "target"."id" FROM "tag" "target"
                    WHERE "target"."id" IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM "book_tag" "link"
                    WHERE "link"."book_id" = ? AND "link"."tag_id" = "target"."id")\
                    """)
                .on(Engine.MARIADB, """
                    INSERT INTO "book_tag" ("book_id", "tag_id") SELECT ?, "target"."id" FROM "tag" "target"
                    WHERE "target"."id" IN (SELECT "value" FROM (SELECT "value" FROM JSON_TABLE(?, '$[*]' COLUMNS
                    ("value" BIGINT PATH '$')) AS "list" LIMIT 18446744073709551615) AS "keys")
                    AND NOT EXISTS (SELECT 1 FROM "book_tag" "link"
                    WHERE "link"."book_id" = ? AND "link"."tag_id" = "target"."id")\
                    """)
                .of(() -> database.related(books.ref(3L), BOOK.tags()).add(tags.ref(1)));
    }
}
