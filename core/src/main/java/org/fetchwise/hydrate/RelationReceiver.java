package org.fetchwise.hydrate;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToManyAttribute;
import org.jspecify.annotations.Nullable;

/** Puts related objects into the relation itself. */
final class RelationReceiver implements Receiver {
    private final RelationAttribute relation;

    RelationReceiver(RelationAttribute relation) {
        this.relation = relation;
    }

    @Override
    public boolean isFilled(Managed owner) {
        if (!owner.$meta().has(relation.index())) {
            return true;
        }
        if (!EntityState.isLoaded(owner, relation)) {
            return false;
        }
        if (relation instanceof ToManyAttribute) {
            RelatedRows rows = RelatedRows.behind(EntityState.value(owner, relation));
            return rows == null || rows.isLoaded();
        }
        return true;
    }

    @Override
    public void fill(Managed owner, @Nullable Managed related) {
        EntityState.offer(owner, relation, related);
    }

    @Override
    public void fillAll(Managed owner, Object[] related) {
        if (relation instanceof ToManyAttribute toMany) {
            RelatedRows rows = RelatedRows.of(owner, toMany);
            if (rows != null) {
                rows.fill(related);
            }
        }
    }

    /** {@return the objects that a filled relation leads to} */
    List<Managed> related(Managed owner) {
        if (!owner.$meta().has(relation.index())) {
            return List.of();
        }
        Object value = EntityState.value(owner, relation);
        if (relation.target().elements() != null) {
            return List.of();
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream()
                    .filter(Objects::nonNull)
                    .map(element -> PeerGroup.managed(element, "continue a prefetch from it"))
                    .toList();
        }
        return value == null ? List.of() : List.of(PeerGroup.managed(value, "continue a prefetch from it"));
    }
}
