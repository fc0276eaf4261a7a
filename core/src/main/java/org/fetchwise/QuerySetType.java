package org.fetchwise;

import java.util.function.Function;
import org.fetchwise.meta.EntityMeta;

/**
 * An interface that extends {@link QuerySet}, and how its objects are made.
 *
 * @param type the interface
 * @param entity the entity of its objects
 * @param create makes a queryset
 * @param <T> the entity
 * @param <Q> the interface
 */
public record QuerySetType<T, Q extends QuerySet<T, Q>>(
        Class<Q> type, EntityMeta<T> entity, Function<QueryState<T>, Q> create) {}
