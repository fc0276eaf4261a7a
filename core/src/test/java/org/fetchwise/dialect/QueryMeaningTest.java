package org.fetchwise.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fetchwise.dialect.Trees.ID;
import static org.fetchwise.dialect.Trees.PAGES;
import static org.fetchwise.dialect.Trees.TITLE;
import static org.fetchwise.dialect.Trees.constant;
import static org.fetchwise.dialect.Trees.ordered;
import static org.fetchwise.dialect.Trees.parameter;
import static org.fetchwise.dialect.Trees.select;
import static org.fetchwise.dialect.Trees.sliced;
import static org.fetchwise.dialect.Trees.where;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.StorageType;
import org.fetchwise.schema.Schema;
import org.fetchwise.servers.Engine;
import org.fetchwise.spi.Cause;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SortKey.Nulls;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.Aggregation;
import org.fetchwise.sql.SqlExpr.Arithmetic;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.fetchwise.sql.SqlExpr.Call;
import org.fetchwise.sql.SqlExpr.InSelect;
import org.fetchwise.sql.SqlExpr.RegexMatch;
import org.fetchwise.sql.SqlExpr.TextMatch;
import org.fetchwise.sql.SqlExpr.TextPosition;
import org.fetchwise.sql.SqlFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The four databases understand what differs in spelling in the same way. */
class QueryMeaningTest {
    private static final List<ColumnAttribute> COLUMNS =
            List.of(Trees.ID_COLUMN, Trees.TITLE_COLUMN, Trees.PAGES_COLUMN);

    /** A row of the table of books, whose key is its position. */
    private record Book(@Nullable String title, @Nullable Integer pages) {}

    private static RealDatabase open(Engine engine, Book... books) throws Exception {
        RealDatabase database = RealDatabase.open(engine);
        new Schema(database.executor(), List.of(Trees.entity("book", COLUMNS, List.of(), List.of()))).create();
        for (int at = 0; at < books.length; at++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add((long) at);
            row.add(books[at].title());
            row.add(books[at].pages());
            database.insert("book", COLUMNS, row);
        }
        return database;
    }

    private static Book[] titled(@Nullable String... titles) {
        return Stream.of(titles).map(title -> new Book(title, 1)).toArray(Book[]::new);
    }

    private static List<@Nullable Long> found(RealDatabase database, SqlExpr condition, @Nullable Object... slots) {
        Select keys = ordered(select(ID), new SortKey(ID, false, Nulls.DEFAULT));
        return database.longs(where(keys, condition), slots);
    }

    private static List<@Nullable Long> matching(
            RealDatabase database, TextPosition position, boolean ignoreCase, String part) {
        SqlExpr parameter = parameter(0, StorageType.VARCHAR);
        return found(database, new TextMatch(position, ignoreCase, TITLE, parameter), part);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void textMatch_heedsCase_unlessToldOtherwise(Engine engine) throws Exception {
        try (RealDatabase database = open(engine, titled("Anna Karenina", "anna", "Hannah", null, "ANNA K"))) {
            assertThat(matching(database, TextPosition.ANYWHERE, false, "anna")).containsExactly(1L, 2L);
            assertThat(matching(database, TextPosition.ANYWHERE, true, "aNNa")).containsExactly(0L, 1L, 2L, 4L);
            assertThat(matching(database, TextPosition.START, false, "Anna")).containsExactly(0L);
            assertThat(matching(database, TextPosition.START, true, "Anna")).containsExactly(0L, 1L, 4L);
            assertThat(matching(database, TextPosition.END, false, "anna")).containsExactly(1L);
            assertThat(matching(database, TextPosition.END, true, "NAH")).containsExactly(2L);
            assertThat(matching(database, TextPosition.WHOLE, false, "anna")).containsExactly(1L);
            assertThat(matching(database, TextPosition.WHOLE, true, "ANNA")).containsExactly(1L);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void textMatch_takesThePartLiterally(Engine engine) throws Exception {
        Book[] books = titled("100%", "100 percent", "a_b", "axb", "back\\slash", "what!", "it's", "[x]*");
        try (RealDatabase database = open(engine, books)) {
            for (boolean ignoreCase : new boolean[] {false, true}) {
                for (TextPosition position : List.of(TextPosition.ANYWHERE, TextPosition.END)) {
                    assertThat(matching(database, position, ignoreCase, "%")).containsExactly(0L);
                    assertThat(matching(database, position, ignoreCase, "_b")).containsExactly(2L);
                    assertThat(matching(database, position, ignoreCase, "\\slash"))
                            .containsExactly(4L);
                    assertThat(matching(database, position, ignoreCase, "!")).containsExactly(5L);
                    assertThat(matching(database, position, ignoreCase, "'s")).containsExactly(6L);
                    assertThat(matching(database, position, ignoreCase, "]*")).containsExactly(7L);
                }
                assertThat(matching(database, TextPosition.START, ignoreCase, "a_"))
                        .containsExactly(2L);
                assertThat(matching(database, TextPosition.ANYWHERE, ignoreCase, ""))
                        .hasSize(books.length);
                assertThat(matching(database, TextPosition.START, ignoreCase, ""))
                        .hasSize(books.length);
                assertThat(matching(database, TextPosition.END, ignoreCase, "")).hasSize(books.length);
                assertThat(matching(database, TextPosition.END, ignoreCase, "longer than any title of them"))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void textMatch_withAnExpression_takesItLiterallyToo(Engine engine) throws Exception {
        try (RealDatabase database = open(engine, titled("a_b", "%", "a!b", "A", "\\", null))) {
            SqlExpr doubled = new Call(SqlFunction.CONCAT, List.of(TITLE, TITLE), StorageType.VARCHAR);
            for (TextPosition position : List.of(TextPosition.START, TextPosition.ANYWHERE, TextPosition.END)) {
                for (boolean ignoreCase : new boolean[] {false, true}) {
                    assertThat(found(database, new TextMatch(position, ignoreCase, doubled, TITLE)))
                            .containsExactly(0L, 1L, 2L, 3L, 4L);
                    assertThat(found(database, new TextMatch(position, ignoreCase, TITLE, doubled)))
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void regexMatch_findsAnywhere(Engine engine) throws Exception {
        try (RealDatabase database = open(engine, titled("Chapter 12", "chapter", null, "Verse 3"))) {
            SqlExpr pattern = parameter(0, StorageType.VARCHAR);
            assertThat(found(database, new RegexMatch(false, TITLE, pattern), "r [0-9]+$"))
                    .containsExactly(0L);
            assertThat(found(database, new RegexMatch(false, TITLE, pattern), "^chap"))
                    .containsExactly(1L);
            assertThat(found(database, new RegexMatch(true, TITLE, pattern), "^CHAP"))
                    .containsExactly(0L, 1L);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nulls_standWhereTheyAreWanted(Engine engine) throws Exception {
        Book[] books = {new Book("a", 2), new Book("b", null), new Book("c", 1)};
        try (RealDatabase database = open(engine, books)) {
            assertThat(order(database, false, Nulls.FIRST)).containsExactly(1L, 2L, 0L);
            assertThat(order(database, false, Nulls.LAST)).containsExactly(2L, 0L, 1L);
            assertThat(order(database, true, Nulls.FIRST)).containsExactly(1L, 0L, 2L);
            assertThat(order(database, true, Nulls.LAST)).containsExactly(0L, 2L, 1L);
            boolean firstByItself = database.dialect().capabilities().nullsSmallest();
            assertThat(order(database, false, Nulls.DEFAULT))
                    .isEqualTo(firstByItself ? List.of(1L, 2L, 0L) : List.of(2L, 0L, 1L));
        }
    }

    private static List<@Nullable Long> order(RealDatabase database, boolean descending, Nulls nulls) {
        return database.longs(ordered(select(ID), new SortKey(PAGES, descending, nulls)));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void slices_takeAndLeaveOut(Engine engine) throws Exception {
        try (RealDatabase database = open(engine, titled("a", "b", "c", "d"))) {
            Select keys = ordered(select(ID), new SortKey(ID, false, Nulls.DEFAULT));
            assertThat(database.longs(sliced(keys, constant(2), null))).containsExactly(0L, 1L);
            assertThat(database.longs(sliced(keys, null, constant(3)))).containsExactly(3L);
            SqlExpr limit = parameter(0, StorageType.BIGINT);
            SqlExpr offset = parameter(1, StorageType.BIGINT);
            assertThat(database.longs(sliced(keys, limit, offset), 2L, 1L)).containsExactly(1L, 2L);
            Select lastTwo = sliced(ordered(select(ID), new SortKey(ID, true, Nulls.DEFAULT)), constant(2), null);
            assertThat(found(database, new InSelect(ID, lastTwo))).containsExactly(2L, 3L);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void division_isReal_andAveragesAreExact(Engine engine) throws Exception {
        Book[] books = {new Book("a", 1), new Book("b", 1), new Book(null, 3), new Book("d", null)};
        try (RealDatabase database = open(engine, books)) {
            SqlExpr third = new Arithmetic(ArithmeticOperator.DIVIDED_BY, PAGES, constant(3), StorageType.DOUBLE);
            SqlExpr half = new Arithmetic(
                    ArithmeticOperator.DIVIDED_BY, PAGES, parameter(0, StorageType.INTEGER), StorageType.DOUBLE);
            SqlExpr more = new Arithmetic(
                    ArithmeticOperator.PLUS, PAGES, parameter(1, StorageType.DOUBLE), StorageType.DOUBLE);
            SqlExpr first = Trees.equal(ID, constant(0));
            assertThat(doubles(database, where(select(third, half, more), first), 2, 0.5))
                    .usingElementComparator((left, right) -> Math.abs(left - right) < 1e-12 ? 0 : 1)
                    .containsExactly(1 / 3.0, 0.5, 1.5);
            Aggregation average = new Aggregation(AggregateFunction.AVG, false, PAGES, null, StorageType.DOUBLE);
            assertThat(doubles(database, select(average)).getFirst()).isCloseTo(5 / 3.0, within(1e-12));
            SqlExpr untitled = new SqlExpr.NullCheck(TITLE, false);
            assertThat(doubles(
                            database,
                            select(
                                    new Aggregation(AggregateFunction.COUNT, false, null, untitled, StorageType.BIGINT),
                                    new Aggregation(AggregateFunction.SUM, false, PAGES, untitled, StorageType.BIGINT),
                                    new Aggregation(AggregateFunction.COUNT, true, PAGES, null, StorageType.BIGINT),
                                    new Aggregation(AggregateFunction.COUNT, false, PAGES, null, StorageType.BIGINT))))
                    .containsExactly(1.0, 3.0, 2.0, 3.0);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void functions_takeNullAsDjangoDoes(Engine engine) throws Exception {
        try (RealDatabase database = open(engine, titled("Äb", null))) {
            SqlExpr suffix = parameter(0, StorageType.VARCHAR);
            Select texts = ordered(
                    select(
                            new Call(SqlFunction.CONCAT, List.of(TITLE, suffix), StorageType.VARCHAR),
                            new Call(SqlFunction.COALESCE, List.of(TITLE, suffix), StorageType.VARCHAR),
                            new Call(SqlFunction.LENGTH, List.of(TITLE), StorageType.INTEGER),
                            suffix),
                    new SortKey(ID, false, Nulls.DEFAULT));
            ColumnAttribute text = Trees.TITLE_COLUMN;
            List<List<@Nullable Object>> rows =
                    database.rows(texts, List.of(text, text, Trees.PAGES_COLUMN, text), "x");
            assertThat(rows.get(0)).containsExactly("Äbx", "Äb", 2, "x");
            assertThat(rows.get(1)).containsExactly("x", "x", null, "x");
        }
    }

    private static List<Double> doubles(RealDatabase database, Select select, @Nullable Object... slots) {
        return database.executor().read(database.dialect().render(select), slots, new Cause.Raw(), null, rows -> {
            List<Double> values = new ArrayList<>();
            rows.next();
            for (int column = 1; column <= select.outputs().size(); column++) {
                values.add(rows.doubleAt(column));
            }
            return values;
        });
    }
}
