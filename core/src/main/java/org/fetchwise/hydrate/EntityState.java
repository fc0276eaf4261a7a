package org.fetchwise.hydrate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fetchwise.meta.Attribute;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EmbeddedAttribute;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Extras;
import org.fetchwise.meta.KeyColumns;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** What is loaded of an object and what its fields hold; asking loads nothing and counts as no read. */
public final class EntityState {
    private EntityState() {}

    /** {@return the access to the managed objects of an entity} */
    @SuppressWarnings("unchecked") // Every object that an access creates is of the managed subclass.
    static EntityAccess<Managed> access(EntityMeta<?> meta) {
        return (EntityAccess<Managed>) meta.access();
    }

    /**
     * {@return the bits of the attributes that are loaded, also of those whose reads are observed}
     *
     * @param entity a managed object
     */
    public static long loaded(Managed entity) {
        Extras extras = entity.$extras();
        return extras == null ? entity.$ready() : entity.$ready() | extras.watched();
    }

    /** {@return whether an attribute is loaded} */
    static boolean isLoaded(Managed entity, Attribute attribute) {
        return (loaded(entity) & attribute.bit()) != 0;
    }

    /** {@return what the field of an attribute holds} */
    static @Nullable Object value(Managed entity, Attribute attribute) {
        return access(entity.$meta()).get(entity, attribute.index());
    }

    /** {@return the key that stands in columns, or null} */
    static @Nullable Object value(Managed entity, KeyColumns columns) {
        return columns.of(access(entity.$meta()), entity);
    }

    /** {@return whether columns are loaded} */
    static boolean isLoaded(Managed entity, KeyColumns columns) {
        return (columns.bits() & ~loaded(entity)) == 0;
    }

    /** {@return the key} */
    static Object key(Managed entity) {
        Object key = value(entity, entity.$meta().key());
        if (key == null) {
            throw new IllegalStateException("A managed " + entity.$meta() + " without its key.");
        }
        return key;
    }

    /** Gives an attribute its value unless it has one: the first value read wins, and so does one that the user set. */
    static void offer(Managed entity, Attribute attribute, @Nullable Object value) {
        if (!isLoaded(entity, attribute)) {
            access(entity.$meta()).set(entity, attribute.index(), value);
            markLoaded(entity, attribute.bit());
        }
    }

    /** Gives an object the value that another has of a column, and of what is read together with it, unless it has one. */
    static void offerColumn(Managed entity, ColumnAttribute column, Managed from) {
        if (!isLoaded(entity, column)) {
            EntityMeta<?> meta = entity.$meta();
            long unit = meta.unit(column.index());
            meta.columnsOf(unit).forEach(part -> access(meta).set(entity, part.index(), value(from, part)));
            markLoaded(entity, unit);
        }
    }

    /**
     * Marks attributes as loaded: ready at once, or with the first read where reads are observed.
     *
     * @param entity a managed object
     * @param bits the bits of the attributes
     */
    public static void markLoaded(Managed entity, long bits) {
        if (entity.$group() instanceof PeerGroup group && group.observesReads()) {
            watch(entity, bits);
        } else {
            entity.$makeReady(bits);
        }
    }

    /**
     * Lets the next touch of attributes load them again, whatever they hold now.
     *
     * @param entity a managed object
     * @param bits the bits of the attributes
     */
    public static void unload(Managed entity, long bits) {
        Extras extras = entity.$extras();
        if (extras != null) {
            extras.unwatch(bits);
        }
        entity.$clean(bits);
        entity.$makeUnready(bits);
    }

    /**
     * Lets the next touch of a relation load it again, as another collection.
     *
     * @param entity a managed object
     * @param relation the relation
     */
    public static void forget(Managed entity, RelationAttribute relation) {
        unload(entity, relation.bit());
        access(entity.$meta()).set(entity, relation.index(), null);
    }

    /**
     * {@return the values that columns had before they were changed, by the indexes of the columns; what is not known is missing}
     *
     * @param entity a managed object
     * @param bits the bits of the columns
     */
    public static Map<Integer, @Nullable Object> former(Managed entity, long bits) {
        Map<Integer, @Nullable Object> former = new HashMap<>();
        List<EmbeddedAttribute> embedded = entity.$meta().embedded();
        for (int position = 0; position < embedded.size(); position++) {
            List<@Nullable Object> seen = entity.$seen(position);
            for (int at = 0; seen != null && at < seen.size(); at++) {
                ColumnAttribute column = embedded.get(position).columns().get(at);
                if ((bits & column.bit()) != 0) {
                    former.put(column.index(), seen.get(at));
                }
            }
        }
        for (ColumnAttribute column : entity.$meta().columnsOf(bits)) {
            Object seen = entity.$seenAt(column.index());
            if (seen != null) {
                former.put(column.index(), seen);
            }
        }
        Extras extras = entity.$extras();
        if (extras != null) {
            former.putAll(extras.former(bits));
        }
        return former;
    }

    /** Observes the first read of attributes that have just been loaded. */
    static void watch(Managed entity, long bits) {
        extras(entity, List.of()).watch(bits);
        entity.$makeUnready(bits);
    }

    /** Notes that an attribute is read, if reads of the object are observed. */
    static void observe(Managed entity, Attribute attribute) {
        Extras extras = entity.$extras();
        if (extras != null && extras.isWatched(attribute.bit())) {
            extras.observe(attribute.bit());
        }
    }

    /** {@return the extras of an object, with room for some keys} */
    static Extras extras(Managed entity, List<Object> keys) {
        Extras extras = entity.$extras();
        Extras wider = extras == null ? new Extras(keys) : extras.with(keys);
        if (wider != extras) {
            entity.$extras(wider);
        }
        return wider;
    }
}
