package org.fetchwise.meta;

import org.jspecify.annotations.Nullable;

/**
 * What the library sees of an object that it has read: which attributes are ready to be read, which were changed, and the
 * fetch group that loads the rest. The subclass that the processor writes for each entity implements it. The names begin
 * with a dollar sign so that no serializer takes them for properties.
 *
 * <p>A ready bit says that a getter may answer at once. It is set with release semantics after the field is written, and
 * getters read it with acquire semantics, so that threads may share an object.
 */
public interface Managed {
    /** {@return the description of the entity} */
    EntityMeta<?> $meta();

    /** {@return the fetch group} */
    FetchGroup $group();

    /** {@return the bits of the attributes that getters may answer at once} */
    long $ready();

    /**
     * Marks attributes as ready to be read.
     *
     * @param bits their bits; others stay as they are
     */
    void $makeReady(long bits);

    /**
     * Takes the mark from attributes, so that the next touch asks the fetch group.
     *
     * @param bits their bits; others stay as they are
     */
    void $makeUnready(long bits);

    /** {@return the bits of the attributes that were changed since the object was read} */
    long $dirty();

    /**
     * Forgets changes.
     *
     * @param bits the bits of the attributes whose changes are forgotten
     */
    void $clean(long bits);

    /** {@return what a query attached to the object besides its attributes, or null} */
    @Nullable
    Extras $extras();

    /**
     * Attaches what a query gives besides attributes.
     *
     * @param extras annotations and named prefetches, or null
     */
    void $extras(@Nullable Extras extras);

    /**
     * Asks the fetch group for an attribute; what generated getters call when the bit is not ready. While the entity's own
     * constructor runs there is no group yet, and the field is all there is.
     *
     * @param entity the object touched
     * @param group its fetch group
     * @param attribute the index of the attribute
     */
    static void touch(Managed entity, @Nullable FetchGroup group, int attribute) {
        if (group != null) {
            group.touch(entity, attribute);
        }
    }
}
