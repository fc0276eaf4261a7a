package org.fetchwise;

/** The queryset of an entity that has no interface of its own. */
final class PlainQuerySet<T> extends BaseQuerySet<T, QuerySet.Of<T>> implements QuerySet.Of<T> {
    PlainQuerySet(QueryState<T> state) {
        super(state);
    }

    @Override
    protected QuerySet.Of<T> with(QueryState<T> state) {
        return new PlainQuerySet<>(state);
    }
}
