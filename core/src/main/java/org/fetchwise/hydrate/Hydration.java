package org.fetchwise.hydrate;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.fetchwise.meta.Extras;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.plan.RowShape.ValueColumn;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of one statement into objects of an evaluation. Mutable, for one thread at a time.
 *
 * <p>Objects are looked up by key only where their rows can come twice: through a to-one relation, to several nodes of the
 * same entity, or when the evaluation has objects of that entity already.
 */
final class Hydration {
    private static final int[] NO_OWNERS = {};

    private final Hydrator hydrator;
    private final HydratorNode root;
    private final PeerGroup group;
    private final boolean observed;
    private final Members[] members;
    private final boolean[] lookedUp;

    /** For each node, whether all objects of its entity came by it, and so have all that it gives. */
    private final boolean[] ownedBy;

    private final @Nullable Managed[] last;
    private final long[] lastKeys;
    private final List<Object> extraKeys;
    private final @Nullable OwnerTable owners;
    private final @Nullable ValueColumn ownerColumn;
    private Managed[] entities;
    private int[] ownerPositions;
    private int size;

    /**
     * Begins.
     *
     * @param extraKeys what each object of the root is given room for: the annotations first
     * @param owners the owners to find for each row, or null
     * @param repeats whether the same row may come several times for the root
     */
    Hydration(
            Hydrator hydrator,
            Destination destination,
            List<Object> extraKeys,
            @Nullable OwnerTable owners,
            boolean repeats) {
        this.hydrator = hydrator;
        this.extraKeys = extraKeys;
        this.owners = owners;
        ownerColumn = owners == null ? null : hydrator.shape.owner();
        root = hydrator.root;
        group = destination.group();
        observed = group.observesReads();
        HydratorNode[] nodes = hydrator.nodes;
        members = new Members[nodes.length];
        lookedUp = new boolean[nodes.length];
        ownedBy = new boolean[nodes.length];
        last = new Managed[nodes.length];
        lastKeys = new long[nodes.length];
        for (HydratorNode node : nodes) {
            members[node.position] = destination.members(node.path);
        }
        lookUp(root, repeats);
        entities = new Managed[hydrator.expectedRows()];
        ownerPositions = owners == null ? NO_OWNERS : new int[entities.length];
    }

    private void lookUp(HydratorNode node, boolean repeats) {
        int at = node.position;
        ownedBy[at] = !hydrator.shared[at] && members[at].isEmpty();
        lookedUp[at] = repeats || !ownedBy[at];
        for (HydratorNode below : node.joined) {
            lookUp(below, lookedUp[at] || !below.isOneToOne());
        }
    }

    /** Reads the current row. */
    void read(RowReader row) throws SQLException {
        Managed entity;
        if (lookedUp[0]) {
            entity = rowOf(root, row);
            if (entity == null) {
                throw new IllegalStateException("A row of " + root.meta + " without its key.");
            }
        } else {
            entity = create(root, row);
            joinNew(root, entity, row);
        }
        if (!extraKeys.isEmpty()) {
            annotate(entity, row);
        }
        if (size == entities.length) {
            entities = Arrays.copyOf(entities, size * 2);
            if (owners != null) {
                ownerPositions = Arrays.copyOf(ownerPositions, size * 2);
            }
        }
        if (owners != null && ownerColumn != null) {
            ownerPositions[size] = owners.position(row, ownerColumn);
        }
        entities[size++] = entity;
    }

    int size() {
        return size;
    }

    /** {@return what was read; call it once, after the last row} */
    Rows finish() {
        hydrator.rowsCame(size);
        if (entities.length > 16 && entities.length > size * 2) {
            entities = Arrays.copyOf(entities, size);
        }
        if (!lookedUp[0]) {
            members[0].adopt(entities, size);
        }
        return new Rows(entities, size, ownerPositions);
    }

    /** The object of a node in the current row, or null if there is none. */
    private @Nullable Managed rowOf(HydratorNode node, RowReader row) throws SQLException {
        int at = node.position;
        Members known = members[at];
        if (!node.wholeKey) {
            Object key = node.keyType.read(row, node.keyColumn);
            if (key == null) {
                return null;
            }
            Managed found = lookedUp[at] ? known.find(key) : null;
            if (found != null) {
                return unite(node, found, row);
            }
            Managed entity = create(node, row);
            known.add(entity, key);
            return joinNew(node, entity, row);
        }
        long key = row.longAt(node.keyColumn);
        if (key == 0 && row.wasNull()) {
            return null;
        }
        Managed previous = last[at];
        if (previous != null && lastKeys[at] == key) {
            return previous;
        }
        Managed entity = lookedUp[at] ? known.findWhole(key) : null;
        if (entity == null) {
            entity = create(node, row);
            known.addWhole(entity, key);
            joinNew(node, entity, row);
        } else {
            unite(node, entity, row);
        }
        last[at] = entity;
        lastKeys[at] = key;
        return entity;
    }

    /** A new object with its columns. Its relations are marked already, and set before anybody sees it. */
    private Managed create(HydratorNode node, RowReader row) throws SQLException {
        Managed entity = node.access.newManaged(group);
        node.access.read(entity, row, node.columns | node.relations, node.first);
        if (observed) {
            EntityState.watch(entity, entity.$ready());
        }
        return entity;
    }

    /** Sets the relations of a new object, which can be found by now, to what stands beside it in the current row. */
    private Managed joinNew(HydratorNode node, Managed entity, RowReader row) throws SQLException {
        for (HydratorNode below : node.joined) {
            Managed related = rowOf(below, row);
            node.access.set(entity, below.relationIndex, related);
            if (related != null && below.inverse != null) {
                EntityState.offer(related, below.inverse, entity);
            }
        }
        return entity;
    }

    /** Fills in what a known object does not have: columns, and relations to what stands beside it in the current row. */
    private Managed unite(HydratorNode node, Managed entity, RowReader row) throws SQLException {
        if (ownedBy[node.position]) {
            return entity;
        }
        long missing = node.columns & ~EntityState.loaded(entity);
        long before = entity.$ready();
        while (missing != 0) {
            long bit = Long.lowestOneBit(missing);
            node.access.read(entity, row, bit, node.columnOf(bit));
            missing &= ~bit;
        }
        long read = entity.$ready() & ~before;
        if (read != 0 && PeerGroup.of(entity).observesReads()) {
            EntityState.watch(entity, read);
        }
        for (HydratorNode below : node.joined) {
            Managed related = rowOf(below, row);
            ToOneAttribute relation = below.relation;
            if (relation != null && !EntityState.isLoaded(entity, relation)) {
                EntityState.offer(entity, relation, related);
                if (related != null && below.inverse != null) {
                    EntityState.offer(related, below.inverse, entity);
                }
            }
        }
        return entity;
    }

    private void annotate(Managed entity, RowReader row) throws SQLException {
        Extras before = entity.$extras();
        Extras extras = EntityState.extras(entity, extraKeys);
        ValueColumn[] annotations = hydrator.annotations;
        for (int at = 0; at < annotations.length; at++) {
            Object key = extraKeys.get(at);
            if (before == null || before.indexOf(key) < 0) {
                extras.set(extras.indexOf(key), annotations[at].type().read(row, annotations[at].column()));
            }
        }
    }
}
