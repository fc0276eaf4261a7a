package org.fetchwise.hydrate;

import java.sql.SQLException;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.ToOneAttribute;
import org.jspecify.annotations.Nullable;

/**
 * One node of a hydrator at work: gives the object of its entity in each row, and those of the branches below it. Mutable, for
 * one thread at a time.
 *
 * <p>Objects are looked up by key only where their rows can come twice: through a to-one relation, to several nodes of the
 * same entity, or when the evaluation has objects of that entity already.
 */
final class Branch {
    private final HydratorNode node;
    private final EntityAccess<Managed> access;
    private final PeerGroup group;
    private final boolean observed;
    private final Members known;

    /** Whether all objects of the entity come by this branch alone, and so have all that it gives. */
    private final boolean alone;

    private final boolean lookedUp;
    private final Branch[] below;
    private @Nullable Managed last;
    private long lastKey;

    /**
     * Begins.
     *
     * @param repeats whether the same row may come several times by this branch
     */
    Branch(HydratorNode node, Destination destination, boolean repeats) {
        this.node = node;
        access = node.access;
        group = destination.group();
        observed = group.observesReads();
        known = destination.members(node.path);
        alone = !node.shared && known.isEmpty();
        lookedUp = (repeats || !alone) && !node.isOfElements();
        below = new Branch[node.joined.length];
        for (int at = 0; at < below.length; at++) {
            HydratorNode next = node.joined[at];
            below[at] = new Branch(next, destination, lookedUp || !next.isOneToOne());
        }
    }

    /** {@return whether its objects are found among the known ones; if not, whoever reads new ones must make them known} */
    boolean looksUp() {
        return lookedUp;
    }

    Members known() {
        return known;
    }

    /** {@return the object in the current row, or null if there is none} */
    @Nullable
    Managed read(RowReader row) throws SQLException {
        if (!node.wholeKey) {
            Object key = node.keyType.read(row, node.keyColumn);
            return key == null ? null : read(row, key);
        }
        long key = row.longAt(node.keyColumn);
        if (key == 0 && row.wasNull()) {
            return null;
        }
        Managed previous = last;
        if (previous != null && lastKey == key) {
            return previous;
        }
        Managed entity = lookedUp ? known.findWhole(key) : null;
        if (entity == null) {
            entity = create(row);
            known.addWhole(entity, key);
            join(entity, row);
        } else if (!alone) {
            unite(entity, row);
        }
        last = entity;
        lastKey = key;
        return entity;
    }

    private Managed read(RowReader row, Object key) throws SQLException {
        Managed entity = lookedUp ? known.find(key) : null;
        if (entity == null) {
            entity = create(row);
            known.add(entity, key);
            join(entity, row);
        } else if (!alone) {
            unite(entity, row);
        }
        return entity;
    }

    /** {@return a new object of the current row, which is not made known} */
    Managed readNew(RowReader row) throws SQLException {
        Managed entity = create(row);
        join(entity, row);
        return entity;
    }

    /** A new object with its columns. Its relations are marked already, and set before anybody sees it. */
    private Managed create(RowReader row) throws SQLException {
        Managed entity = node.newObject(row, group);
        access.read(entity, row, node.columns | node.relations, node.first);
        if (observed) {
            EntityState.watch(entity, entity.$ready());
        }
        if (node.tellsLoaded) {
            group.loaded(entity);
        }
        return entity;
    }

    /** Sets the relations of a new object, which can be found by now, to what stands beside it in the current row. */
    private void join(Managed entity, RowReader row) throws SQLException {
        for (Branch branch : below) {
            Managed related = branch.read(row);
            HydratorNode next = branch.node;
            if (!entity.$meta().has(next.relationIndex)) {
                continue;
            }
            access.set(entity, next.relationIndex, related);
            if (next.inverse != null && related != null) {
                EntityState.offer(related, next.inverse, entity);
            }
        }
    }

    /** Fills in what a known object does not have: columns, and relations to what stands beside it in the current row. */
    private void unite(Managed entity, RowReader row) throws SQLException {
        long missing = node.columns & ~EntityState.loaded(entity);
        long before = entity.$ready();
        while (missing != 0) {
            long bit = Long.lowestOneBit(missing);
            int column = Long.numberOfTrailingZeros(bit);
            long unit = node.meta.unit(column);
            if (entity.$meta().has(column)) {
                access.read(entity, row, unit, node.columnOf(bit));
            }
            missing &= ~unit;
        }
        long read = entity.$ready() & ~before;
        if (read != 0 && PeerGroup.of(entity).observesReads()) {
            EntityState.watch(entity, read);
        }
        for (Branch branch : below) {
            Managed related = branch.read(row);
            ToOneAttribute relation = branch.node.relation;
            ToOneAttribute inverse = branch.node.inverse;
            if (relation != null && entity.$meta().has(relation.index()) && !EntityState.isLoaded(entity, relation)) {
                EntityState.offer(entity, relation, related);
                if (inverse != null && related != null) {
                    EntityState.offer(related, inverse, entity);
                }
            }
        }
    }
}
