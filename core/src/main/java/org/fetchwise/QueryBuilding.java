package org.fetchwise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Column;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.Fetch;
import org.fetchwise.expr.Ordering;
import org.fetchwise.expr.ToOne;
import org.fetchwise.plan.Lookups;
import org.fetchwise.query.Clause;
import org.fetchwise.query.ColumnChoice;
import org.fetchwise.query.OrderSource;
import org.fetchwise.query.Path;
import org.fetchwise.query.PathSource;
import org.fetchwise.query.PrefetchSource;
import org.fetchwise.query.Prefetching;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Simplify;
import org.fetchwise.query.Slice;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.fetchwise.query.TermWalk;
import org.fetchwise.sql.SortKey.Nulls;

/** What the methods of querysets and values do to a query; what is wrong is refused here, before any statement. */
final class QueryBuilding {
    private QueryBuilding() {}

    static Query filter(Query query, Collection<? extends Condition<?>> conditions) {
        return conditions.isEmpty() ? query : filter(query, conjunction(query, conditions));
    }

    static Query exclude(Query query, Collection<? extends Condition<?>> conditions) {
        return conditions.isEmpty() ? query : filter(query, new Term.Not(conjunction(query, conditions)));
    }

    static Query filter(Query query, Term condition) {
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
    private static Query whole(Query query) {
        if (query.slice().isEverything()) {
            return query;
        }
        Query part = query.withProjection(Projection.Entities.PLAIN).withPrefetches(List.of());
        Term.Column key = Term.key(Path.of(query.entity()));
        Clause among = new Clause.Filter(new Term.In(key, new Term.QueryValues(part)));
        List<Clause> clauses = new ArrayList<>(List.of(among));
        clauses.addAll(query.annotations());
        return query.withOwners(null).withClauses(clauses).withSlice(Slice.NONE);
    }

    static Query distinct(Query query) {
        return whole(query).distinctly();
    }

    static Query reverse(Query query) {
        return whole(query).inReverse();
    }

    private static Term conjunction(Query query, Collection<? extends Condition<?>> conditions) {
        List<Term> terms = new ArrayList<>(conditions.size());
        for (Condition<?> condition : conditions) {
            Term term = Lookups.resolve(query, TermSource.termOf(condition));
            if (TermWalk.any(term, part -> part instanceof Term.Windowed)) {
                throw new QueryException("A condition on a window function is not supported yet: '" + term
                        + "'. Rank in the database and filter the list.\nin query: " + query);
            }
            terms.add(term);
        }
        return Term.all(terms);
    }

    static Query annotate(Query query, Collection<? extends Expr<?, ?>> values) {
        Query changed = query;
        for (Expr<?, ?> value : values) {
            Term term = Lookups.resolve(query, TermSource.termOf(value));
            refuseToMany(query, term, "annotate");
            String name = nameOf(value, term);
            if (changed.entity().find(name) != null) {
                throw new QueryException("The annotation '" + name + "' has the name of an attribute of "
                        + query.entity() + ". Give it another with named(...).\nin query: " + query);
            }
            for (Clause.Annotate before : changed.annotations()) {
                if (before.name().equals(name) && !before.term().equals(term)) {
                    throw new QueryException("Two annotations are called '" + name
                            + "'. Give one another name with named(...).\nin query: " + query);
                }
            }
            changed = changed.with(new Clause.Annotate(name, term));
        }
        return changed;
    }

    static Query values(Query query, Collection<? extends Expr<?, ?>> values) {
        return query.withProjection(new Projection.Values(items(query, List.of(), values)))
                .withPrefetches(List.of());
    }

    static Query moreValues(Query query, Collection<? extends Expr<?, ?>> values) {
        List<Projection.Item> before = ((Projection.Values) query.projection()).items();
        return query.withProjection(new Projection.Values(items(query, before, values)));
    }

    private static List<Projection.Item> items(
            Query query, List<Projection.Item> before, Collection<? extends Expr<?, ?>> values) {
        List<Projection.Item> items = new ArrayList<>(before);
        Set<String> names = new HashSet<>();
        before.forEach(item -> names.add(item.name()));
        for (Expr<?, ?> value : values) {
            Term term = Lookups.resolve(query, TermSource.termOf(value));
            if (term instanceof Term.Aggregate aggregate && aggregate.rows().isRoot()) {
                throw new QueryException(
                        "'" + term + "' is taken over all rows, but values(...) gives one row for each "
                                + query.entity() + ". Aggregate over a relation instead.\nin query: " + query);
            }
            refuseToMany(query, term, "values");
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
            Term value = Lookups.resolve(query, order.value());
            refuseToMany(query, value, "orderBy");
            terms.add(new Term.Order(value, order.descending(), order.nulls()));
        }
        return whole(query).orderedBy(terms);
    }

    private static void refuseToMany(Query query, Term term, String method) {
        if (term instanceof Term.Aggregate) {
            return;
        }
        if (term instanceof Term.Column column && column.path().isToMany()) {
            throw new QueryException(method + "(" + column + ") would give a row for each of "
                    + column.path().text()
                    + ". Take an aggregate of it, such as max(), or prefetch the relation.\nin query: "
                    + query);
        }
        TermWalk.rebuild(term, part -> {
            refuseToMany(query, part, method);
            return part;
        });
    }

    static Query selectRelated(Query query, Collection<? extends ToOne<?, ?>> paths) {
        Projection.Entities entities = entities(query);
        List<Path> related = new ArrayList<>(entities.related());
        for (ToOne<?, ?> path : paths) {
            Path added = ((PathSource) path).asPath();
            if (!added.isRoot() && !related.contains(added)) {
                related.add(added);
            }
        }
        return query.withProjection(new Projection.Entities(entities.columns(), related));
    }

    static Query prefetchRelated(Query query, Collection<? extends Fetch<?>> fetches) {
        List<Prefetching> prefetches = new ArrayList<>(query.prefetches());
        for (Fetch<?> fetch : fetches) {
            Prefetching added = PrefetchSource.prefetchingOf(fetch);
            if (added.path().isRoot()) {
                throw new QueryException("prefetchRelated takes a relation, but " + added.path()
                        + " is the entity itself.\nin query: " + query);
            }
            if (added.key() != null && added.path().steps().size() > 1) {
                throw new QueryException("A prefetch with a queryset of its own takes one relation of " + query.entity()
                        + ", but " + added.path() + " is longer. Prefetch "
                        + added.path().parent().text()
                        + " with a queryset that has the prefetch of '"
                        + added.path().last()
                        + "' in it.\nin query: " + query);
            }
            if (!prefetches.contains(added)) {
                prefetches.add(added);
            }
        }
        return query.withPrefetches(prefetches);
    }

    static Query only(Query query, Collection<? extends Column<?, ?>> columns) {
        Projection.Entities entities = entities(query);
        return query.withProjection(
                new Projection.Entities(ColumnChoice.only(columns(query, columns, "only")), entities.related()));
    }

    static Query defer(Query query, Collection<? extends Column<?, ?>> columns) {
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
            Term.Column term = (Term.Column) TermSource.termOf(column);
            if (term.path().isToMany()) {
                throw new QueryException(method + "(" + term + ") names a column of a to-many relation. Prefetch "
                        + term.path().text() + " with a queryset that has " + method + "(...).\nin query: " + query);
            }
            terms.add(term);
        }
        return terms;
    }

    private static Projection.Entities entities(Query query) {
        return (Projection.Entities) query.projection();
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
        if (from < 0 || to < from) {
            throw new QueryException("slice takes two positions that are not negative, the lower one first. To count "
                    + "from the end, turn the order round with reverse().\nin query: " + query);
        }
        return query.withSlice(query.slice().skipping(from).limited((long) to - from));
    }

    /** A query of one row takes the order of the key where there is none, so that it always means the same row. */
    static Query inDefiniteOrder(Query query) {
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
        return query.reversed() ? ordered.inReverse() : ordered;
    }

    private static String nameOf(Expr<?, ?> value, Term term) {
        String name = TermSource.nameOf(value);
        return name != null ? name : term.toString();
    }
}
