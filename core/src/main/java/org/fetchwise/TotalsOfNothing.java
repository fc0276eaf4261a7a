package org.fetchwise;

import java.util.List;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlFunction;
import org.jspecify.annotations.Nullable;

/** What aggregates give where it is known that there are no rows: nothing is sent to the database. */
final class TotalsOfNothing {
    private TotalsOfNothing() {}

    /** The values, or null where only the database can tell one. */
    static @Nullable Object @Nullable [] of(Query query) {
        List<Projection.Item> items = ((Projection.Totals) query.projection()).items();
        @Nullable Object[] values = new Object[items.size()];
        for (int at = 0; at < values.length; at++) {
            Term term = items.get(at).term();
            if (!isKnown(term)) {
                return null;
            }
            values[at] = value(term);
        }
        return values;
    }

    private static boolean isKnown(Term term) {
        return switch (term) {
            case Term.Aggregate aggregate -> true;
            case Term.Literal literal -> true;
            case Term.Call call ->
                call.function() == SqlFunction.COALESCE
                        && call.arguments().stream().allMatch(TotalsOfNothing::isKnown);
            case Term other -> false;
        };
    }

    private static @Nullable Object value(Term term) {
        return switch (term) {
            case Term.Aggregate aggregate -> aggregate.function() == AggregateFunction.COUNT ? 0L : null;
            case Term.Literal literal -> literal.value();
            case Term.Call call -> {
                for (Term argument : call.arguments()) {
                    Object value = value(argument);
                    if (value != null) {
                        yield value;
                    }
                }
                yield null;
            }
            case Term other -> throw new IllegalStateException("'" + other + "' has a value only in the database");
        };
    }
}
