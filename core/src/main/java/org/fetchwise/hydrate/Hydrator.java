package org.fetchwise.hydrate;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.plan.RowShape;
import org.fetchwise.plan.RowShape.EntityNode;
import org.fetchwise.plan.RowShape.ValueColumn;
import org.fetchwise.query.Path;

/**
 * All that can be known of the rows of a shape before the first one comes. Safe for use by several threads.
 */
final class Hydrator {
    private static final int SMALLEST = 16;

    final RowShape.Objects shape;
    final HydratorNode root;
    final HydratorNode[] nodes;
    final ValueColumn[] annotations;

    /** For each node, whether another node is of the same entity, so that a row may come to both. */
    final boolean[] shared;

    /** How many rows came last time; a good guess for the next, and harmless if another thread's is seen. */
    private volatile int expectedRows = SMALLEST;

    Hydrator(RowShape.Objects shape) {
        this.shape = shape;
        EntityNode top = shape.root();
        List<HydratorNode> prepared = new ArrayList<>();
        root = new HydratorNode(top, Path.of(top.meta()), prepared);
        nodes = prepared.toArray(HydratorNode[]::new);
        annotations = shape.annotations().toArray(ValueColumn[]::new);
        shared = new boolean[nodes.length];
        for (HydratorNode node : nodes) {
            for (HydratorNode other : nodes) {
                shared[node.position] |= other != node && other.meta == node.meta;
            }
        }
    }

    int expectedRows() {
        return expectedRows;
    }

    void rowsCame(int rows) {
        int expected = Math.max(SMALLEST, rows);
        if (expected != expectedRows) {
            expectedRows = expected;
        }
    }
}
