package org.fetchwise.hydrate;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.fetchwise.meta.Extras;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RowReader;
import org.fetchwise.plan.RowShape.ValueColumn;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one statement into objects of an evaluation. Mutable, for one thread at a time. */
final class Hydration {
    private static final int[] NO_OWNERS = {};

    private final Hydrator hydrator;
    private final Branch root;
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
        root = new Branch(hydrator.root, destination, repeats);
        entities = new Managed[hydrator.expectedRows()];
        ownerPositions = owners == null ? NO_OWNERS : new int[entities.length];
    }

    /** Reads the current row. */
    void read(RowReader row) throws SQLException {
        Managed entity = root.looksUp() ? root.read(row) : root.readNew(row);
        if (entity == null) {
            throw new IllegalStateException("A row of " + hydrator.root.meta + " without its key.");
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
        if (entities.length > Hydrator.SMALLEST && entities.length > size * 2) {
            entities = Arrays.copyOf(entities, size);
        }
        if (!root.looksUp() && !hydrator.root.isOfElements()) {
            root.known().adopt(entities, size);
        }
        return new Rows(entities, size, ownerPositions);
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
