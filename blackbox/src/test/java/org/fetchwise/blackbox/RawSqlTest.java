package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.fetchwise.Row;
import org.fetchwise.SqlQuery;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Format;
import org.fetchwise.blackbox.library.Publisher;
import org.fetchwise.error.MultipleFoundException;
import org.fetchwise.error.NotFoundException;
import org.fetchwise.error.QueryException;
import org.fetchwise.servers.Engine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Statements in SQL: their parameters, and what their rows become. */
class RawSqlTest extends LibraryTest {
    RawSqlTest(Engine engine) {
        super(engine);
    }

    /** Books by author, with names of columns as people write them. */
    record AuthorBooks(
            String name, long bookCount, @Nullable Double averageRating) {}

    /** A book's own values. */
    record Card(
            long id,
            String title,
            BigDecimal price,
            boolean published,
            @Nullable LocalDate publishedOn,
            Format format) {}

    /** A record that wants more than a NULL. */
    record Rated(double rating) {}

    private SqlQuery sql(String text) {
        return database.sql(text);
    }

    @Test
    void rows_becomeRecords() {
        List<AuthorBooks> counted = sql("""
            SELECT a.name, COUNT(b.id) AS book_count, AVG(b.rating) AS average_rating
            FROM author a LEFT JOIN book b ON b.author_id = a.id
            WHERE a.active = :active GROUP BY a.id, a.name ORDER BY a.id
            """).bind("active", true).list(AuthorBooks.class);
        assertThat(counted)
                .containsExactly(
                        new AuthorBooks("Ada", 2, 4.5),
                        new AuthorBooks("Bert", 2, 4.0),
                        new AuthorBooks("Dan", 0, null));
    }

    @Test
    void columns_becomeTheTypesOfComponents() {
        assertThat(sql("SELECT * FROM book WHERE id IN (:ids) ORDER BY id")
                        .bind("ids", List.of(1L, 3L))
                        .list(Card.class))
                .containsExactly(
                        new Card(1, "Alpha", new BigDecimal("10.00"), true, LocalDate.of(2001, 1, 1), Format.HARDCOVER),
                        new Card(3, "gamma", new BigDecimal("5.25"), false, null, Format.EBOOK));
    }

    @Test
    void oneColumn_becomesValues() {
        assertThat(sql("SELECT title FROM book WHERE pages > :least ORDER BY id")
                        .bind("least", 200)
                        .list(String.class))
                .containsExactly("gamma", "Delta_50%");
        assertThat(sql("SELECT COUNT(*) FROM book").get(Long.class)).isEqualTo(5);
        assertThat(sql("SELECT written_at FROM review WHERE id = :id")
                        .bind("id", 2)
                        .get(Instant.class))
                .isEqualTo(Instant.parse("2021-01-02T10:00:00Z"));
        assertThat(sql("SELECT id FROM publisher WHERE city = :city")
                        .bind("city", "Oslo")
                        .get(UUID.class))
                .isEqualTo(UUID.fromString(LibraryRows.NORTH));
        assertThat(sql("SELECT rating FROM book WHERE id = 2").list(Double.class))
                .containsExactly((Double) null);
    }

    @Test
    void rows_areReadByName() {
        List<Row> rows = sql("SELECT id, title AS heading FROM book WHERE id = :id")
                .bind("id", 4)
                .list();
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().get("id")).hasToString("4");
        assertThat(rows.getFirst().get("heading")).isEqualTo("Delta_50%");
        assertThat(sql("SELECT title FROM book ORDER BY id")
                        .list(row -> String.valueOf(row.get("title")).length()))
                .containsExactly(5, 4, 5, 9, 8);
        assertThatThrownBy(() -> rows.getFirst().get("title"))
                .isInstanceOf(QueryException.class)
                .hasMessage("The row has no 'title'. It has: [id, heading]");
    }

    @Test
    void entities_loadWhatTheStatementLeftOut_forAllOfThem() {
        List<Book> found = sql("SELECT title, id, author_id FROM book WHERE id <= :last ORDER BY id")
                .bind("last", 4)
                .list(Book.class);
        assertThat(found).extracting(Book::getTitle).containsExactly("Alpha", "Beta", "gamma", "Delta_50%");
        recorder.clear();
        assertThat(found).extracting(Book::getPages).containsExactly(100, 200, 300, 400);
        assertThat(found).extracting(book -> book.getAuthor().getName()).containsExactly("Ada", "Ada", "Bert", "Bert");
        assertThat(found.get(0).getAuthor()).isSameAs(found.get(1).getAuthor());
        assertThat(recorder.texts().size()).isEqualTo(2);
    }

    @Test
    void aRowThatComesTwice_isOneObject() {
        List<Author> found = sql("SELECT a.* FROM author a JOIN book b ON b.author_id = a.id ORDER BY b.id")
                .list(Author.class);
        assertThat(found).hasSize(5);
        assertThat(found.get(0)).isSameAs(found.get(1));
    }

    @Test
    void lists_areExpanded_andAnEmptyOneFindsNothing() {
        SqlQuery among = sql("SELECT title FROM book WHERE isbn IN (:isbns) ORDER BY id");
        SqlQuery others = sql("SELECT title FROM book WHERE NOT (id > 3) AND isbn NOT IN ( :isbns ) ORDER BY id");
        assertThat(among.bind("isbns", List.of("111", "555")).list(String.class))
                .containsExactly("Alpha", "Alphabet");
        assertThat(others.bind("isbns", List.of("111")).list(String.class)).containsExactly("Beta", "gamma");
        assertThat(among.bind("isbns", List.of()).list(String.class)).isEmpty();
        assertThat(others.bind("isbns", List.of()).list(String.class)).containsExactly("Alpha", "Beta", "gamma");
    }

    @Test
    void values_areBound_whateverTheyHold() {
        String hostile = "x' OR '1'='1'; DROP TABLE book; -- :id ?";
        assertThat(sql("SELECT title FROM book WHERE title = :title")
                        .bind("title", hostile)
                        .list(String.class))
                .isEmpty();
        assertThat(sql("SELECT 'it''s :no /* :no */ ?' AS a FROM book WHERE id = :id /* :no ? */ -- :no ?")
                        .bind("id", 1)
                        .list(String.class))
                .containsExactly("it's :no /* :no */ ?");
    }

    @Test
    void streams_readLittleByLittle() {
        try (Stream<String> titles = sql("SELECT title FROM book ORDER BY id").stream(String.class)) {
            assertThat(titles.limit(2)).containsExactly("Alpha", "Beta");
        }
        try (Stream<Book> read = sql("SELECT id, title FROM book ORDER BY id").stream(Book.class)) {
            assertThat(read.map(Book::getPages)).containsExactly(100, 200, 300, 400, 50);
        }
        try (Stream<Row> rows = sql("SELECT title FROM book ORDER BY id").stream()) {
            assertThat(rows.map(row -> row.get("title"))).contains("gamma");
        }
    }

    @Test
    void oneRow_isAskedForByName() {
        SqlQuery byPages = sql("SELECT title FROM book WHERE pages >= :pages ORDER BY id");
        assertThat(byPages.bind("pages", 400).get(String.class)).isEqualTo("Delta_50%");
        assertThat(byPages.bind("pages", 100).first(String.class)).contains("Alpha");
        assertThat(byPages.bind("pages", 900).first(String.class)).isEmpty();
        assertThatThrownBy(() -> byPages.bind("pages", 900).get(String.class)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> byPages.bind("pages", 100).get(String.class))
                .isInstanceOf(MultipleFoundException.class)
                .hasMessageStartingWith("The statement gives 4 rows");
    }

    /** Of every class that a column can hold. */
    record Everything(
            byte tiny,
            short small,
            int number,
            long large,
            BigInteger count,
            BigDecimal amount,
            float single,
            double precise,
            char letter,
            Year made,
            Duration length,
            OffsetDateTime there,
            ZonedDateTime here) {}

    @Test
    void everyClass_isBoundAndRead() {
        ZonedDateTime moment = ZonedDateTime.of(2024, 2, 29, 22, 30, 0, 1_000, ZoneOffset.UTC);
        Everything given = new Everything(
                (byte) -1,
                (short) -2,
                3,
                4L,
                new BigInteger("123456789012345"),
                new BigDecimal("1.5"),
                0.5f,
                0.25,
                'x',
                Year.of(1889),
                Duration.ofSeconds(90),
                moment.toOffsetDateTime(),
                moment);
        try (Library empty = Library.empty(library.engine())) {
            empty.execute("""
                INSERT INTO specimen (id, flag_value, tiny_value, small_value, number_value, large_value, single_value,
                    precise_value, letter_value, decimal_value, duration_value, instant_value, boxed_large_value,
                    boxed_number_value)
                VALUES (1, TRUE, -1, -2, 3, 4, 0.5, 0.25, 'x', 1.5, 90000000, '2024-02-29T22:30:00.000001Z',
                    123456789012345, 1889);
                """);
            Everything read = empty.database()
                    .sql("""
                        SELECT tiny_value AS tiny, small_value AS small, number_value AS number, large_value AS large,
                            boxed_large_value AS count, decimal_value AS amount, single_value AS single,
                            precise_value AS precise, letter_value AS letter, boxed_number_value AS made,
                            duration_value AS length, instant_value AS there, instant_value AS here
                        FROM specimen
                        WHERE tiny_value = :tiny AND small_value = :small AND number_value = :number
                            AND large_value = :large AND boxed_large_value = :count AND decimal_value = :amount
                            AND single_value = :single AND precise_value = :precise AND letter_value = :letter
                            AND boxed_number_value = :made AND duration_value = :length
                            AND instant_value IN (:there, :here)
                        """)
                    .bind("tiny", given.tiny())
                    .bind("small", given.small())
                    .bind("number", given.number())
                    .bind("large", given.large())
                    .bind("count", given.count())
                    .bind("amount", given.amount())
                    .bind("single", given.single())
                    .bind("precise", given.precise())
                    .bind("letter", given.letter())
                    .bind("made", given.made())
                    .bind("length", given.length())
                    .bind("there", given.there())
                    .bind("here", given.here())
                    .get(Everything.class);
            assertThat(read)
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(given);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void bind_givesAnotherQuery() {
        SqlQuery first = sql("SELECT title FROM book WHERE id = :id").bind("id", 1);
        SqlQuery second = first.bind("id", 2);
        assertThat(first.get(String.class)).isEqualTo("Alpha");
        assertThat(second.get(String.class)).isEqualTo("Beta");
        assertThat(second).hasToString("SELECT title FROM book WHERE id = :id");
    }

    @Test
    void mistakes_areRefused_beforeAnyStatement() {
        refused(() -> sql("SELECT 1 FROM book WHERE id = :id").bind("di", 1))
                .hasMessageStartingWith("The statement has no parameter :di. It has [id].");
        refused(() -> sql("SELECT 1 FROM book WHERE id = :id").list())
                .hasMessageStartingWith("The parameter :id has no value. Call bind(\"id\", …).");
        refused(() -> sql("SELECT 1 FROM book WHERE id = :ids")
                        .bind("ids", List.of(1))
                        .list())
                .hasMessageContaining("write IN (:ids)");
        refused(() -> sql("SELECT 1 FROM book WHERE format = :format").bind("format", Format.EBOOK))
                .hasMessageContaining("Bind its name() or its ordinal()");
        refused(() -> sql("SELECT 1 FROM book WHERE id = :id").bind("id", Thread.currentThread()))
                .hasMessageContaining("java.lang.Thread, which no column holds");
        refused(() -> sql("SELECT 1 FROM book").list(Thread.class))
                .hasMessageStartingWith("A row cannot become a java.lang.Thread");
        assertThat(recorder.texts().size()).isZero();
    }

    @Test
    void columnsThatDoNotFit_areRefused_byName() {
        refused(() -> sql("SELECT name FROM author").list(AuthorBooks.class))
                .hasMessage("The result has no column 'bookCount' for the record AuthorBooks. It has: [name]. Name it"
                        + " with AS.");
        refused(() -> sql("SELECT id, name FROM author").list(String.class))
                .hasMessageStartingWith("A row of 2 columns cannot become one String");
        refused(() -> sql("SELECT title FROM book").list(Book.class))
                .hasMessageStartingWith("A Book needs its key, but the statement gives no column 'id'");
        refused(() -> sql("SELECT p.id FROM book b LEFT JOIN publisher p ON p.id = b.publisher_id WHERE b.id = 4")
                        .list(Publisher.class))
                .hasMessageStartingWith("A row has no key, so it is no Publisher");
        refused(() -> sql("SELECT rating FROM book WHERE id = 2").list(Rated.class))
                .hasMessageStartingWith("'rating' is NULL, but the record Rated takes a primitive there");
        refused(() -> sql("SELECT a.id, b.id FROM author a JOIN book b ON b.author_id = a.id")
                        .list())
                .hasMessageStartingWith("Two columns of the result are called 'id'");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Runnable call) {
        return assertThatThrownBy(call::run).isInstanceOf(QueryException.class);
    }
}
