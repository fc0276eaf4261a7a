package org.fetchwise;

import java.util.Collection;
import java.util.List;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.Expr;

/**
 * Rows put together in groups of equal values: {@code posts.groupBy(day).values(day, POST.count())}. What is selected besides
 * aggregates makes groups, too.
 *
 * @param <T> the entity
 */
public final class Grouped<T> extends ValueSelection<T> {
    private final QueryState<T> state;

    Grouped(QueryState<T> state) {
        this.state = state;
    }

    /**
     * {@return the groups for which a condition holds; one without aggregates restricts the rows before they are grouped}
     *
     * @param condition the condition
     */
    public Grouped<T> filter(Condition<? super T> condition) {
        return filterAll(List.<Condition<? super T>>of(condition));
    }

    /**
     * {@return the groups for which all conditions hold}
     *
     * @param conditions the conditions
     */
    public Grouped<T> filterAll(Collection<? extends Condition<? super T>> conditions) {
        return new Grouped<>(state.with(QueryBuilding.filter(state.query(), conditions)));
    }

    @Override
    QueryState<T> selecting(List<? extends Expr<? super T, ?>> values) {
        return state.with(QueryBuilding.values(state.query(), values));
    }

    @Override
    public String toString() {
        return state.query().toString();
    }
}
