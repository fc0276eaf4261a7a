package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.library.QBook.BOOK;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fetchwise.Database;
import org.fetchwise.blackbox.Claims.Amount;
import org.fetchwise.blackbox.Claims.Claim;
import org.fetchwise.blackbox.Shelf.BookRow;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Books;
import org.fetchwise.expr.Direction;
import org.fetchwise.expr.Ordering;
import org.fetchwise.query.QuerySource;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a query means: random queries over random rows give what a loop over the same values gives. */
class MeaningTest {
    /** Each is asked six questions. */
    private static final int QUERIES_IN_PROCESS = 400;

    private static final int QUERIES_ON_SERVERS = 60;
    private static final int SHELVES = 5;

    /** A queryset and the books it means, in order. */
    private record Asked(Books books, List<BookRow> meant, String text) {}

    @ParameterizedTest
    @EnumSource
    void randomQueries_meanWhatALoopMeans(Engine engine) throws SQLException {
        int queries = switch (engine) {
            case H2, SQLITE -> QUERIES_IN_PROCESS;
            case POSTGRESQL, MARIADB -> QUERIES_ON_SERVERS;
        };
        try (Library library = Library.own(engine)) {
            Books books = library.database().querySet(Books.class);
            for (int seed = 0; seed < SHELVES; seed++) {
                Shelf shelf = Shelf.of(seed);
                library.execute(statements(engine, shelf));
                for (int query = 0; query < queries / SHELVES; query++) {
                    Random random = new Random(1000L * seed + query);
                    Asked asked = ask(random, library.database(), books, shelf.books());
                    check(asked, "seed %d, query %d on %s: %s".formatted(seed, query, engine.title(), asked.text()));
                }
            }
        }
    }

    /** MariaDB takes a backslash for the beginning of another character. */
    private static String statements(Engine engine, Shelf shelf) {
        return engine == Engine.MARIADB ? shelf.statements().replace("\\", "\\\\") : shelf.statements();
    }

    private static Asked ask(Random random, Database database, Books all, List<BookRow> shelf) {
        Claims claims = new Claims(random, database);
        Books books = all;
        List<BookRow> meant = shelf;
        for (int calls = random.nextInt(3); calls >= 0; calls--) {
            Claim<Book, BookRow> claim = claims.claim(3);
            boolean filter = random.nextInt(3) > 0;
            books = filter ? books.filter(claim.condition()) : books.exclude(claim.condition());
            meant = meant.stream()
                    .filter(book -> filter
                            ? claim.meaning().isTrue(book)
                            : claim.meaning().isFalse(book))
                    .toList();
        }
        List<Ordering<Book>> orders = new ArrayList<>();
        Comparator<BookRow> order = Comparator.comparingInt(book -> 0);
        for (int keys = random.nextInt(3); keys > 0; keys--) {
            Amount key = claims.amount(1);
            boolean descending = random.nextBoolean();
            boolean nullsFirst = random.nextBoolean();
            Direction<Book> direction =
                    descending ? key.number().desc() : key.number().asc();
            orders.add(nullsFirst ? direction.nullsFirst() : direction.nullsLast());
            Comparator<Double> values = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
            order = order.thenComparing(
                    key.meaning(), nullsFirst ? Comparator.nullsFirst(values) : Comparator.nullsLast(values));
        }
        orders.add(BOOK.id);
        books = books.orderByAll(orders);
        meant = meant.stream().sorted(order.thenComparingLong(BookRow::id)).toList();
        if (random.nextInt(3) == 0) {
            int from = random.nextInt(4);
            int to = from + random.nextInt(8);
            books = books.slice(from, to);
            meant = meant.subList(Math.min(from, meant.size()), Math.min(to, meant.size()));
        }
        return new Asked(books, meant, ((QuerySource) books).asQuery().toString());
    }

    private static void check(Asked asked, String text) {
        Books books = asked.books();
        List<BookRow> meant = asked.meant();
        assertThat(books.values(BOOK.id).list())
                .as(text)
                .isEqualTo(meant.stream().map(BookRow::id).toList());
        assertThat(books.list().stream().map(Book::getTitle))
                .as(text)
                .isEqualTo(meant.stream().map(BookRow::title).toList());
        assertThat(books.count()).as("count of %s", text).isEqualTo(meant.size());
        assertThat(books.exists()).as("existence of %s", text).isEqualTo(!meant.isEmpty());
        assertThat(Optional.ofNullable(books.aggregate(BOOK.pages.sum())))
                .as("sum of %s", text)
                .isEqualTo(
                        meant.isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                        meant.stream().mapToLong(BookRow::pages).sum()));
        OptionalInt most = meant.stream().mapToInt(BookRow::pages).max();
        assertThat(Stream.ofNullable(books.aggregate(BOOK.pages.max()))
                        .mapToInt(Integer::intValue)
                        .max())
                .as("maximum of %s", text)
                .isEqualTo(most);
    }

    @ParameterizedTest
    @EnumSource
    void groups_haveTheCountsOfALoop(Engine engine) throws SQLException {
        try (Library library = Library.own(engine)) {
            Books books = library.database().querySet(Books.class);
            Shelf shelf = Shelf.of(SHELVES);
            library.execute(statements(engine, shelf));
            for (int seed = 0; seed < QUERIES_ON_SERVERS / 2; seed++) {
                Claim<Book, BookRow> claim = new Claims(new Random(seed), library.database()).claim(2);
                Map<Integer, Long> meant = new TreeMap<>();
                shelf.books().stream()
                        .filter(claim.meaning()::isTrue)
                        .forEach(book -> meant.merge(book.pages(), 1L, Long::sum));
                Map<Integer, Long> counted = new TreeMap<>();
                books.filter(claim.condition())
                        .groupBy(BOOK.pages)
                        .values(BOOK.pages, BOOK.count())
                        .forEach(row -> counted.put(row.get(BOOK.pages), row.get(BOOK.count())));
                assertThat(counted).as("seed %d: %s", seed, claim.condition()).isEqualTo(meant);
            }
        }
    }
}
