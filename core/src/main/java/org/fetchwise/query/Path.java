package org.fetchwise.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToManyAttribute;

/**
 * A walk over relations, from an entity to another.
 *
 * @param root where it begins
 * @param steps the relations in their order, empty at the root itself
 */
public record Path(EntityMeta<?> root, List<RelationAttribute> steps) {
    public Path {
        steps = List.copyOf(steps);
    }

    /**
     * {@return the path that stays at an entity}
     *
     * @param entity the entity
     */
    public static Path of(EntityMeta<?> entity) {
        return new Path(entity, List.of());
    }

    /**
     * {@return this path and one more relation}
     *
     * @param relation a relation of this path's target
     */
    public Path then(RelationAttribute relation) {
        List<RelationAttribute> longer = new ArrayList<>(steps.size() + 1);
        longer.addAll(steps);
        longer.add(relation);
        return new Path(root, longer);
    }

    /** {@return whether it stays at its root} */
    public boolean isRoot() {
        return steps.isEmpty();
    }

    /** {@return the last relation; only of a path that is no root} */
    public RelationAttribute last() {
        return steps.get(steps.size() - 1);
    }

    /** {@return the path without its last relation; only of a path that is no root} */
    public Path parent() {
        return new Path(root, steps.subList(0, steps.size() - 1));
    }

    /** {@return the entity at the end} */
    public EntityMeta<?> target() {
        return isRoot() ? root : last().target();
    }

    /** {@return whether a step leads to any number of rows} */
    public boolean isToMany() {
        for (RelationAttribute step : steps) {
            if (step instanceof ToManyAttribute) {
                return true;
            }
        }
        return false;
    }

    /** {@return the names of the relations, joined by dots; empty at the root} */
    public String text() {
        return steps.stream().map(RelationAttribute::name).collect(Collectors.joining("."));
    }

    @Override
    public String toString() {
        return isRoot() ? root.name() : root.name() + "." + text();
    }
}
