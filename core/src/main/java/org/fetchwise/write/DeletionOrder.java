package org.fetchwise.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToOneAttribute;

/**
 * In which order rows of several entities go.
 *
 * @param collected the entities, in the order in which they were collected
 * @param references what refers to rows of each entity
 */
record DeletionOrder(List<EntityMeta<?>> collected, References references) {
    /** Those that refer first; where that goes round in a circle, those that were collected last. */
    List<EntityMeta<?>> inOrder() {
        List<EntityMeta<?>> left = new ArrayList<>(collected);
        List<EntityMeta<?>> order = new ArrayList<>();
        while (!left.isEmpty()) {
            EntityMeta<?> next = left.getLast();
            for (EntityMeta<?> candidate : left.reversed()) {
                if (left.stream().noneMatch(other -> referredTo(other).contains(candidate))) {
                    next = candidate;
                    break;
                }
            }
            left.remove(next);
            order.add(next);
        }
        return order;
    }

    /** Relations through which rows of an entity may refer to rows that go with them, and need not. */
    List<ToOneAttribute> ties(EntityMeta<?> entity) {
        List<ToOneAttribute> ties = new ArrayList<>();
        for (RelationAttribute relation : relations(entity)) {
            if (relation instanceof ToOneAttribute toOne
                    && toOne.isOwning()
                    && toOne.isNullable()
                    && toOne.deleteRule() == DeleteRule.CASCADE
                    && isCollected(toOne.target())
                    && (toOne.target().root() == entity.root() || reaches(toOne.target(), entity))) {
                ties.add(toOne);
            }
        }
        return ties;
    }

    /** Whether a collected entity refers, perhaps over others, to another one. */
    private boolean reaches(EntityMeta<?> from, EntityMeta<?> to) {
        Set<EntityMeta<?>> seen = new LinkedHashSet<>(List.of(from));
        List<EntityMeta<?>> open = new ArrayList<>(seen);
        while (!open.isEmpty()) {
            for (EntityMeta<?> next : referredTo(open.removeLast())) {
                if (next == to) {
                    return true;
                }
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return false;
    }

    /** The relations of an entity and of those that extend it, whose rows may be among the collected ones. */
    private List<RelationAttribute> relations(EntityMeta<?> entity) {
        List<RelationAttribute> all = new ArrayList<>();
        for (EntityMeta<?> member : entity.withSubclasses()) {
            all.addAll(references.oneSided(member));
            for (RelationAttribute relation : member.relations()) {
                if (member == entity || member.declaring(relation.index()) == member) {
                    all.add(relation);
                }
            }
        }
        return all;
    }

    private boolean isCollected(EntityMeta<?> target) {
        return collected.stream().anyMatch(other -> other.isA(target) || target.isA(other));
    }

    private List<EntityMeta<?>> referredTo(EntityMeta<?> entity) {
        List<EntityMeta<?>> targets = new ArrayList<>();
        for (RelationAttribute relation : relations(entity)) {
            if (relation instanceof ToOneAttribute toOne && toOne.isOwning() && toOne.target() != entity) {
                for (EntityMeta<?> other : collected) {
                    if (other != entity
                            && (other.isA(toOne.target()) || toOne.target().isA(other))) {
                        targets.add(other);
                    }
                }
            }
        }
        return targets;
    }
}
