package org.fetchwise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fetchwise.error.ConstraintException;
import org.fetchwise.error.MultipleFoundException;
import org.fetchwise.query.Locking;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.Write;
import org.fetchwise.sql.Lock;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;

/**
 * Looks for one object by values, and creates it with these values if it is not there. Where two threads create it at the same
 * time a unique constraint lets one of them through, and the other finds what that one has created.
 */
final class FindOrCreate<T> {
    private static final Locking NOW = new Locking(Lock.Wait.WAIT, List.of());

    private final QueryState<T> state;
    private final CreatingRows<T> rows;
    private final List<Write.SetColumn> values;
    private final Query query;

    FindOrCreate(QueryState<T> state, CreatingRows<T> rows, List<Write.SetColumn> values) {
        this.state = state;
        this.rows = rows;
        this.values = values;
        this.query = filtered(state.query(), values);
    }

    private static Query filtered(Query query, List<Write.SetColumn> values) {
        Query filtered = query;
        for (Write.SetColumn value : values) {
            Term.Column column = new Term.Column(Path.of(query.entity()), value.column());
            boolean none = value.value() instanceof Term.Literal literal && literal.value() == null;
            Term condition =
                    none ? new Term.IsNull(column) : new Term.Compare(ComparisonOperator.EQUAL, column, value.value());
            filtered = QueryBuilding.filter(filtered, condition);
        }
        return filtered;
    }

    private Optional<T> find(String terminal) {
        return find(query, terminal);
    }

    /**
     * Looks again for what another has created meanwhile. Under REPEATABLE READ a transaction reads what was there when it began;
     * what it locks, MariaDB gives as it is now.
     */
    private Optional<T> findWinner(String terminal) {
        boolean inTransaction = state.database().transaction().isPresent();
        boolean ofRows = !query.distinct() && query.distinctOn().isEmpty() && query.grouping() == null;
        // Without related objects: PostgreSQL locks no rows of an outer join.
        return inTransaction && ofRows
                ? find(query.withProjection(Projection.Entities.PLAIN).withLocking(NOW), terminal)
                : find(terminal);
    }

    private Optional<T> find(Query searched, String terminal) {
        List<T> found = state.database()
                .list(state.with(searched.withSlice(searched.slice().limited(2))), terminal);
        if (found.size() > 1) {
            throw new MultipleFoundException("More than one " + query.entity() + " has these values. Name values that"
                    + " a unique constraint covers.\nin query: " + query);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    Found<T> getOrCreate(List<Write.SetColumn> defaults) {
        Optional<T> found = find("getOrCreate");
        return found.isPresent() ? new Found<>(found.get(), false) : created(defaults, "getOrCreate");
    }

    Found<T> updateOrCreate(List<Write.SetColumn> updates, List<Write.SetColumn> defaults) {
        Supplier<Found<T>> block = () -> {
            Optional<T> found = find("updateOrCreate");
            Found<T> result = found.isPresent() ? new Found<>(found.get(), false) : created(defaults, "updateOrCreate");
            if (!result.created() && !updates.isEmpty()) {
                rows.update(result.object(), updates);
            }
            return result;
        };
        return state.database().atomic(block);
    }

    /** Inserts in a block of its own, so that a failure leaves the block around it usable. */
    private Found<T> created(List<Write.SetColumn> defaults, String terminal) {
        List<Write.SetColumn> all = new ArrayList<>(values);
        for (Write.SetColumn set : defaults) {
            all.removeIf(given -> given.column() == set.column());
            all.add(set);
        }
        try {
            return new Found<>(state.database().atomic(() -> rows.create(all)), true);
        } catch (ConstraintException failure) {
            if (failure.kind() != ConstraintException.Kind.UNIQUE) {
                throw failure;
            }
            Optional<T> found = findWinner(terminal);
            if (found.isEmpty()) {
                throw failure;
            }
            return new Found<>(found.get(), false);
        }
    }
}
