package org.fetchwise.query;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EmbeddedAttribute;
import org.fetchwise.meta.KeyColumns;
import org.fetchwise.meta.RowCondition;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.JsonStep;
import org.fetchwise.sql.SortKey.Nulls;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.sql.SqlExpr.FrameExclusion;
import org.fetchwise.sql.SqlExpr.FrameUnit;
import org.fetchwise.sql.SqlExpr.TextPosition;
import org.fetchwise.sql.SqlExpr.WindowFunction;
import org.fetchwise.sql.SqlFunction;
import org.jspecify.annotations.Nullable;

/** An expression over attributes: what a typed expression of the API is inside. */
public sealed interface Term {
    /** {@return the type of the value} */
    ValueType<?> type();

    /** A term that is true, false or unknown. */
    sealed interface Condition extends Term, RowCondition {
        @Override
        default ValueType<?> type() {
            return ValueType.BOOLEAN;
        }
    }

    /** A column of the entity at the end of a path. */
    record Column(Path path, ColumnAttribute attribute) implements Term {
        @Override
        public ValueType<?> type() {
            return attribute.type();
        }

        @Override
        public String toString() {
            return path.isRoot() ? attribute.name() : path.text() + "." + attribute.name();
        }
    }

    /**
     * Several columns side by side that are one value: an embedded object, or a key of several columns.
     *
     * @param parts the columns
     * @param type the type of the value, which takes as many columns
     * @param key whether it is a key, of which no part is ever NULL
     */
    record Tuple(List<Column> parts, ValueType<?> type, boolean key) implements Term {
        public Tuple {
            parts = List.copyOf(parts);
        }

        /** The type says nothing that the columns do not. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Tuple tuple && tuple.parts.equals(parts) && tuple.key == key;
        }

        @Override
        public int hashCode() {
            return parts.hashCode();
        }

        @Override
        public String toString() {
            return joined(parts, ", ");
        }
    }

    /** A value that the user gave. */
    record Literal(@Nullable Object value, ValueType<?> type) implements Term {
        @Override
        public String toString() {
            return "?";
        }
    }

    /** A place for a value, in the shape of a query. */
    record Slot(int index, ValueType<?> type) implements Term {
        @Override
        public String toString() {
            return "?" + index;
        }
    }

    /** The time of the database handle's clock, the same throughout a query. */
    record Now() implements Term {
        @Override
        public ValueType<?> type() {
            return ValueType.INSTANT;
        }
    }

    /** A comparison. */
    record Compare(ComparisonOperator operator, Term left, Term right) implements Condition {
        @Override
        public String toString() {
            return left + " " + operator.text() + " " + right;
        }
    }

    /** Whether a value is NULL. */
    record IsNull(Term value) implements Condition {
        @Override
        public String toString() {
            return value + " is null";
        }
    }

    /**
     * Whether a value is not NULL. Over a to-many relation it asks for a row with a value, where the negation of
     * {@link IsNull} asks that no row is without.
     */
    record IsNotNull(Term value) implements Condition {
        @Override
        public String toString() {
            return value + " is not null";
        }
    }

    /** Whether a value is among others. */
    record In(Term value, Values values) implements Condition {
        @Override
        public String toString() {
            return value + " in " + values;
        }
    }

    /** What a value may be among. */
    sealed interface Values {}

    /** Values that the user gave. */
    record ListOf(List<Object> values, ValueType<?> type) implements Values {
        public ListOf {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.isEmpty() ? "()" : "(?…)";
        }
    }

    /** A place for a list of at least one value, in the shape of a query. */
    record ListSlot(int index, ValueType<?> type) implements Values {
        @Override
        public String toString() {
            return "?" + index;
        }
    }

    /** A place for a list of at least one value of several columns, in the shape of a query: one list for each column. */
    record RowSlots(List<ListSlot> columns) implements Values {
        public RowSlots {
            columns = List.copyOf(columns);
        }

        @Override
        public String toString() {
            return columns.toString();
        }
    }

    /** Exactly one value. */
    record OneOf(Term value) implements Values {
        @Override
        public String toString() {
            return "(" + value + ")";
        }
    }

    /** Exactly one value of several columns, in the shape of a query. */
    record OneRow(List<Slot> columns) implements Values {
        public OneRow {
            columns = List.copyOf(columns);
        }

        @Override
        public String toString() {
            return joined(columns, ", ");
        }
    }

    /** The rows of a query of one value. */
    record QueryValues(Query query) implements Values {
        @Override
        public String toString() {
            return "(" + query + ")";
        }
    }

    /**
     * The keys of the rows that a relation of an entity to itself leads to, step by step, from the rows of a query; these are
     * among them.
     *
     * @param start the rows at which the walk begins
     * @param step the path of one step, which ends at the entity it begins at
     * @param limit the greatest number of steps, or 0 for any number
     */
    record Walk(Query start, Path step, int limit) implements Values {
        @Override
        public String toString() {
            return "walk(" + step + ", " + start + ")" + (limit == 0 ? "" : ".upTo(" + limit + ")");
        }
    }

    /** The least number of steps in which a walk reaches the row with a key, NULL where it does not. */
    record Distance(Walk walk, Term key) implements Term {
        @Override
        public ValueType<?> type() {
            return ValueType.LONG;
        }

        @Override
        public String toString() {
            return walk + ".distance()";
        }
    }

    /**
     * What is made of the rows at the end of a path: a list where they are many, else of the only one. They are read with a
     * statement of their own, for all rows together; in that of the rows stands the key which leads to them.
     */
    record Related(Path path, ElementSource elements) implements Term {
        /** {@return the key of the rows in which it leads to its own} */
        public Term key() {
            return path.last() instanceof ToOneAttribute toOne && toOne.isOwning()
                    ? Term.key(path)
                    : Term.key(path.parent());
        }

        @Override
        public ValueType<?> type() {
            return key().type();
        }

        @Override
        public String toString() {
            return path.text();
        }
    }

    /** Whether part of a text equals another text, taken literally. */
    record Match(TextPosition position, boolean ignoreCase, Term text, Term part) implements Condition {
        @Override
        public String toString() {
            return text + (ignoreCase ? " matches ignoring case " : " matches ")
                    + position.name().toLowerCase(Locale.ROOT) + " " + part;
        }
    }

    /** Whether a text matches a regular expression of the database. */
    record Regex(boolean ignoreCase, Term text, Term pattern) implements Condition {
        @Override
        public String toString() {
            return text + " ~ " + pattern;
        }
    }

    /** Whether a value lies between two others or equals one of them. */
    record Between(Term value, Term low, Term high) implements Condition {
        @Override
        public String toString() {
            return value + " between " + low + " and " + high;
        }
    }

    /** A conjunction; of no terms it is true. */
    record And(List<Term> terms) implements Condition {
        public And {
            terms = List.copyOf(terms);
        }

        @Override
        public String toString() {
            return joined(terms, " and ");
        }
    }

    /** A disjunction; of no terms it is false. */
    record Or(List<Term> terms) implements Condition {
        public Or {
            terms = List.copyOf(terms);
        }

        @Override
        public String toString() {
            return joined(terms, " or ");
        }
    }

    /** Whether an odd number of conditions holds. */
    record Xor(List<Term> terms) implements Condition {
        public Xor {
            terms = List.copyOf(terms);
        }

        @Override
        public String toString() {
            return joined(terms, " xor ");
        }
    }

    /** Whether a value is at least one value and less than another: how a date or a year is looked for in times. */
    record Range(Term value, Term low, Term high) implements Condition {
        @Override
        public String toString() {
            return value + " from " + low + " before " + high;
        }
    }

    /** Whether a JSON document contains another. */
    record JsonContains(Term document, Term part) implements Condition {
        @Override
        public String toString() {
            return document + " contains " + part;
        }
    }

    /** A negation. */
    record Not(Term condition) implements Condition {
        @Override
        public String toString() {
            return "not (" + condition + ")";
        }
    }

    /**
     * Whether some, none or all of the rows of a to-many relation fulfil a condition that is written on their own entity.
     */
    record Quantified(
            Quantifier quantifier, Path rows, @Nullable Term condition) implements Condition {
        @Override
        public String toString() {
            return rows.text() + "." + quantifier.name().toLowerCase(Locale.ROOT) + "("
                    + (condition == null ? "" : condition) + ")";
        }
    }

    /** How many rows of a relation must fulfil a condition. */
    enum Quantifier {
        ANY,
        NONE,
        ALL
    }

    /** The value of a path given as text, checked against the entity of the query that it is added to. */
    record Named(String path) implements Term {
        @Override
        public ValueType<?> type() {
            return ValueType.UNKNOWN;
        }

        @Override
        public String toString() {
            return path;
        }
    }

    /** What a path given as text is ordered by: a relation stands for the default ordering of its entity. */
    record NamedOrder(String path) implements Term {
        @Override
        public ValueType<?> type() {
            return ValueType.UNKNOWN;
        }

        @Override
        public String toString() {
            return path;
        }
    }

    /** The value of an annotation over many rows: it keeps to the rows that are joined already. */
    record Annotated(Term value) implements Term {
        @Override
        public ValueType<?> type() {
            return value.type();
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** An aggregate whose rows only the query that it is added to tells. */
    record NamedAggregate(
            AggregateFunction function,
            Term argument,
            boolean distinct,
            @Nullable Term filter,
            AggregateOptions options)
            implements Term {
        @Override
        public ValueType<?> type() {
            return ValueType.UNKNOWN;
        }

        @Override
        public String toString() {
            return function.name().toLowerCase(Locale.ROOT) + "(" + (distinct ? "distinct " : "") + argument + ")";
        }
    }

    /**
     * A condition given as text, checked against the entity of the query that it is added to.
     *
     * @param path attributes, transforms and a lookup, joined by two underscores
     * @param value what is compared with: null, a value, an object, a {@link Term}, a {@link Query}, or a list of such
     */
    record Lookup(String path, @Nullable Object value) implements Condition {
        @Override
        public String toString() {
            return path + " ?";
        }
    }

    /**
     * An aggregate over the rows at the end of a path.
     *
     * @param function what is computed
     * @param rows the path whose rows are taken; at the root it aggregates the query's own rows
     * @param argument the value taken from each row, or null to take the row itself
     * @param distinct whether equal values count once
     * @param filter a condition on the root that restricts the rows, or null
     * @param rowFilter a condition on the rows' own entity that restricts them, or null
     * @param options what some functions take besides
     */
    record Aggregate(
            AggregateFunction function,
            Path rows,
            @Nullable Term argument,
            boolean distinct,
            @Nullable Term filter,
            @Nullable Term rowFilter,
            ValueType<?> type,
            AggregateOptions options)
            implements Term {
        /** Creates an aggregate that takes nothing besides. */
        public Aggregate(
                AggregateFunction function,
                Path rows,
                @Nullable Term argument,
                boolean distinct,
                @Nullable Term filter,
                @Nullable Term rowFilter,
                ValueType<?> type) {
            this(function, rows, argument, distinct, filter, rowFilter, type, AggregateOptions.NONE);
        }

        @Override
        public String toString() {
            String name = function.name().toLowerCase(Locale.ROOT);
            Object taken = argument != null ? argument : rows.isRoot() ? "*" : rows.text();
            return name + "(" + (distinct ? "distinct " : "") + taken + options + ")"
                    + (filter == null ? "" : " filter (" + filter + ")")
                    + (rowFilter == null ? "" : " filter (" + rowFilter + ")");
        }
    }

    /** A comparison of an expression by the name of a lookup, checked against the query that it is added to. */
    record NamedComparison(
            Term left, String lookup, @Nullable Object value) implements Condition {
        @Override
        public String toString() {
            return left + " " + lookup + " ?";
        }
    }

    /**
     * A function by its name, whose arguments only the query that it is added to tells.
     *
     * @param zone the zone in which dates are taken, or null for that of the database's handle
     */
    record NamedCall(
            String name, List<Term> arguments, @Nullable ZoneId zone) implements Term {
        public NamedCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public ValueType<?> type() {
            return ValueType.UNKNOWN;
        }

        @Override
        public String toString() {
            return name + joined(arguments, ", ");
        }
    }

    /** A value whose type the user declares. */
    record Declared(Term value, ValueType<?> type) implements Term {
        /** {@return the null of JSON where a document is compared with nothing: no document at all is nothing, too} */
        static Declared nothing() {
            return new Declared(JsonTerms.literal(null), ValueType.JSON);
        }

        /** {@return whether a document is compared with nothing} */
        public boolean isNothing() {
            return type.equals(ValueType.JSON) && (value instanceof Literal || value instanceof Slot);
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** What clocks show at an instant in a zone; null is the zone of the database's handle. */
    record Local(Term instant, @Nullable ZoneId zone) implements Term {
        @Override
        public ValueType<?> type() {
            return ValueType.DATE_TIME;
        }

        @Override
        public String toString() {
            return zone == null ? instant.toString() : instant + " in " + zone;
        }
    }

    /** The instant at which clocks show a date and time in a zone; null is the zone of the database's handle. */
    record OfLocal(Term local, @Nullable ZoneId zone) implements Term {
        @Override
        public ValueType<?> type() {
            return ValueType.INSTANT;
        }

        @Override
        public String toString() {
            return local.toString();
        }
    }

    /** A text compared and ordered by a collation of the database. */
    record Collated(Term text, String collation) implements Term {
        @Override
        public ValueType<?> type() {
            return text.type();
        }

        @Override
        public String toString() {
            return text + " collate " + collation;
        }
    }

    /** What a path leads to within a JSON document: the part itself, its value as text, or as a number. */
    record JsonGet(Term document, List<JsonStep> path, ValueType<?> type) implements Term {
        public JsonGet {
            path = List.copyOf(path);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(document.toString());
            path.forEach(step -> text.append("->").append(step));
            return text.toString();
        }
    }

    /** A JSON object. */
    record JsonObject(List<JsonMember> members) implements Term {
        public JsonObject {
            members = List.copyOf(members);
        }

        @Override
        public ValueType<?> type() {
            return ValueType.JSON;
        }

        @Override
        public String toString() {
            return "json" + joined(members, ", ");
        }
    }

    /** One member of a {@link JsonObject}. */
    record JsonMember(String name, Term value) {
        @Override
        public String toString() {
            return name + ": " + value;
        }
    }

    /** SQL as the user writes it, with operands: one less than the texts around them. */
    record Template(List<String> texts, List<Term> operands, ValueType<?> type) implements Term {
        public Template {
            texts = List.copyOf(texts);
            operands = List.copyOf(operands);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("sql(").append(texts.get(0));
            for (int at = 0; at < operands.size(); at++) {
                text.append(operands.get(at)).append(texts.get(at + 1));
            }
            return text.append(")").toString();
        }
    }

    /**
     * What some aggregates take besides the value of each row.
     *
     * @param parameters the delimiter of texts, or the fraction of a percentile; empty for none
     * @param order the order in which values are put together, empty for none
     */
    record AggregateOptions(List<Term> parameters, List<Order> order) {
        /** Nothing besides. */
        public static final AggregateOptions NONE = new AggregateOptions(List.of(), List.of());

        public AggregateOptions {
            parameters = List.copyOf(parameters);
            order = List.copyOf(order);
        }

        @Override
        public String toString() {
            return (parameters.isEmpty() ? "" : ", " + joined(parameters, ", "))
                    + (order.isEmpty() ? "" : " order by " + joined(order, ", "));
        }
    }

    /**
     * The value that a list of keys with values, given by the user, has for a key; NULL where the key is not in it.
     *
     * @param key the key of a row
     * @param entries the keys with their values
     */
    record Given(Term key, Values entries, ValueType<?> type) implements Term {
        @Override
        public String toString() {
            return "given(" + key + ", " + entries + ")";
        }
    }

    /** The rows at the end of a path, under a name: paths given as text go on from it. */
    record Rows(Path path) implements Term {
        @Override
        public ValueType<?> type() {
            return ValueType.UNKNOWN;
        }

        @Override
        public String toString() {
            return path.text();
        }
    }

    /**
     * The rows of a relation given as text that fulfil a condition, checked against the entity of the query that it is added
     * to.
     */
    record NamedRows(String path, Term condition) implements Term {
        @Override
        public ValueType<?> type() {
            return ValueType.UNKNOWN;
        }

        @Override
        public String toString() {
            return path + ".filtered(" + condition + ")";
        }
    }

    /**
     * An annotation of the rows of a queryset that is read like a table: there it is a column.
     *
     * @param root the rows
     * @param name the name of the annotation
     */
    record Carried(Path root, String name, ValueType<?> type) implements Term {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A value of the row of the enclosing query that a subquery is evaluated for. */
    record Outer(Term value) implements Term {
        @Override
        public ValueType<?> type() {
            return value.type();
        }

        @Override
        public String toString() {
            return "outer(" + value + ")";
        }
    }

    /** Whether a query has a row. */
    record Exists(Query query) implements Condition {
        @Override
        public String toString() {
            return "exists(" + query + ")";
        }
    }

    /** The only value of the first row of a query, NULL where there is no row. */
    record Subselect(Query query, ValueType<?> type) implements Term {
        @Override
        public String toString() {
            return "(" + query + ")";
        }
    }

    /** A calculation. */
    record Arithmetic(ArithmeticOperator operator, Term left, Term right, ValueType<?> type) implements Term {
        @Override
        public String toString() {
            return "(" + left + " " + operator.name().toLowerCase(Locale.ROOT) + " " + right + ")";
        }
    }

    /** A scalar function. */
    record Call(SqlFunction function, List<Term> arguments, ValueType<?> type) implements Term {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return function.name().toLowerCase(Locale.ROOT) + "(" + joined(arguments, ", ") + ")";
        }
    }

    /**
     * A value converted to another type.
     *
     * @param precision how many digits a decimal has, or 0 for as many as needed
     * @param scale how many of them stand after the point
     */
    record Cast(Term value, ValueType<?> type, int precision, int scale) implements Term {
        /** A conversion to a type that needs no digits told. */
        public Cast(Term value, ValueType<?> type) {
            this(value, type, 0, 0);
        }

        @Override
        public String toString() {
            return "cast(" + value + ")";
        }
    }

    /** The value of the first branch whose condition holds. */
    record Case(List<Branch> branches, @Nullable Term otherwise, ValueType<?> type) implements Term {
        public Case {
            branches = List.copyOf(branches);
        }

        @Override
        public String toString() {
            return "case " + joined(branches, " ") + (otherwise == null ? "" : " else " + otherwise);
        }
    }

    /** One branch of a {@link Case}. */
    record Branch(Term condition, Term value) {
        @Override
        public String toString() {
            return "when " + condition + " then " + value;
        }
    }

    /** A function over a window; the function is an {@link Aggregate} or a {@link Ranking}. */
    record Windowed(
            Term function,
            List<Term> partitionBy,
            List<Order> orderBy,
            @Nullable Frame frame) implements Term {
        public Windowed {
            partitionBy = List.copyOf(partitionBy);
            orderBy = List.copyOf(orderBy);
        }

        @Override
        public ValueType<?> type() {
            return function.type();
        }

        @Override
        public String toString() {
            return function + " over (partition by " + joined(partitionBy, ", ") + " order by " + joined(orderBy, ", ")
                    + ")";
        }
    }

    /** The rows of a window that a function takes, counted from the current row: null is unbounded, negative precedes. */
    record Frame(
            FrameUnit unit,
            @Nullable Integer start,
            @Nullable Integer end,
            FrameExclusion exclusion) {}

    /**
     * A function that exists only over a window.
     *
     * @param function what is computed
     * @param arguments what it takes: the value of a row, and the value in its stead; empty for none
     * @param number how many buckets, how far away, or at which position; null where it takes no number
     * @param type the type of the value
     */
    record Ranking(
            WindowFunction function,
            List<Term> arguments,
            @Nullable Integer number,
            ValueType<?> type) implements Term {
        public Ranking {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return function.name().toLowerCase(Locale.ROOT) + joined(arguments, ", ");
        }
    }

    /**
     * One term of an order.
     *
     * @param value what the rows are ordered by
     * @param descending whether the greatest comes first
     * @param nulls where NULL comes
     * @param relation the order by a relation that this is a part of, or null
     */
    record Order(
            Term value,
            boolean descending,
            Nulls nulls,
            @Nullable ByRelation relation) {
        /** Creates a term that stands for itself. */
        public Order(Term value, boolean descending, Nulls nulls) {
            this(value, descending, nulls, null);
        }

        /** {@return the opposite order, NULL at the opposite end} */
        public Order reversed() {
            Nulls opposite = switch (nulls) {
                case DEFAULT -> Nulls.DEFAULT;
                case FIRST -> Nulls.LAST;
                case LAST -> Nulls.FIRST;
            };
            return new Order(value, !descending, opposite, relation == null ? null : relation.reversed());
        }

        @Override
        public String toString() {
            return value + (descending ? " desc" : "");
        }
    }

    /**
     * An order by a relation that is given as text: it is by the default ordering of the entity there, and by the key in rows
     * of values that have the relation among them.
     *
     * @param path the relation
     * @param descending whether that order is turned round
     */
    record ByRelation(String path, boolean descending) {
        private ByRelation reversed() {
            return new ByRelation(path, !descending);
        }
    }

    /**
     * {@return the key of the row at the end of a path: without a join where a foreign key already holds it}
     *
     * @param path the path
     */
    static Term key(Path path) {
        KeyColumns key = path.target().key();
        List<Column> parts =
                key.columns().stream().map(column -> column(path, column)).toList();
        return key.isValue() ? parts.getFirst() : new Tuple(parts, key.type(), true);
    }

    /**
     * {@return what stands in columns of the row at the end of a path}
     *
     * @param path the path
     * @param key the columns of a key or of a foreign key
     */
    static Term of(Path path, KeyColumns key) {
        List<Column> parts =
                key.columns().stream().map(column -> new Column(path, column)).toList();
        return key.isValue() ? parts.getFirst() : new Tuple(parts, key.type(), true);
    }

    /**
     * {@return a column of the row at the end of a path: without a join where a foreign key already holds it}
     *
     * @param path the path
     * @param column a column of the entity that it leads to
     */
    static Column column(Path path, ColumnAttribute column) {
        if (!path.isRoot() && path.last() instanceof ToOneAttribute relation && relation.isOwning()) {
            int part = path.target().key().columns().indexOf(column);
            return part < 0
                    ? new Column(path, column)
                    : new Column(path.parent(), relation.foreignKey().columns().get(part));
        }
        return new Column(path, column);
    }

    /**
     * {@return an embedded object of the row at the end of a path}
     *
     * @param path the path
     * @param embedded the object
     */
    static Tuple embedded(Path path, EmbeddedAttribute embedded) {
        List<Column> parts = new ArrayList<>();
        embedded.columns().forEach(column -> parts.add(column(path, column)));
        boolean key = path.target().key().columns().equals(embedded.columns());
        return new Tuple(parts, embedded.type(), key);
    }

    /**
     * {@return the conjunction of conditions: the only one itself}
     *
     * @param conditions the conditions
     */
    static Term all(List<? extends Term> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : new And(List.copyOf(conditions));
    }

    private static String joined(List<?> parts, String separator) {
        StringBuilder text = new StringBuilder("(");
        for (int at = 0; at < parts.size(); at++) {
            text.append(at == 0 ? "" : separator).append(parts.get(at));
        }
        return text.append(")").toString();
    }
}
