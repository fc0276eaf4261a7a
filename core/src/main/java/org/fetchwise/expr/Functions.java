package org.fetchwise.expr;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Literals;
import org.fetchwise.query.PathSource;
import org.fetchwise.query.QuerySource;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.fetchwise.sql.SortKey.Nulls;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.WindowFunction;
import org.fetchwise.sql.SqlFunction;
import org.jspecify.annotations.Nullable;

/**
 * The functions that belong to no path, made for static import. None has the name of a method of a queryset, which would
 * hide it inside a custom queryset.
 */
public final class Functions {
    private Functions() {}

    /**
     * {@return a condition given as text, for filters that are not known at compile time}
     *
     * @param path attribute names and a lookup joined by two underscores, as in {@code author__name__icontains}; without a
     *     lookup it means equality. Attributes may be written in camel case or in snake case
     * @param value what to compare with: a value of the attribute's type or its text, an object of the relation, an
     *     expression, or a collection of such for {@code in} and {@code range}; for {@code in} also a queryset
     */
    public static Condition<Object> lookup(String path, @Nullable Object value) {
        return new ConditionTerm<>(new Term.Lookup(path, operand(value)));
    }

    static @Nullable Object operand(@Nullable Object value) {
        return switch (value) {
            case TermSource expression -> expression.asTerm();
            case QuerySource query -> query.asQuery();
            case Walk<?> walk -> walk.asQuery();
            case Collection<?> values -> values.stream().map(Functions::operand).toList();
            case null -> null;
            default -> value;
        };
    }

    /**
     * {@return a value given by its path as text, for queries that are not known at compile time}
     *
     * @param path attribute names joined by two underscores, as in {@code author__name}; it may go on with parts of a date or
     *     a time, as in {@code created_at__year}, and may begin with the name of an annotation. {@code pk} is the key
     */
    public static Field field(String path) {
        return new Field(path);
    }

    /**
     * {@return a path over relations given as text}
     *
     * @param path relation names joined by two underscores, as in {@code comments__user}
     */
    public static Relation relation(String path) {
        return new Relation(path);
    }

    /**
     * {@return an order given as text}
     *
     * @param path a path as of {@link #field}, with a minus before it for the greatest first. A relation stands for the default
     *     ordering of its entity, or for its key where it has none
     */
    public static Direction<Object> order(String path) {
        boolean descending = path.startsWith("-");
        Term value = new Term.NamedOrder(descending ? path.substring(1) : path);
        return new Direction<>(new Term.Order(value, descending, Nulls.DEFAULT));
    }

    /**
     * {@return a function by its name, for queries that are not known at compile time}
     *
     * @param name the name in snake case, as in {@code lower}, {@code substring}, {@code trunc_month} or {@code sha256}
     * @param arguments the arguments: expressions, or values
     */
    public static AnyExpr call(String name, Object... arguments) {
        return new AnyTerm(new Term.NamedCall(name, terms(arguments), null), null);
    }

    /**
     * {@return a function that takes something of an instant in a zone, by its name}
     *
     * @param name the name in snake case, as in {@code trunc_month} or {@code hour}
     * @param zone the zone, in place of the handle's
     * @param instant the instant
     */
    public static AnyExpr call(String name, ZoneId zone, AnyExpr instant) {
        return new AnyTerm(new Term.NamedCall(name, List.of(Terms.of(instant)), zone), null);
    }

    private static List<Term> terms(Object... operands) {
        List<Term> terms = new ArrayList<>();
        for (Object operand : operands) {
            terms.add(operand instanceof TermSource source ? source.asTerm() : Literals.of(operand));
        }
        return terms;
    }

    /**
     * {@return an expression of any kind, to calculate with as with one given as text}
     *
     * @param expression the expression; in a query about another entity it is refused when it is added
     */
    public static AnyExpr untyped(Expr<?, ?> expression) {
        return expression instanceof AnyExpr any ? any : new AnyTerm(Terms.of(expression), null);
    }

    /**
     * {@return a value as an expression}
     *
     * @param value a value that a column could hold
     */
    public static AnyExpr value(Object value) {
        return new AnyTerm(Literals.of(value), null);
    }

    /** {@return NULL as an expression, whose type the expressions beside it tell} */
    public static AnyExpr nullValue() {
        return new AnyTerm(new Term.Literal(null, ValueType.UNKNOWN), null);
    }

    /**
     * {@return a JSON document as an expression}
     *
     * @param document the text of the document
     */
    public static AnyExpr json(String document) {
        return new AnyTerm(new Term.Literal(document, ValueType.JSON), null);
    }

    /**
     * {@return what is within a column of JSON}
     *
     * @param document a column whose attribute is annotated as JSON
     * @param <R> the entity that has the column
     */
    public static <R> JsonExpr<R> json(Expr<R, String> document) {
        return JsonExpr.of(document);
    }

    /**
     * {@return days as a duration, for calculations with times}
     *
     * @param days how many, of 24 hours each
     */
    public static Duration days(long days) {
        return Duration.ofDays(days);
    }

    /**
     * {@return hours as a duration, for calculations with times}
     *
     * @param hours how many
     */
    public static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }

    /** {@return the ratio of a circle's circumference to its diameter} */
    public static DoubleExpr<Object> pi() {
        return new DoubleTerm<>(Terms.call(SqlFunction.PI), null);
    }

    /**
     * {@return a number calculated by SQL as it is written}
     *
     * @param template SQL with {@code {0}}, {@code {1}} and so on for the operands; a brace itself is doubled
     * @param operands expressions, or values, which are bound
     * @param <R> the entity that has the operands
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <R> DoubleExpr<R> sqlDouble(String template, Expr<? super R, ?>... operands) {
        return new DoubleTerm<>(Templates.of(template, ValueType.DOUBLE, operands), null);
    }

    /**
     * {@return a whole number calculated by SQL as it is written}
     *
     * @param template as of {@link #sqlDouble}
     * @param operands the operands
     * @param <R> the entity that has the operands
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <R> LongExpr<R> sqlLong(String template, Expr<? super R, ?>... operands) {
        return new LongTerm<>(Templates.of(template, ValueType.LONG, operands), null);
    }

    /**
     * {@return a text made by SQL as it is written}
     *
     * @param template as of {@link #sqlDouble}
     * @param operands the operands
     * @param <R> the entity that has the operands
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <R> StringExpr<R> sqlText(String template, Expr<? super R, ?>... operands) {
        return new StringTerm<>(Templates.of(template, ValueType.TEXT, operands), null);
    }

    /**
     * {@return the number that a list given here has for the key of a row; NULL where the key is not in it} The list is joined to
     * the rows like a table, bound as one parameter for each column, however long it is.
     *
     * @param key the key: a whole number, an identifier or a date
     * @param values the keys with their numbers
     * @param <R> the entity that has the key
     * @param <K> the type of the key
     * @throws QueryException if the key is of another type, or a number is null
     */
    public static <R, K> LongExpr<R> givenLong(Expr<R, K> key, Map<? extends K, Long> values) {
        return new LongTerm<>(GivenValues.of(key, values, ValueType.LONG), null);
    }

    /**
     * {@return the number that a list given here has for the key of a row}
     *
     * @param key as of {@link #givenLong}
     * @param values the keys with their numbers
     * @param <R> the entity that has the key
     * @param <K> the type of the key
     * @throws QueryException if the key is of another type, or a number is null
     */
    public static <R, K> DoubleExpr<R> givenDouble(Expr<R, K> key, Map<? extends K, Double> values) {
        return new DoubleTerm<>(GivenValues.of(key, values, ValueType.DOUBLE), null);
    }

    /**
     * {@return the text that a list given here has for the key of a row}
     *
     * @param key as of {@link #givenLong}
     * @param values the keys with their texts
     * @param <R> the entity that has the key
     * @param <K> the type of the key
     * @throws QueryException if the key is of another type, or a text is null
     */
    public static <R, K> StringExpr<R> givenText(Expr<R, K> key, Map<? extends K, String> values) {
        return new StringTerm<>(GivenValues.of(key, values, ValueType.TEXT), null);
    }

    /**
     * {@return a condition of SQL as it is written}
     *
     * @param template as of {@link #sqlDouble}
     * @param operands the operands
     * @param <R> the entity that has the operands
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <R> Condition<R> sqlCondition(String template, Expr<? super R, ?>... operands) {
        return new ConditionTerm<>(Templates.of(template, ValueType.BOOLEAN, operands));
    }

    /**
     * {@return a JSON object made of values}
     *
     * @param members the values, which are expressions, by the names of their keys
     */
    public static AnyExpr jsonObject(Map<String, ? extends Expr<?, ?>> members) {
        List<Term.JsonMember> terms = new ArrayList<>();
        members.forEach((name, value) -> terms.add(new Term.JsonMember(name, Terms.of(value))));
        return new AnyTerm(new Term.JsonObject(terms), null);
    }

    /**
     * {@return whether a condition does not hold}
     *
     * @param condition the condition
     * @param <R> the entity whose rows are judged
     */
    public static <R> Condition<R> not(Condition<R> condition) {
        return condition.not();
    }

    /**
     * {@return two columns side by side, compared as one value}
     *
     * @param first the one that decides
     * @param second the one that decides where the first is equal
     * @param <R> the entity that has both
     * @param <A> the type of the first
     * @param <B> the type of the second
     */
    public static <R, A, B> Pair<R, A, B> pair(Column<R, A> first, Column<R, B> second) {
        return Pair.of(first, second);
    }

    /** {@return the time of the database handle's clock, the same throughout a query} */
    public static TemporalExpr<Object, Instant> now() {
        return new TemporalTerm<>(new Term.Now(), null);
    }

    /**
     * {@return the row of the enclosing query that a subquery is evaluated for}
     *
     * @param root the entity of the enclosing query
     * @param <T> the entity
     */
    public static <T> Ref<Object, T> outer(ToOne<T, T> root) {
        return new OuterRow<>(new Term.Outer(Terms.of(root)));
    }

    /**
     * {@return a value of the row of the enclosing query that a subquery is evaluated for}
     *
     * @param expression the value, written on the enclosing query's entity
     * @param <V> its type
     */
    public static <V> ValueExpr<Object, V> outer(Expr<?, V> expression) {
        return new ValueTerm<>(new Term.Outer(Terms.of(expression)), null);
    }

    /**
     * {@return a value of the row of the enclosing query that a subquery is evaluated for}
     *
     * @param expression the value, given as text
     */
    public static AnyExpr outer(AnyExpr expression) {
        return new AnyTerm(new Term.Outer(Terms.of(expression)), null);
    }

    /** {@return how many rows there are, whatever query it is added to} Of a typed entity write {@code POST.count()}. */
    public static RowCount countRows() {
        Term all = new Term.Literal(null, ValueType.UNKNOWN);
        return new RowCount(
                new Term.NamedAggregate(AggregateFunction.COUNT, all, false, null, Term.AggregateOptions.NONE), null);
    }

    /**
     * {@return a relation under a name, from which paths given as text go on} It is added by {@code alias}: after
     * {@code books.alias(filteredRelation("good", BOOK.reviews().filtered(REVIEW.stars.ge(4))))} there is
     * {@code lookup("good__text__contains", "fine")}.
     *
     * @param name the name
     * @param path the relation, to some of its rows only
     * @param <R> the entity that it begins at
     */
    public static <R> Expr<R, Object> filteredRelation(String name, ToMany<R, ?> path) {
        return new NamedPath<>(new Term.Rows(((PathSource) path).asPath()), name);
    }

    /**
     * {@return a relation given as text under a name, from which paths given as text go on} It is added by {@code alias}.
     *
     * @param name the name
     * @param path the relation, which leads to many rows
     * @param condition what a row of it fulfils, on that row's own entity
     */
    public static Expr<Object, Object> filteredRelation(String name, String path, Condition<?> condition) {
        return new NamedPath<>(new Term.NamedRows(path, Terms.of(condition)), name);
    }

    /**
     * {@return the rows that a relation leads to, step by step, from the rows of a query: those above them}
     *
     * @param step the relation from a row to another of the same entity
     * @param start the rows that the walk begins at
     * @param <T> the entity
     * @throws QueryException if the relation leads elsewhere
     */
    public static <T> Walk<T> walk(ToOne<T, T> step, Entities<? extends T> start) {
        return Walk.of(((PathSource) step).asPath(), Terms.query(start));
    }

    /**
     * {@return the rows that a relation leads to, step by step, from the rows of a query: those below them, or connected with
     * them}
     *
     * @param step the relation from a row to others of the same entity
     * @param start the rows that the walk begins at
     * @param <T> the entity
     */
    public static <T> Walk<T> walk(ToMany<T, T> step, Entities<? extends T> start) {
        return Walk.of(((PathSource) step).asPath(), Terms.query(start));
    }

    /** {@return the window over all rows, in no order} */
    public static Window<Object> window() {
        return new Window<>(List.of(), List.of(), null);
    }

    /** {@return the rank of a row in its window: equal rows share one, and the next rank is left out} */
    public static RankFunction rank() {
        return new RankFunction(WindowFunction.RANK);
    }

    /** {@return the rank of a row in its window: equal rows share one, and no rank is left out} */
    public static RankFunction denseRank() {
        return new RankFunction(WindowFunction.DENSE_RANK);
    }

    /** {@return the number of a row in its window, counted from 1} */
    public static RankFunction rowNumber() {
        return new RankFunction(WindowFunction.ROW_NUMBER);
    }

    /**
     * {@return the number of the bucket of a row when the rows of its window are spread evenly over buckets, from 1}
     *
     * @param buckets how many buckets, at least 1
     */
    public static RankFunction ntile(int buckets) {
        return new RankFunction(WindowFunction.NTILE, positive("ntile", buckets));
    }

    /** {@return the rank of a row in its window, from 0 for the first to 1 for the last} */
    public static ShareFunction percentRank() {
        return new ShareFunction(WindowFunction.PERCENT_RANK);
    }

    /** {@return which part of the rows of its window stands before a row or equals it, up to 1} */
    public static ShareFunction cumeDist() {
        return new ShareFunction(WindowFunction.CUME_DIST);
    }

    /**
     * {@return the value of the row before in the window, NULL for the first one}
     *
     * @param value the value
     * @param <R> the entity
     * @param <V> the type of the value
     */
    public static <R, V> RowFunction<R, V> lag(Expr<R, V> value) {
        return lag(value, 1);
    }

    /**
     * {@return the value of a row before in the window, NULL where there is none}
     *
     * @param value the value
     * @param distance how many rows before, at least 1
     * @param <R> the entity
     * @param <V> the type of the value
     */
    public static <R, V> RowFunction<R, V> lag(Expr<R, V> value, int distance) {
        return new RowFunction<>(WindowFunction.LAG, value, positive("lag", distance));
    }

    /**
     * {@return the value of the row behind in the window, NULL for the last one}
     *
     * @param value the value
     * @param <R> the entity
     * @param <V> the type of the value
     */
    public static <R, V> RowFunction<R, V> lead(Expr<R, V> value) {
        return lead(value, 1);
    }

    /**
     * {@return the value of a row behind in the window, NULL where there is none}
     *
     * @param value the value
     * @param distance how many rows behind, at least 1
     * @param <R> the entity
     * @param <V> the type of the value
     */
    public static <R, V> RowFunction<R, V> lead(Expr<R, V> value, int distance) {
        return new RowFunction<>(WindowFunction.LEAD, value, positive("lead", distance));
    }

    /**
     * {@return the value of the first row of the frame}
     *
     * @param value the value
     * @param <R> the entity
     * @param <V> the type of the value
     */
    public static <R, V> RowFunction<R, V> firstValue(Expr<R, V> value) {
        return new RowFunction<>(WindowFunction.FIRST_VALUE, value, null);
    }

    /**
     * {@return the value of the last row of the frame, which ends with the current row's peers unless it says otherwise}
     *
     * @param value the value
     * @param <R> the entity
     * @param <V> the type of the value
     */
    public static <R, V> RowFunction<R, V> lastValue(Expr<R, V> value) {
        return new RowFunction<>(WindowFunction.LAST_VALUE, value, null);
    }

    /**
     * {@return the value of the row at a position of the frame, NULL while the frame is shorter}
     *
     * @param value the value
     * @param position the position, counted from 1
     * @param <R> the entity
     * @param <V> the type of the value
     */
    public static <R, V> RowFunction<R, V> nthValue(Expr<R, V> value, int position) {
        return new RowFunction<>(WindowFunction.NTH_VALUE, value, positive("nthValue", position));
    }

    private static int positive(String function, int number) {
        if (number < 1) {
            throw new QueryException(function + " takes a number of at least 1.");
        }
        return number;
    }

    /**
     * {@return the beginning of a choice between values}
     *
     * @param condition the condition of the first branch
     * @param <R> the entity whose rows decide
     */
    public static <R> Case.Then<R> caseWhen(Condition<R> condition) {
        return new Case.Then<>(Terms.of(condition));
    }

    /**
     * {@return a to-many relation to prefetch with a queryset of its own: filtered, ordered, cut to so many for each object}
     *
     * @param path the relation
     * @param objects the queryset of its objects
     * @param <R> the entity whose objects are loaded
     * @param <C> the entity of the relation's objects
     */
    public static <R, C> Prefetch<R, List<C>> prefetch(ToMany<R, C> path, Entities<C> objects) {
        return Prefetch.of(path, objects);
    }

    /**
     * {@return a relation given as text, to prefetch with a queryset of its own}
     *
     * @param path the relation
     * @param objects the queryset of its objects
     */
    public static Prefetch<Object, @Nullable Object> prefetch(Relation path, Entities<?> objects) {
        return Prefetch.of(path, objects);
    }

    /**
     * {@return a to-one relation to prefetch with a queryset of its own}
     *
     * @param path the relation
     * @param objects the queryset of its objects
     * @param <R> the entity whose objects are loaded
     * @param <C> the entity of the relation's objects
     */
    public static <R, C> Prefetch<R, @Nullable C> prefetch(ToOne<R, C> path, Entities<C> objects) {
        return Prefetch.of(path, objects);
    }
}
