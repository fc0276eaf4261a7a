package org.fetchwise.hydrate;

import org.fetchwise.meta.Managed;
import org.jspecify.annotations.Nullable;

/** Where the related objects of an object are put. */
sealed interface Receiver permits RelationReceiver, NamedReceiver {
    /** {@return whether an object has its related ones already} */
    boolean isFilled(Managed owner);

    /** Gives an object the one related to it, or null; what it has already stays. */
    void fill(Managed owner, @Nullable Managed related);

    /**
     * Gives an object those related to it; what it has already stays.
     *
     * @param related the objects, not to be changed any more
     */
    void fillAll(Managed owner, Object[] related);
}
