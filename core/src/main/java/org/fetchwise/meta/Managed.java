package org.fetchwise.meta;

import java.util.List;
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

    /**
     * {@return the values that the columns of an embedded object had when its getter gave it away, in their order; null where it
     * was not given away, or cannot be changed}
     *
     * @param position the position of the embedded object in its entity's description
     */
    default @Nullable List<@Nullable Object> $seen(int position) {
        return null;
    }

    /**
     * {@return the value that a column had when its getter gave it away or its setter took it; null where neither did, or where
     * values cannot be changed}
     *
     * @param column the column's index
     */
    default @Nullable Object $seenAt(int column) {
        return null;
    }

    /**
     * Keeps the values that loaded columns have; what generated setters call before they change them for the first time.
     *
     * @param entity the object
     * @param bits the bits of the columns; those that were changed already do not matter
     */
    static void keep(Managed entity, long bits) {
        Extras extras = entity.$extras();
        if (extras == null) {
            extras = new Extras(List.of());
            entity.$extras(extras);
        }
        keep(entity, entity.$meta(), extras, bits & (entity.$ready() | extras.watched()) & ~entity.$dirty());
    }

    @SuppressWarnings("unchecked") // an object is of the entity that it is described by
    private static <T> void keep(Managed entity, EntityMeta<T> meta, Extras extras, long bits) {
        for (ColumnAttribute column : meta.columnsOf(bits)) {
            Object seen = entity.$seenAt(column.index());
            extras.keepFormer(column.index(), seen == null ? meta.access().get((T) entity, column.index()) : seen);
        }
    }
}
