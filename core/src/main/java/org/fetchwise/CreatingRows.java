package org.fetchwise;

import java.util.List;
import java.util.function.Supplier;
import org.fetchwise.hydrate.EntityState;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyColumns;
import org.fetchwise.meta.Managed;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Write;
import org.fetchwise.write.RelatedWriter;
import org.fetchwise.write.SingleRows;
import org.jspecify.annotations.Nullable;

/** Creates objects for a queryset: those of a relation are related to its owner at once. */
final class CreatingRows<T> {
    private final QueryState<T> state;
    private final EntityMeta<T> entity;
    private final SingleRows<T> rows;
    private final @Nullable RelatedWriter related;

    CreatingRows(QueryState<T> state, EntityMeta<T> entity) {
        this.state = state;
        this.entity = entity;
        this.rows = state.database().writing().rows(entity);
        Owners owners = state.query().owners();
        this.related = owners == null
                ? null
                : new RelatedWriter(
                        state.database().writing(), owners, state.database().caller());
    }

    /** What writes an object of the entity, or of one that extends it. */
    private SingleRows<T> rowsOf(T object) {
        EntityMeta<T> own = entity.of(object);
        return own == entity ? rows : state.database().writing().rows(own);
    }

    T create(T object) {
        return related(inserted(object));
    }

    T create(List<Write.SetColumn> values) {
        return related(inserted(values));
    }

    /** What the owner has loaded is not so any more. */
    private T related(T created) {
        Owners owners = state.query().owners();
        if (owners != null && state.owner() instanceof Managed owner) {
            EntityState.forget(owner, owners.relation());
        }
        return created;
    }

    private T inserted(T object) {
        KeyColumns foreignKey = related == null ? null : related.foreignKey();
        if (related == null) {
            return rowsOf(object).create(object, state.database().caller());
        }
        if (foreignKey != null) {
            return rowsOf(object)
                    .create(
                            object,
                            Write.SetColumn.referring(foreignKey, related.ownerKey()),
                            state.database().caller());
        }
        return linked(
                related, () -> rowsOf(object).create(object, state.database().caller()));
    }

    private T inserted(List<Write.SetColumn> values) {
        KeyColumns foreignKey = related == null ? null : related.foreignKey();
        if (related == null) {
            return rows.create(values, List.of(), state.database().caller());
        }
        if (foreignKey != null) {
            return rows.create(
                    values,
                    Write.SetColumn.referring(foreignKey, related.ownerKey()),
                    state.database().caller());
        }
        return linked(
                related, () -> rows.create(values, List.of(), state.database().caller()));
    }

    private T linked(RelatedWriter writer, Supplier<T> creation) {
        Supplier<T> block = () -> {
            T created = creation.get();
            writer.add(List.of(WriteBuilding.keyOf(state.query().entity(), created)));
            return created;
        };
        return state.database().atomic(block);
    }

    void update(T object, List<Write.SetColumn> values) {
        rowsOf(object).save(object, values, state.database().caller());
    }
}
