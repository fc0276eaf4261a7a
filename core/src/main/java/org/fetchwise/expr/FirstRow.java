package org.fetchwise.expr;

import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.QueryWalk;
import org.fetchwise.query.Term;
import org.fetchwise.sql.SortKey.Nulls;

/** The value of the first of the rows that a relation leads to: a subquery tied to the row that has the relation. */
final class FirstRow {
    private FirstRow() {}

    static Term value(Path path, Query rows, Object value) {
        if (path.parent().isToMany()) {
            throw new QueryException("The first of the rows of " + path + " is one for each row of " + path.root()
                    + " only if no relation before the last leads to many.\nin query: " + rows);
        }
        if (rows.owners() != null
                || rows.combined() != null
                || rows.distinct()
                || !rows.distinctOn().isEmpty()) {
            throw new QueryException("The first of the rows of " + path + " is taken of a query of all " + path.target()
                    + ", with conditions, an order and a slice.\nin query: " + rows);
        }
        path.whole("first");
        Term owner = Term.key(path.parent());
        Owners owners = new Owners(path.parent().target(), path.last(), new Term.OneOf(new Term.Outer(owner)));
        Projection.Item item = new Projection.Item("first", Terms.of(value));
        Query first = rows.withProjection(new Projection.Values(List.of(item)))
                .withPrefetches(List.of())
                .withLocking(null)
                .withSlice(rows.slice().limited(1))
                .withOwners(owners);
        return QueryWalk.subselect(first.order().isEmpty() ? first.orderedBy(byKey(first)) : first);
    }

    private static List<Term.Order> byKey(Query query) {
        return List.of(new Term.Order(Term.key(Path.of(query.entity())), false, Nulls.DEFAULT));
    }
}
