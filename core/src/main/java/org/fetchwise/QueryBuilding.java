package org.fetchwise;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Column;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.DateUnit;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.Ordering;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.AttributeNames;
import org.fetchwise.query.Clause;
import org.fetchwise.query.ColumnChoice;
import org.fetchwise.query.Literals;
import org.fetchwise.query.Locking;
import org.fetchwise.query.Lookups;
import org.fetchwise.query.OrderSource;
import org.fetchwise.query.Path;
import org.fetchwise.query.PathSource;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Simplify;
import org.fetchwise.query.Slice;
import org.fetchwise.query.Source;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.fetchwise.query.TermWalk;
import org.fetchwise.query.Times;
import org.fetchwise.sql.Lock;
import org.fetchwise.sql.SortKey.Nulls;
import org.fetchwise.sql.SqlFunction;
import org.jspecify.annotations.Nullable;

/** What the methods of querysets and values do to a query; what is wrong is refused here, before any statement. */
final class QueryBuilding {
    /** As far as Django follows required relations that nobody named. */
    private static final int MOST_REQUIRED_STEPS = 5;

    /** As many as PostgreSQL tells apart. */
    private static final int MOST_CHARACTERS = 63;

    private static final Pattern TABLE_NAME = Pattern.compile("[A-Za-z_]\\w{0," + (MOST_CHARACTERS - 1) + "}");

    private QueryBuilding() {}

    static Query filter(Query query, Collection<? extends Condition<?>> conditions) {
        return conditions.isEmpty() ? query : filter(query, conjunction(query, conditions));
    }

    static Query exclude(Query query, Collection<? extends Condition<?>> conditions) {
        // The conjunction stays, even of one term: the negation of a negation is no plain condition where it spans many
        // rows.
        return conditions.isEmpty() ? query : filter(query, new Term.Not(new Term.And(terms(query, conditions))));
    }

    static Query filter(Query query, Term condition) {
        Sets.refuse(query, "filter");
        Term smaller = Simplify.condition(condition);
        if (smaller.equals(Simplify.TRUE)) {
            return query;
        }
        if (smaller.equals(Simplify.FALSE)) {
            return query.empty();
        }
        return whole(query).with(new Clause.Filter(smaller));
    }

    /**
     * A query that has no slice of its own: the rows of a slice become a condition, so that what is added afterwards is
     * about them and not about the rows behind them.
     */
    static Query whole(Query query) {
        if (query.slice().isEverything()) {
            return query;
        }
        if (query.grouping() != null || query.combined() != null) {
            throw new QueryException("A slice of groups or of combined rows stands as it is: call filter, orderBy,"
                    + " distinct and reverse before the slice.\nin query: " + query);
        }
        List<Clause> clauses = new ArrayList<>(List.of(among(query)));
        clauses.addAll(query.annotations());
        return query.withOwners(null).withClauses(clauses).withSlice(Slice.NONE);
    }

    /** The condition that a row is one of those of a query. */
    static Clause among(Query query) {
        Query rows = query.withLocking(null)
                .withProjection(Projection.Entities.PLAIN)
                .withPrefetches(List.of());
        return new Clause.Filter(new Term.In(Term.key(Path.of(query.entity())), new Term.QueryValues(rows)));
    }

    static Query distinct(Query query) {
        Sets.refuse(query, "distinct");
        return whole(query).withDistinct(true);
    }

    static Query distinctOn(Query query, Collection<? extends Expr<?, ?>> values) {
        if (values.isEmpty()) {
            throw new QueryException(
                    "distinctOn takes at least one value; distinct() compares whole rows.\nin query: " + query);
        }
        List<Term> terms = new ArrayList<>(values.size());
        for (Expr<?, ?> value : values) {
            terms.add(Lookups.resolve(query, TermSource.termOf(value)));
        }
        return whole(query).distinctOn(terms);
    }

    static Query reverse(Query query) {
        return whole(query).inReverse();
    }

    private static Term conjunction(Query query, Collection<? extends Condition<?>> conditions) {
        return Term.all(terms(query, conditions));
    }

    private static List<Term> terms(Query query, Collection<? extends Condition<?>> conditions) {
        Sets.refuse(query, "filter");
        List<Term> terms = new ArrayList<>(conditions.size());
        for (Condition<?> condition : conditions) {
            Term term = Lookups.resolve(query, TermSource.termOf(condition));
            Aggregation.refuseNested(query, term);
            terms.add(term);
        }
        return terms;
    }

    static Query annotate(Query query, Collection<? extends Expr<?, ?>> values, boolean given) {
        Sets.refuse(query, "annotate");
        Query changed = query;
        Set<String> names = new HashSet<>();
        for (Expr<?, ?> value : values) {
            Term term = Lookups.resolve(query, TermSource.termOf(value));
            refuseToMany(query, TermSource.termOf(value), "annotate");
            Aggregation.refuseNested(query, term);
            String name = nameOf(value, term);
            if (!names.add(name)) {
                throw new QueryException("Two annotations are called '" + name
                        + "'. Give one another name with named(...).\nin query: " + query);
            }
            if (AttributeNames.isTaken(changed.entity(), name)) {
                throw new QueryException("The annotation '" + name + "' has the name of an attribute of "
                        + query.entity() + ". Give it another with named(...).\nin query: " + query);
            }
            boolean shown = given && !(term instanceof Term.Rows);
            changed = Aggregation.without(changed, name).with(new Clause.Annotate(name, term, shown));
        }
        return changed;
    }

    static Query values(Query query, Collection<? extends Expr<?, ?>> values) {
        Projection chosen = new Projection.Values(items(query, List.of(), values));
        return Lookups.orderedByValues(query.withProjection(chosen)).withPrefetches(List.of());
    }

    /** Every column that is read with an object, and every annotation. */
    static Query allValues(Query query) {
        List<Projection.Item> items = new ArrayList<>();
        Path root = Path.of(query.entity());
        for (ColumnAttribute column : query.entity().columns()) {
            if (column.is(ColumnAttribute.Trait.DISCRIMINATOR)) {
                continue;
            }
            items.add(new Projection.Item(column.name(), new Term.Column(root, column)));
        }
        for (Clause.Annotate annotate : query.givenAnnotations()) {
            items.add(new Projection.Item(annotate.name(), annotate.term()));
        }
        return query.withProjection(new Projection.Values(items)).withPrefetches(List.of());
    }

    /** The different beginnings of a unit that a column's values fall into, in their order. */
    static Query beginnings(Query query, Expr<?, ?> column, DateUnit unit, @Nullable ZoneId zone, StorageType wanted) {
        Term value = Lookups.resolve(query, TermSource.termOf(column));
        StorageType given = value.type().storage();
        boolean dates = wanted == StorageType.DATE;
        if (given != StorageType.INSTANT && !(dates && given == StorageType.DATE)) {
            throw new QueryException((dates ? "dates" : "datetimes") + " takes a column of "
                    + (dates ? "dates or instants" : "instants") + ", but '" + value + "' is of type "
                    + value.type().javaType().getSimpleName() + ".\nin query: " + query);
        }
        if (dates && unit.compareTo(DateUnit.DAY) > 0) {
            throw new QueryException("dates takes YEAR, QUARTER, MONTH, WEEK or DAY; for " + unit
                    + " take datetimes.\nin query: " + query);
        }
        Term day = dates && given == StorageType.INSTANT ? Times.of(SqlFunction.DATE, value, zone) : value;
        boolean done = dates && unit == DateUnit.DAY;
        Term cut = done ? day : Times.of(SqlFunction.valueOf("TRUNC_" + unit.name()), day, dates ? null : zone);
        return filter(query, new Term.IsNotNull(new Term.Annotated(value)))
                .withProjection(new Projection.Values(List.of(new Projection.Item("date", cut))))
                .withPrefetches(List.of())
                .withDistinct(true)
                .orderedBy(List.of(new Term.Order(cut, false, Nulls.DEFAULT)));
    }

    static Query moreValues(Query query, Collection<? extends Expr<?, ?>> values) {
        List<Projection.Item> before = ((Projection.Values) query.projection()).items();
        Query annotated = annotate(query, values, true);
        List<Projection.Item> items = new ArrayList<>(before);
        for (Clause.Annotate annotate : annotated.givenAnnotations()) {
            if (!query.annotations().contains(annotate)) {
                items.removeIf(item -> item.name().equals(annotate.name()));
                items.add(new Projection.Item(annotate.name(), annotate.term()));
            }
        }
        Query selected = Lookups.orderedByValues(annotated.withProjection(new Projection.Values(items)));
        boolean grouping = values.stream()
                .anyMatch(value -> TermWalk.isAggregated(Lookups.resolve(query, TermSource.termOf(value))));
        return grouping ? Aggregation.groupedBySelection(selected, before) : selected;
    }

    static List<Projection.Item> items(
            Query query, List<Projection.Item> before, Collection<? extends Expr<?, ?>> values) {
        List<Projection.Item> items = new ArrayList<>(before);
        Set<String> names = new HashSet<>();
        before.forEach(item -> names.add(item.name()));
        for (Expr<?, ?> value : values) {
            Term term = Lookups.resolve(query, TermSource.termOf(value));
            if (!(term instanceof Term.Related) || query.grouping() != null || query.combined() != null) {
                Aggregation.refuseNested(query, term);
            }
            Aggregation.refuseAlias(query, value);
            if (term instanceof Term.Aggregate aggregate
                    && aggregate.rows().isRoot()
                    && query.grouping() == null
                    && query.annotations().stream()
                            .noneMatch(annotate -> annotate.term().equals(term))) {
                throw new QueryException("'" + term
                        + "' is taken over all rows, but values(...) gives one row for each "
                        + query.entity() + ". Aggregate over a relation, or group the rows with groupBy(...)"
                        + " first.\nin query: " + query);
            }
            refuseToMany(query, TermSource.termOf(value), "values");
            Sets.requireGiven(query, term);
            String name = nameOf(value, term);
            if (!names.add(name)) {
                throw new QueryException("Two values are called '" + name
                        + "'. Give one another name with named(...).\nin query: " + query);
            }
            items.add(new Projection.Item(name, term));
        }
        return items;
    }

    static Query orderBy(Query query, Collection<? extends Ordering<?>> orders) {
        List<Term.Order> terms = new ArrayList<>(orders.size());
        for (Ordering<?> ordering : orders) {
            Term.Order order = OrderSource.orderOf(ordering);
            refuseToMany(query, order.value(), "orderBy");
            terms.addAll(Lookups.orders(query, order));
        }
        terms.forEach(term -> Aggregation.refuseNested(query, term.value()));
        Sets.requireGiven(query, terms);
        return whole(query).orderedBy(terms);
    }

    /**
     * A path given as text may lead over many rows, as in Django: whoever writes it gets a row for each. So does who groups
     * by one, and has it once for each group.
     */
    static void refuseToMany(Query query, Term term, String method) {
        if (term instanceof Term.Aggregate
                || (query.grouping() != null && query.grouping().contains(term))) {
            return;
        }
        if (term instanceof Term.Column column && column.path().isToMany()) {
            throw new QueryException(method + "(" + column + ") would give a row for each of "
                    + column.path().text()
                    + ". Take an aggregate of it, such as max(), a list of it, as in BOOK.tags().list(TAG.label), or"
                    + " prefetch the relation.\nin query: "
                    + query);
        }
        TermWalk.rebuild(term, part -> {
            refuseToMany(query, part, method);
            return part;
        });
    }

    static Query asTable(Query query, String name) {
        if (!TABLE_NAME.matcher(name).matches()) {
            throw new QueryException(
                    "The name of a table within a query consists of letters, digits and underscores, at most "
                            + MOST_CHARACTERS + ", and does not begin with a digit.\nin query: " + query);
        }
        if (query.locking() != null) {
            throw new QueryException("Rows that are read like a table cannot be locked: lock by a queryset of its own."
                    + "\nin query: " + query);
        }
        for (Clause.Annotate annotate : query.annotations()) {
            if (TermWalk.spansMany(annotate.term())) {
                throw new QueryException("The annotation '" + annotate.name() + "' would give a row once for each of"
                        + " many. Take an aggregate such as max().\nin query: " + query);
            }
        }
        return Source.table(query, name);
    }

    static Query selectForUpdate(Query query, Lock.Wait wait, Collection<? extends ToOne<?, ?>> of) {
        if (query.source() != null) {
            throw new QueryException("Rows that are read like a table cannot be locked: lock by a queryset of its own."
                    + "\nin query: " + query);
        }
        List<Path> paths = new ArrayList<>(of.size());
        for (ToOne<?, ?> path : of) {
            Path locked = PathSource.pathOf(path, query.entity());
            boolean read = locked.isRoot()
                    || (query.projection() instanceof Projection.Entities entities
                            && entities.related().contains(locked));
            if (!read) {
                throw new QueryException("selectForUpdate locks rows that the query reads, but not those of '"
                        + locked.text() + "'. Call selectRelated before it.\nin query: " + query);
            }
            paths.add(locked);
        }
        return query.withLocking(new Locking(wait, paths));
    }

    static Query selectRelated(Query query, Collection<? extends ToOne<?, ?>> paths) {
        Projection.Entities entities = entities(query);
        List<Path> related = new ArrayList<>(entities.related());
        for (ToOne<?, ?> path : paths) {
            Path added = PathSource.pathOf(path, query.entity());
            if (added.isToMany()) {
                throw new QueryException("selectRelated takes relations to one object, but '" + added.text()
                        + "' leads to many: use prefetchRelated.\nin query: " + query);
            }
            if (!added.isRoot() && !related.contains(added)) {
                related.add(added);
            }
        }
        return query.withProjection(new Projection.Entities(entities.columns(), related));
    }

    /** A value as the column's type has it: a text may stand for an identifier or a time. */
    static Object comparable(Term column, @Nullable Object value, String method) {
        if (value == null) {
            throw new QueryException(method + " takes values of '" + column + "', but one is null: leave it out.");
        }
        if (column.type().javaType().isInstance(value)) {
            return value;
        }
        Term.Literal literal = Literals.beside(column.type(), value);
        if (literal == null || literal.value() == null) {
            throw new QueryException(method + " takes values of the type of '" + column + "', "
                    + column.type().javaType().getSimpleName() + ", not of type "
                    + value.getClass().getSimpleName() + ".");
        }
        return literal.value();
    }

    /** Every relation that always has an object, and theirs, a few steps far. */
    static Query selectRequired(Query query) {
        Projection.Entities entities = entities(query);
        List<Path> related = new ArrayList<>(entities.related());
        addRequired(Path.of(query.entity()), related);
        return query.withProjection(new Projection.Entities(entities.columns(), related));
    }

    private static void addRequired(Path path, List<Path> related) {
        for (RelationAttribute relation : path.target().relations()) {
            if (relation instanceof ToOneAttribute toOne && toOne.isOwning() && !toOne.isNullable()) {
                Path added = path.then(relation);
                if (!related.contains(added)) {
                    related.add(added);
                }
                if (added.steps().size() < MOST_REQUIRED_STEPS) {
                    addRequired(added, related);
                }
            }
        }
    }

    static Query clearSelectRelated(Query query) {
        return query.withProjection(new Projection.Entities(entities(query).columns(), List.of()));
    }

    static Query clearDefer(Query query) {
        Projection.Entities entities = entities(query);
        return query.withProjection(new Projection.Entities(ColumnChoice.EVERYTHING, entities.related()));
    }

    private static void requireParts(Query query) {
        if (query.entity().isReadOnly()) {
            throw new QueryException(query.entity()
                    + " is read-only, and is read as a whole. Take some of its columns with" + " values(...).");
        }
    }

    static Query only(Query query, Collection<? extends Column<?, ?>> columns) {
        requireParts(query);
        Projection.Entities entities = entities(query);
        return query.withProjection(new Projection.Entities(
                entities.columns().choosing(columns(query, columns, "only")), entities.related()));
    }

    static Query defer(Query query, Collection<? extends Column<?, ?>> columns) {
        requireParts(query);
        Projection.Entities entities = entities(query);
        return query.withProjection(new Projection.Entities(
                entities.columns().without(columns(query, columns, "defer")), entities.related()));
    }

    /** The same query, its objects read with a column in any case. */
    static Query reading(Query query, Term.Column column) {
        Projection.Entities entities = entities(query);
        return query.withProjection(new Projection.Entities(entities.columns().including(column), entities.related()));
    }

    private static List<Term.Column> columns(Query query, Collection<? extends Column<?, ?>> columns, String method) {
        List<Term.Column> terms = new ArrayList<>(columns.size());
        for (Column<?, ?> column : columns) {
            Term given = Lookups.resolve(query, TermSource.termOf(column));
            List<Term.Column> named =
                    given instanceof Term.Tuple tuple ? tuple.parts() : List.of(column(query, column, method));
            for (Term.Column term : named) {
                if (term.path().isToMany()) {
                    throw new QueryException(method + "(" + term + ") names a column of a to-many relation. Prefetch "
                            + term.path().text() + " with a queryset that has " + method + "(...).\nin query: "
                            + query);
                }
                terms.add(term);
            }
        }
        return terms;
    }

    static Term.Column column(Query query, Column<?, ?> column, String method) {
        Term resolved = Lookups.resolve(query, TermSource.termOf(column));
        if (resolved instanceof Term.Column found) {
            return found;
        }
        throw new QueryException(method + " takes columns, but '" + column + "' is none.\nin query: " + query);
    }

    private static Projection.Entities entities(Query query) {
        Sets.refuse(query, "choosing columns and related objects");
        return (Projection.Entities) query.projection();
    }

    /** A bound for what one touch loads. */
    static int peerRows(int rows) {
        if (rows < 1) {
            throw new QueryException("maxPeerRows takes a number of at least 1, but was given " + rows + ".");
        }
        return rows;
    }

    static Query limit(Query query, int rows) {
        if (rows < 0) {
            throw new QueryException("limit takes a number of rows that is not negative.\nin query: " + query);
        }
        return query.withSlice(query.slice().limited(rows));
    }

    static Query offset(Query query, int rows) {
        if (rows < 0) {
            throw new QueryException("offset takes a number of rows that is not negative. To count from the end, "
                    + "turn the order round with reverse().\nin query: " + query);
        }
        return query.withSlice(query.slice().skipping(rows));
    }

    static Query slice(Query query, int from, int to) {
        if (from < 0 || to < 0) {
            throw new QueryException("slice takes two positions that are not negative. To count from the end, turn the "
                    + "order round with reverse().\nin query: " + query);
        }
        return query.withSlice(query.slice().skipping(from).limited(Math.max(0, (long) to - from)));
    }

    /** In the order by which the earliest comes first. */
    static Query byExtreme(Query query, String terminal, Collection<? extends Ordering<?>> orders) {
        if (!query.slice().isEverything()) {
            throw new QueryException(
                    terminal + " of a slice has no meaning: take it of the whole, or take first() of an"
                            + " ordered slice.\nin query: " + query);
        }
        if (orders.isEmpty()) {
            throw new QueryException(terminal + " takes at least one order.\nin query: " + query);
        }
        return orderBy(query, orders);
    }

    /** A query of one row takes the order of the key where there is none, so that it always means the same row. */
    static Query inDefiniteOrder(Query query) {
        if (query.grouping() != null && query.ordering().isEmpty()) {
            throw new QueryException("The first or last of groups has no meaning without an order of theirs. Add"
                    + " orderBy(...).\nin query: " + query);
        }
        boolean inOrder = query.ordered()
                ? !query.ordering().isEmpty()
                : !query.entity().ordering().isEmpty();
        if (inOrder) {
            return query;
        }
        if (!query.slice().equals(Slice.NONE)) {
            throw new QueryException("The first or last of a slice has no meaning without an order. Add orderBy(...)"
                    + " before the slice.\nin query: " + query);
        }
        Query ordered =
                query.orderedBy(List.of(new Term.Order(Term.key(Path.of(query.entity())), false, Nulls.DEFAULT)));
        return ordered;
    }

    static String nameOf(Expr<?, ?> value, Term term) {
        String given = TermSource.nameOf(value);
        String name = given == null && TermSource.termOf(value) instanceof Term.Named named ? named.path() : given;
        return name != null ? name : term.toString();
    }
}
