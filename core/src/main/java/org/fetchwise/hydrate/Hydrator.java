package org.fetchwise.hydrate;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.plan.RowShape;
import org.fetchwise.plan.RowShape.EntityNode;
import org.fetchwise.plan.RowShape.ValueColumn;
import org.fetchwise.query.Path;

/**
 * All that can be known of the rows of a shape before the first one comes. Safe for use by several threads.
 */
final class Hydrator {
    /** The smallest array that rows are read into. */
    static final int SMALLEST = 16;

    /** An array that is too large costs more than one that grows a few times. */
    private static final int LARGEST = 4096;

    final RowShape.Objects shape;
    final HydratorNode root;
    final ValueColumn[] annotations;

    /** How many rows came last time; a good guess for the next, and harmless if another thread's is seen. */
    private volatile int expectedRows = SMALLEST;

    Hydrator(RowShape.Objects shape) {
        this.shape = shape;
        List<EntityMeta<?>> entities = new ArrayList<>();
        collect(shape.root(), entities);
        root = new HydratorNode(shape.root(), Path.of(shape.root().meta()), entities);
        annotations = shape.annotations().toArray(ValueColumn[]::new);
    }

    private static void collect(EntityNode node, List<EntityMeta<?>> entities) {
        entities.add(node.meta().root());
        node.joined().forEach(below -> collect(below, entities));
    }

    int expectedRows() {
        return expectedRows;
    }

    void rowsCame(int rows) {
        int expected = Math.clamp(rows, SMALLEST, LARGEST);
        if (expected != expectedRows) {
            expectedRows = expected;
        }
    }
}
