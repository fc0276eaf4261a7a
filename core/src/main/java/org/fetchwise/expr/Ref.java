package org.fetchwise.expr;

/**
 * Something that stands for one row of an entity: a root, or a to-one path.
 *
 * @param <R> the entity whose rows know it
 * @param <T> the entity it stands for
 */
public interface Ref<R, T> {}
