package org.fetchwise.blackbox;

/** The rows that most tests read, small enough to count by hand. */
final class LibraryRows {
    static final String NORTH = "11111111-1111-4111-8111-111111111111";
    static final String SOUTH = "22222222-2222-4222-8222-222222222222";
    static final String EMPTY_HOUSE = "33333333-3333-4333-8333-333333333333";

    private LibraryRows() {}

    /** Dan has no books; Bert and Dan have no biography; Gamma has no tags; Delta no publisher, genre or review. */
    static final String ALL = """
        INSERT INTO "author" ("id", "name", "email", "active", "born_on", "mentor_id") VALUES
            (1, 'Ada', 'ada@example.org', TRUE, '1950-01-10', NULL);
        INSERT INTO "author" ("id", "name", "email", "active", "born_on", "mentor_id") VALUES
            (2, 'Bert', NULL, TRUE, '1960-05-05', 1),
            (3, 'Cleo', 'cleo@example.org', FALSE, NULL, 1);
        INSERT INTO "author" ("id", "name", "email", "active", "born_on", "mentor_id") VALUES
            (4, 'Dan', 'dan@example.org', TRUE, '1971-12-31', 2);
        INSERT INTO "biography" ("id", "author_id", "content") VALUES
            (1, 1, 'Ada lived long.'),
            (2, 3, 'Cleo travelled.');
        INSERT INTO "publisher" ("id", "name", "city") VALUES
            ('11111111-1111-4111-8111-111111111111', 'North', 'Oslo'),
            ('22222222-2222-4222-8222-222222222222', 'South', NULL),
            ('33333333-3333-4333-8333-333333333333', 'Empty', 'Rome');
        INSERT INTO "genre" ("code", "title") VALUES ('sf', 'Science fiction'), ('cr', 'Crime');
        INSERT INTO "tag" ("id", "label") VALUES (1, 'new'), (2, 'classic'), (3, 'unused');
        INSERT INTO "book" ("id", "title", "isbn", "pages", "rating", "price", "published", "published_on", "format", "summary",
                "author_id", "publisher_id", "genre_code", "prequel_id") VALUES
            (1, 'Alpha', '111', 100, 4.5, 10.00, TRUE, '2001-01-01', 'HARDCOVER', 'First.',
                1, '11111111-1111-4111-8111-111111111111', 'sf', NULL);
        INSERT INTO "book" ("id", "title", "isbn", "pages", "rating", "price", "published", "published_on", "format", "summary",
                "author_id", "publisher_id", "genre_code", "prequel_id") VALUES
            (2, 'Beta', '222', 200, NULL, 20.50, TRUE, '2002-02-02', 'PAPERBACK', 'Second.',
                1, '11111111-1111-4111-8111-111111111111', 'cr', 1),
            (3, 'gamma', '333', 300, 3.0, 5.25, FALSE, NULL, 'EBOOK', NULL,
                2, '22222222-2222-4222-8222-222222222222', 'sf', NULL),
            (4, 'Delta_50%', '444', 400, 5.0, 99.99, TRUE, '2004-04-04', 'PAPERBACK', 'Fourth.',
                2, NULL, NULL, NULL);
        INSERT INTO "book" ("id", "title", "isbn", "pages", "rating", "price", "published", "published_on", "format", "summary",
                "author_id", "publisher_id", "genre_code", "prequel_id") VALUES
            (5, 'Alphabet', '555', 50, NULL, 1.00, FALSE, NULL, 'EBOOK', 'Fifth.',
                3, '22222222-2222-4222-8222-222222222222', 'cr', 2);
        INSERT INTO "book_tag" ("book_id", "tag_id") VALUES (1, 1), (1, 2), (2, 1), (4, 2), (5, 1), (5, 2);
        INSERT INTO "review" ("id", "book_id", "reviewer_id", "stars", "remark", "written_at") VALUES
            (1, 1, 2, 5, 'great', '2021-01-01T10:00:00.000000Z'),
            (2, 1, 3, 3, NULL, '2021-01-02T10:00:00.000000Z'),
            (3, 1, NULL, 4, 'fine', '2021-01-03T10:00:00.000000Z'),
            (4, 2, 2, 2, 'meh', '2021-01-04T10:00:00.000000Z'),
            (5, 3, 1, 5, 'great', '2021-01-05T10:00:00.000000Z'),
            (6, 5, 1, 1, NULL, '2021-01-06T10:00:00.000000Z');
        """;
}
