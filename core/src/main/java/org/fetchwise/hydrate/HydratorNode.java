package org.fetchwise.hydrate;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Inheritance;
import org.fetchwise.meta.Lifecycle;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.meta.ValueType;
import org.fetchwise.plan.RowShape.EntityNode;
import org.fetchwise.plan.RowShape.ValueColumn;
import org.fetchwise.query.Path;
import org.jspecify.annotations.Nullable;

/** One entity in the rows of a {@link Hydrator}, with all that is needed for each row at hand. */
final class HydratorNode {
    final EntityMeta<?> meta;
    final EntityAccess<Managed> access;
    final long columns;
    final int first;
    final int keyColumn;
    final ValueType<?> keyType;
    final boolean wholeKey;

    /** What tells the class of each row, and where it stands; null where all rows are of one. */
    private final @Nullable ValueColumn typeColumn;

    /** Whether objects are to be told when they have been read. */
    final boolean tellsLoaded;

    final Path path;

    /** What leads here from the node above; null at the root. */
    final @Nullable ToOneAttribute relation;

    /** What leads back if there is just one object at each end. */
    final @Nullable ToOneAttribute inverse;

    final HydratorNode[] joined;

    /** Whether another node is of the same entity, so that a row may come to both. */
    final boolean shared;

    /** The bits of the relations that lead to the nodes below. */
    final long relations;

    /** The index of {@link #relation}, -1 at the root. */
    final int relationIndex;

    /**
     * Prepares a node and those below it.
     *
     * @param entities the entities of all nodes of the shape, each by the topmost that it extends
     */
    HydratorNode(EntityNode node, Path path, List<EntityMeta<?>> entities) {
        meta = node.meta();
        access = EntityState.access(meta);
        tellsLoaded = access.callbacks().contains(Lifecycle.POST_LOAD);
        shared = Collections.frequency(entities, meta.root()) > 1;
        typeColumn = typeColumn(node);
        columns = node.columns();
        first = node.first();
        keyColumn = node.keyColumn();
        keyType = meta.key().type();
        wholeKey = keyType.isWholeNumber();
        this.path = path;
        relation = node.relation();
        relationIndex = relation == null ? -1 : relation.index();
        inverse = relation == null ? null : inverse(relation);
        joined = new HydratorNode[node.joined().size()];
        long bits = 0;
        for (int at = 0; at < joined.length; at++) {
            EntityNode below = node.joined().get(at);
            ToOneAttribute step = below.relation();
            if (step == null) {
                throw new IllegalArgumentException(
                        "The node of " + below.meta() + " below " + meta + " has no relation.");
            }
            joined[at] = new HydratorNode(below, path.then(step), entities);
            bits |= step.bit();
        }
        relations = bits;
    }

    private static @Nullable ValueColumn typeColumn(EntityNode node) {
        Inheritance place = node.meta().inheritance();
        if (place == null || !node.meta().hasSubclasses()) {
            return null;
        }
        ColumnAttribute type = place.discriminator();
        return new ValueColumn(
                node.first() + Long.bitCount(node.columns() & (type.bit() - 1)), type.type(), type.name());
    }

    /** {@return a new object of the class of the current row} */
    Managed newObject(RowReader row, PeerGroup group) throws SQLException {
        ValueColumn type = typeColumn;
        return type == null
                ? access.newManaged(group)
                : EntityState.access(meta.ofValue(type.type().read(row, type.column())))
                        .newManaged(group);
    }

    /** {@return whether its rows are values of a collection, which have no key of their own} */
    boolean isOfElements() {
        return meta.elements() != null;
    }

    /** {@return whether every object at the upper end has its own object here} */
    boolean isOneToOne() {
        return relation != null && relation.isSingle();
    }

    /** {@return the index of one of the columns} */
    int columnOf(long bit) {
        return first + Long.bitCount(columns & (bit - 1));
    }

    /** {@return the to-one relation that leads back from the target of a one-to-one relation, or null} */
    static @Nullable ToOneAttribute inverse(ToOneAttribute relation) {
        if (!relation.isOwning()) {
            return relation.mappedBy();
        }
        if (relation.isSingle()) {
            for (RelationAttribute back : relation.target().relations()) {
                if (back instanceof ToOneAttribute toOne && !toOne.isOwning() && toOne.mappedBy() == relation) {
                    return toOne;
                }
            }
        }
        return null;
    }
}
