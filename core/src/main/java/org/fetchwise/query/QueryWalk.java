package org.fetchwise.query;

import java.util.List;
import java.util.function.UnaryOperator;
import org.fetchwise.error.QueryException;
import org.jspecify.annotations.Nullable;

/** Rebuilds queries, and ties subqueries to the query that they are evaluated for. */
public final class QueryWalk {
    private QueryWalk() {}

    /**
     * {@return the query with each of its terms replaced}
     *
     * @param query the query
     * @param change gives the replacement of a term, the term itself to leave it
     */
    public static Query rebuild(Query query, UnaryOperator<Term> change) {
        Combination combined = query.combined();
        return new Query(
                query.entity(),
                query.source(),
                query.owners(),
                query.clauses().stream().map(clause -> rebuild(clause, change)).toList(),
                TermWalk.orders(query.ordering(), change),
                query.ordered(),
                query.reversed(),
                query.distinct(),
                query.distinctOn().stream().map(change).toList(),
                each(query.grouping(), change),
                combined == null
                        ? null
                        : new Combination(
                                combined.operator(),
                                combined.all(),
                                combined.parts().stream()
                                        .map(part -> rebuild(part, change))
                                        .toList()),
                query.slice(),
                rebuild(query.projection(), change),
                query.prefetches(),
                query.fetching(),
                query.locking(),
                query.none());
    }

    private static Clause rebuild(Clause clause, UnaryOperator<Term> change) {
        return switch (clause) {
            case Clause.Filter filter -> new Clause.Filter(change.apply(filter.condition()));
            case Clause.Annotate annotate ->
                new Clause.Annotate(annotate.name(), change.apply(annotate.term()), annotate.given());
        };
    }

    private static @Nullable List<Term> each(@Nullable List<Term> terms, UnaryOperator<Term> change) {
        return terms == null ? null : terms.stream().map(change).toList();
    }

    private static Projection rebuild(Projection projection, UnaryOperator<Term> change) {
        return switch (projection) {
            case Projection.Values values -> new Projection.Values(items(values.items(), change));
            case Projection.Totals totals -> new Projection.Totals(items(totals.items(), change));
            case Projection.Count count -> new Projection.Count(items(count.values(), change));
            case Projection.Existence existence -> new Projection.Existence(items(existence.values(), change));
            case Projection.Entities entities -> entities;
            case Projection.CountByOwner counts -> counts;
        };
    }

    private static List<Projection.Item> items(List<Projection.Item> items, UnaryOperator<Term> change) {
        return items.stream()
                .map(item -> new Projection.Item(item.name(), change.apply(item.term())))
                .toList();
    }

    /**
     * {@return a subquery whose outer values given as text are checked against the query around it}
     *
     * @param around the query that the subquery is put into
     * @param subquery the subquery
     */
    static Query within(Query around, Query subquery) {
        return within(around, subquery, 1);
    }

    private static Query within(Query around, Query subquery, int depth) {
        return rebuild(subquery, term -> tied(around, subquery, term, depth));
    }

    private static Term tied(Query around, Query subquery, Term term, int depth) {
        return switch (term) {
            case Term.Outer outer -> levels(outer) == depth ? resolved(around, outer) : outer;
            case Term.Exists exists -> new Term.Exists(within(around, exists.query(), depth + 1));
            case Term.Subselect subselect -> subselect(within(around, subselect.query(), depth + 1));
            case Term.In in
            when in.values() instanceof Term.QueryValues values ->
                new Term.In(
                        tied(around, subquery, in.value(), depth),
                        new Term.QueryValues(within(around, values.query(), depth + 1)));
            case Term.Quantified quantified
            when quantified.condition() != null ->
                new Term.Quantified(
                        quantified.quantifier(),
                        quantified.rows(),
                        tied(around, subquery, quantified.condition(), depth));
            case Term other -> {
                Term changed = TermWalk.rebuild(other, part -> tied(around, subquery, part, depth));
                yield changed.equals(other) ? other : Lookups.retyped(changed);
            }
        };
    }

    private static int levels(Term.Outer outer) {
        return outer.value() instanceof Term.Outer further ? levels(further) + 1 : 1;
    }

    private static Term resolved(Query around, Term.Outer outer) {
        return new Term.Outer(
                outer.value() instanceof Term.Outer further
                        ? resolved(around, further)
                        : Lookups.resolve(around, outer.value()));
    }

    /**
     * {@return a query of one value as a value}
     *
     * @param query the query
     */
    public static Term.Subselect subselect(Query query) {
        return new Term.Subselect(query, onlyValue(query).type());
    }

    /**
     * {@return the only value that a query gives for each row}
     *
     * @param query the query
     */
    public static Term onlyValue(Query query) {
        return switch (query.projection()) {
            case Projection.Values values
            when values.items().size() == 1 && !(values.items().get(0).term() instanceof Term.Related) ->
                values.items().get(0).term();
            case Projection.Entities entities -> Term.key(Path.of(query.entity()));
            case Projection other ->
                throw new QueryException("A subquery gives one value a row, but this one gives something else."
                        + " Ask for values(...) with one expression.\nin query: " + query);
        };
    }
}
