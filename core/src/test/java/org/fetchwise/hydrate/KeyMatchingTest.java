package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fetchwise.compile.QueryCompiler;
import org.fetchwise.dialect.RealDatabase;
import org.fetchwise.hydrate.shelf.Book;
import org.fetchwise.hydrate.shelf.Publisher;
import org.fetchwise.hydrate.shelf.QBook;
import org.fetchwise.hydrate.shelf.QPublisher;
import org.fetchwise.query.ColumnChoice;
import org.fetchwise.query.Path;
import org.fetchwise.query.Prefetching;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Slice;
import org.fetchwise.query.Term;
import org.fetchwise.servers.Engine;
import org.fetchwise.spi.Cause;
import org.fetchwise.sql.SortKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts are equal, the database says: rows find their owners whatever the collation makes of case, accents and blanks. */
class KeyMatchingTest {
    private static final Cause CAUSE = new Cause.Terminal("list");
    private static final Path BOOKS = Path.of(QPublisher.META).then(QPublisher.META.relation("books"));

    /** The publishers {@code oup} and {@code cup}; book 1 refers to {@code oup}, book 2 to another spelling of it, book 3 to none. */
    private static QueryRunner open(RealDatabase database, String setup, String type, String spelling) {
        if (!setup.isEmpty()) {
            database.execute(setup);
        }
        String publisher = database.dialect().quote("Publisher");
        String book = database.dialect().quote("Book");
        database.execute(
                "CREATE TABLE " + publisher + " (code " + type + " PRIMARY KEY, city VARCHAR(20))",
                "CREATE TABLE " + book + " (id BIGINT PRIMARY KEY, title VARCHAR(20), summary VARCHAR(20), pages INT,"
                        + " author_id BIGINT, publisher_code " + type + ", sequel_of_id BIGINT)",
                "INSERT INTO " + publisher + " VALUES ('oup', 'Oxford'), ('cup', 'Cambridge')",
                "INSERT INTO " + book
                        + " (id, title, pages, author_id, publisher_code) VALUES (1, 'One', 100, 1, 'oup'),"
                        + " (2, 'Two', 200, 1, '" + spelling + "'), (3, 'Three', 300, 1, NULL)");
        QueryCompiler compiler = new QueryCompiler(database.dialect(), Instant::now);
        return new QueryRunner(compiler::bind, database.executor(), ReadSettings.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "H2         | ``| VARCHAR_IGNORECASE(10)                         | OUP",
                "H2         | ``| CHAR(10)                                       | oup",
                "SQLITE     | ``| VARCHAR(10) COLLATE NOCASE                     | Oup",
                "SQLITE     | ``| VARCHAR(10) COLLATE RTRIM                      | `oup  `",
                "POSTGRESQL | ``| CHAR(10)                                       | oup",
                "POSTGRESQL | CREATE COLLATION ci (provider = icu, locale = 'und-u-ks-level1', deterministic = false)"
                        + " | VARCHAR(10) COLLATE ci | Öup",
                "POSTGRESQL | CREATE COLLATION ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false)"
                        + " | CHAR(10) COLLATE ci | OUP",
                "POSTGRESQL | CREATE TYPE house AS ENUM ('oup', 'cup') | house | oup",
                "MARIADB    | ``| VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci | ÖUP",
                "MARIADB    | ``| VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci    | `Oup  `",
                "MARIADB    | ``| CHAR(10) CHARACTER SET latin1 COLLATE latin1_swedish_ci | OUP"
            })
    void texts_findTheirOwners(Engine engine, String setup, String type, String spelling) {
        try (RealDatabase database = RealDatabase.open(engine)) {
            QueryRunner runner = open(database, setup, type, spelling);

            List<Publisher> houses = runner.list(Query.of(QPublisher.META), CAUSE, null);
            assertThat(numbers(houses, "Oxford")).containsExactlyInAnyOrder(1L, 2L);
            assertThat(numbers(houses, "Cambridge")).isEmpty();

            List<Publisher> counted = runner.list(Query.of(QPublisher.META), CAUSE, null);
            assertThat(counted)
                    .extracting(
                            house -> house.getCity() + " " + house.getBooks().size())
                    .containsExactlyInAnyOrder("Oxford 2", "Cambridge 0");

            List<Book> books = runner.list(Query.of(QBook.META), CAUSE, null);
            assertThat(books)
                    .extracting(book -> book.getPublisher() == null
                            ? "-"
                            : book.getPublisher().getCity())
                    .containsExactlyInAnyOrder("Oxford", "Oxford", "-");
            assertThat(books.stream().map(Book::getPublisher).distinct()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H2         | VARCHAR_IGNORECASE(10)     | OUP",
                "SQLITE     | VARCHAR(10) COLLATE NOCASE | OUP",
                "POSTGRESQL | CHAR(10)                   | oup",
                "MARIADB    | VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci | OUP"
            })
    void slicesAndDeferredColumns_findTheirOwners(Engine engine, String type, String spelling) {
        try (RealDatabase database = RealDatabase.open(engine)) {
            QueryRunner runner = open(database, "", type, spelling);
            Query first = Query.of(QBook.META)
                    .orderedBy(List.of(new Term.Order(Term.key(Path.of(QBook.META)), true, SortKey.Nulls.DEFAULT)))
                    .withSlice(Slice.NONE.limited(1));
            Term.Column code = new Term.Column(
                    Path.of(QPublisher.META), QPublisher.META.key().first());
            Query codes = Query.of(QPublisher.META)
                    .withProjection(new Projection.Entities(ColumnChoice.only(List.of(code)), List.of()))
                    .withPrefetches(List.of(new Prefetching(BOOKS, first, null)));
            List<Publisher> houses = runner.list(codes, CAUSE, null);
            assertThat(numbers(houses, "Oxford")).containsExactly(2L);
            assertThat(numbers(houses, "Cambridge")).isEmpty();
        }
    }

    private static List<Long> numbers(List<Publisher> houses, String city) {
        List<Long> numbers = new ArrayList<>();
        for (Publisher house : houses) {
            if (house.getCity().equals(city)) {
                house.getBooks().forEach(book -> numbers.add(book.getId()));
            }
        }
        return numbers;
    }
}
