package org.fetchwise.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fetchwise.error.QueryException;
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

    /** {@return whether a step leads to some of the rows of its relation only} */
    public boolean isFiltered() {
        for (RelationAttribute step : steps) {
            if (step instanceof ToManyAttribute many && many.condition() != null) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return this path, to those of its last rows only that fulfil a condition}
     *
     * @param condition a condition on one row, besides any other
     * @throws QueryException if the last relation does not lead to many
     */
    public Path filtered(Term condition) {
        if (isRoot() || !(last() instanceof ToManyAttribute many)) {
            throw new QueryException("Only a relation to many rows can be filtered, and '" + this
                    + "' does not end in one." + " Filter the relation before.");
        }
        Term before = (Term) many.condition();
        Term both = new Term.And(before == null ? List.of(condition) : List.of(before, condition));
        return parent().then(many.filtered((Term.Condition) both));
    }

    /**
     * {@return this path, which leads to all rows of its relations}
     *
     * @param use what it is used for, which takes no other
     * @throws QueryException if it is filtered
     */
    public Path whole(String use) {
        if (isFiltered()) {
            throw new QueryException(use + " takes a relation with all its rows, not '" + this
                    + "'. Give the condition to the queryset of the rows instead.");
        }
        return this;
    }

    /** {@return the names of the relations, joined by dots; empty at the root} */
    public String text() {
        return steps.stream().map(RelationAttribute::toString).collect(Collectors.joining("."));
    }

    @Override
    public String toString() {
        return isRoot() ? root.name() : root.name() + "." + text();
    }
}
