package org.fetchwise.expr;

import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.query.ElementSource;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/** What is taken of related rows. */
final class RelatedTerm<R, V> extends TypedTerm<R, V> {
    private RelatedTerm(Term term, @Nullable String name) {
        super(term, name);
    }

    static <R, V> RelatedTerm<R, V> of(Path path, ElementSource elements) {
        Query query = elements.asQuery();
        path.whole("list");
        if (path.isRoot() || path.parent().isToMany()) {
            throw new QueryException("What is taken of related rows belongs to one row of " + path.root() + ", but "
                    + path + (path.isRoot() ? " is that row itself" : " leads over many rows before its last relation")
                    + ". Begin at " + path.root() + " and let only the last relation lead to many.\nin query: "
                    + query);
        }
        if (query.grouping() != null
                || query.combined() != null
                || (query.distinct() && !query.slice().isEverything())) {
            throw new QueryException(
                    "What is taken of the rows of " + path + " is values of each of them: of groups, of combined"
                            + " queries and of slices of different values ask a query"
                            + " of their own.\n"
                            + "in query: "
                            + query);
        }
        return new RelatedTerm<>(new Term.Related(path, elements), null);
    }

    /** The only value that is taken of each row. */
    record Only(Query query) implements ElementSource {
        static Only of(Path path, Object element) {
            Projection.Item item = new Projection.Item("element", Terms.of(element));
            return new Only(Query.of(path.target()).withProjection(new Projection.Values(List.of(item))));
        }

        @Override
        public Query asQuery() {
            return query;
        }

        @Override
        public @Nullable Object elementOf(@Nullable Object[] values) {
            return values[0];
        }
    }

    @Override
    public Expr<R, V> named(String name) {
        return new RelatedTerm<>(asTerm(), name);
    }
}
