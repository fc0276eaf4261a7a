package org.fetchwise.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fetchwise.event.BulkChange;
import org.fetchwise.event.BulkChange.Operation;
import org.fetchwise.event.Change;
import org.fetchwise.event.ChangeListener;
import org.fetchwise.event.LinksChange;
import org.fetchwise.jdbc.TransactionBlocks;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.query.Query;
import org.fetchwise.transaction.TransactionOptions;
import org.fetchwise.write.Subscriptions.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who listen what was written. Nothing is made for an entity that nobody listens to. Safe for use by several threads.
 *
 * @param subscriptions who listens
 * @param blocks the transactions of the threads
 */
record Announcements(Subscriptions subscriptions, TransactionBlocks blocks) {
    boolean areHeard(EntityMeta<?> entity) {
        return subscriptions.hears(entity);
    }

    boolean needKeys(EntityMeta<?> entity) {
        return subscriptions.needsKeys(entity);
    }

    /** Runs a write: in a block together with those who are told in its transaction, so that what they throw undoes it. */
    <V extends @Nullable Object> V together(EntityMeta<?> entity, Supplier<V> write) {
        return subscriptions.hears(entity, Moment.IN_TRANSACTION) || Callbacks.followWrites(entity)
                ? blocks.run(TransactionOptions.STANDARD, write)
                : write.get();
    }

    /** Tells a change: at once to those who listen in the transaction, after its commit to the others. */
    <T> void tell(Change<T> change) {
        subscriptions.listeners(change.entity(), Moment.IN_TRANSACTION).forEach(listener -> listener.changed(change));
        List<ChangeListener<T>> later = subscriptions.listeners(change.entity(), Moment.AFTER_COMMIT);
        if (!later.isEmpty()) {
            blocks.onCommit(() -> later.forEach(listener ->
                    blocks.listeners().guard(Subscriptions.describe(change), () -> listener.changed(change))));
        }
    }

    /** Tells that many rows were written which a query has chosen. */
    void rows(Operation operation, Query rows, long count, List<ColumnAttribute> columns, @Nullable List<Object> keys) {
        if (count > 0 && areHeard(rows.entity())) {
            tell(new BulkChange<>(
                    rows.entity(),
                    operation,
                    count,
                    columns,
                    Optional.ofNullable(keys),
                    List.of(),
                    keys == null ? Optional.of(rows.toString()) : Optional.empty()));
        }
    }

    /** Tells that a statement of the user's own wrote rows. */
    void executed(EntityMeta<?> entity, long count) {
        if (count > 0 && areHeard(entity)) {
            tell(new BulkChange<>(
                    entity,
                    Operation.EXECUTED,
                    count,
                    entity.columns(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty()));
        }
    }

    /** Tells that many objects were written. */
    <T> void objects(EntityMeta<T> entity, Operation operation, List<T> objects, List<ColumnAttribute> columns) {
        if (!objects.isEmpty() && areHeard(entity)) {
            tell(new BulkChange<>(
                    entity, operation, objects.size(), columns, keys(entity, objects), objects, Optional.empty()));
        }
    }

    /** Tells that so many rows were inserted that nobody has kept them. */
    void created(EntityMeta<?> entity, long rows) {
        if (areHeard(entity)) {
            tell(new BulkChange<>(
                    entity, Operation.CREATED, rows, entity.columns(), Optional.empty(), List.of(), Optional.empty()));
        }
    }

    /** Tells that rows were inserted or updated, which were found by their keys or by other columns. */
    <T> void upserted(EntityMeta<T> entity, List<T> objects, long rows, boolean byKeys) {
        if (rows > 0 && areHeard(entity)) {
            tell(new BulkChange<>(
                    entity,
                    Operation.UPSERTED,
                    rows,
                    entity.columns(),
                    byKeys ? keys(entity, objects) : Optional.empty(),
                    objects,
                    Optional.empty()));
        }
    }

    /** The keys of objects, unless one of them does not know its own: its row was found by other columns. */
    private static <T> Optional<List<Object>> keys(EntityMeta<T> entity, List<T> objects) {
        List<Object> keys = new ArrayList<>(objects.size());
        for (T object : objects) {
            Object key = entity.keyOf(object);
            if (key == null) {
                return Optional.empty();
            }
            keys.add(key);
        }
        return Optional.of(keys);
    }

    /**
     * Tells both ends of a many-to-many relation that some of its rows were linked or unlinked.
     *
     * @param owner the entity that the relation belongs to
     * @param added what was added to each of the owners
     * @param removed what was removed from each of them, null for everything
     */
    void links(
            EntityMeta<?> owner,
            ToManyAttribute relation,
            Collection<?> owners,
            Collection<?> added,
            @Nullable Collection<?> removed) {
        List<Object> ownerKeys = new ArrayList<>(owners);
        List<Object> addedKeys = new ArrayList<>(added);
        List<Object> removedKeys = removed == null ? List.of() : new ArrayList<>(removed);
        if (areHeard(owner)) {
            tell(new LinksChange<>(owner, relation, ownerKeys, addedKeys, removedKeys, removed == null));
        }
        EntityMeta<?> target = relation.target();
        ToManyAttribute opposite = opposite(owner, relation);
        if (opposite != null && areHeard(target)) {
            if (!addedKeys.isEmpty()) {
                tell(new LinksChange<>(target, opposite, addedKeys, ownerKeys, List.of(), false));
            }
            if (removed == null || !removedKeys.isEmpty()) {
                tell(new LinksChange<>(target, opposite, removedKeys, List.of(), ownerKeys, false));
            }
        }
    }

    /** Tells that all links of deleted rows are gone. */
    void unlinked(References.Link link, List<Object> keys) {
        EntityMeta<?> declaring = link.declaring();
        ToManyAttribute relation = link.relation();
        if (link.link().equals(relation.link())) {
            links(declaring, relation, keys, List.of(), null);
            return;
        }
        ToManyAttribute opposite = opposite(declaring, relation);
        if (opposite != null) {
            links(relation.target(), opposite, keys, List.of(), null);
        } else if (areHeard(declaring)) {
            tell(new LinksChange<>(declaring, relation, List.of(), List.of(), keys, false));
        }
    }

    /** The same relation as the other end has it, or null where that has none. */
    private static @Nullable ToManyAttribute opposite(EntityMeta<?> owner, ToManyAttribute relation) {
        if (relation.inverse() instanceof ToManyAttribute other) {
            return other;
        }
        for (RelationAttribute candidate : relation.target().relations()) {
            if (candidate instanceof ToManyAttribute many
                    && many.target() == owner
                    && relation.equals(many.inverse())) {
                return many;
            }
        }
        return null;
    }
}
