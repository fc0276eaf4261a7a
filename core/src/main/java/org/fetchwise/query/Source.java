package org.fetchwise.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A queryset whose rows are read like a table. It stands in a statement once, under its name, however many queries read it.
 *
 * @param name its name in the statement
 * @param query its rows: objects, with their annotations
 */
public record Source(String name, Query query) {
    /**
     * {@return a query of its rows, in which each annotation of the rows is a column}
     *
     * @param query the query, which may speak of the annotations by what they are calculated from
     */
    public static Query carried(Query query) {
        Source source = query.source();
        List<Clause.Annotate> annotations =
                source == null ? List.of() : source.query().annotations();
        if (annotations.isEmpty()) {
            return query;
        }
        Map<Term, Term> columns = new HashMap<>();
        annotations.forEach(annotate -> columns.put(annotate.term(), carried(query, annotate)));
        return QueryWalk.rebuild(query, term -> carried(term, columns));
    }

    private static Term carried(Term term, Map<Term, Term> columns) {
        Term column = columns.get(term);
        return column != null ? column : TermWalk.rebuild(term, part -> carried(part, columns));
    }

    private static Term.Carried carried(Query query, Clause.Annotate annotate) {
        return new Term.Carried(
                Path.of(query.entity()), annotate.name(), annotate.term().type());
    }

    /**
     * {@return all rows of a query, read like a table: with its annotations, and with what is loaded with each object}
     *
     * @param query the query
     * @param name the name of the table in the statement
     */
    public static Query table(Query query, String name) {
        Projection.Entities entities = (Projection.Entities) query.projection();
        Query rows = query.withProjection(new Projection.Entities(entities.columns(), List.of()))
                .withPrefetches(List.of())
                .with(Fetching.AS_HANDLE);
        Query all = Query.of(query.entity())
                .withSource(new Source(name, rows))
                .withProjection(entities)
                .withPrefetches(query.prefetches())
                .with(query.fetching());
        for (Clause.Annotate annotate : query.annotations()) {
            all = all.with(annotate);
        }
        boolean kept =
                query.ordered() && query.ordering().stream().noneMatch(order -> TermWalk.spansMany(order.value()));
        all = kept ? all.orderedBy(query.ordering()) : all;
        all = query.reversed() ? all.inReverse() : all;
        return query.isEmpty() ? all.empty() : all;
    }

    @Override
    public String toString() {
        return query + ".asTable(" + name + ")";
    }
}
