package org.fetchwise.hydrate;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.fetchwise.plan.RowShape;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the hydrators of shapes seen lately. Shapes are compared by identity, since a compiled query comes with the same
 * one each time. Of bounded size, and safe for use by several threads.
 */
final class Hydrators {
    private static final int PLACES = 512;

    private final AtomicReferenceArray<@Nullable Hydrator> recent = new AtomicReferenceArray<>(PLACES);

    @SuppressWarnings("ReferenceEquality") // To compare a shape by its parts would cost more than to prepare it.
    Hydrator of(RowShape.Objects shape) {
        int place = System.identityHashCode(shape) & (PLACES - 1);
        Hydrator known = recent.getAcquire(place);
        if (known != null && known.shape == shape) {
            return known;
        }
        Hydrator fresh = new Hydrator(shape);
        recent.setRelease(place, fresh);
        return fresh;
    }
}
