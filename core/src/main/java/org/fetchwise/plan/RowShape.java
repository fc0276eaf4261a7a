package org.fetchwise.plan;

import java.util.List;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;

/** What stands in the columns of a result, counted from 1. */
public sealed interface RowShape {
    /**
     * Objects, with the objects joined to them, perhaps an owner's key, and annotations.
     *
     * @param root the objects of the query
     * @param owner the key of the owner that a row belongs to, or null
     * @param annotations further values of each row
     */
    record Objects(EntityNode root, @Nullable ValueColumn owner, List<ValueColumn> annotations) implements RowShape {
        public Objects {
            annotations = List.copyOf(annotations);
        }
    }

    /** Values. */
    record Fields(List<ValueColumn> columns) implements RowShape {
        public Fields {
            columns = List.copyOf(columns);
        }
    }

    /** One value. */
    record ValueColumn(int column, ValueType<?> type, String name) {}

    /**
     * One entity in a row.
     *
     * @param meta the entity
     * @param relation the relation of the node above that leads here, null at the root
     * @param columns the bits of the columns that the row has, the key's always among them
     * @param first the index of the first of them; the others follow in the order of their bits
     * @param keyColumn the index of the key's column; NULL there means that there is no such row
     * @param joined the nodes below
     */
    record EntityNode(
            EntityMeta<?> meta,
            @Nullable ToOneAttribute relation,
            long columns,
            int first,
            int keyColumn,
            List<EntityNode> joined) {
        public EntityNode {
            joined = List.copyOf(joined);
        }
    }
}
