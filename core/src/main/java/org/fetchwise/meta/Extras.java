package org.fetchwise.meta;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query attaches to an object besides its attributes: annotations and named prefetches, each under its key. The
 * list of keys is shared by all objects of a result.
 */
public final class Extras {
    private final List<Object> keys;
    private final @Nullable Object[] values;
    private long observed;
    private long watched;

    /**
     * Creates the extras of one object.
     *
     * @param keys the keys, compared with equals
     */
    public Extras(List<Object> keys) {
        this.keys = keys;
        this.values = new Object[keys.size()];
    }

    /** {@return the keys, in the order of their positions} */
    public List<Object> keys() {
        return keys;
    }

    /**
     * {@return these extras if they have a list of keys, or a copy that has those that were missing, too}
     *
     * @param wanted the keys
     */
    @SuppressWarnings("ReferenceEquality") // Most objects share the very list.
    public Extras with(List<Object> wanted) {
        if (keys == wanted || keys.containsAll(wanted)) {
            return this;
        }
        List<Object> all = new ArrayList<>(keys);
        for (Object key : wanted) {
            if (!keys.contains(key)) {
                all.add(key);
            }
        }
        Extras wider = new Extras(keys.isEmpty() ? wanted : all);
        System.arraycopy(values, 0, wider.values, 0, values.length);
        wider.observed = observed;
        wider.watched = watched;
        return wider;
    }

    /**
     * {@return the position of a key, or -1}
     *
     * @param key the key
     */
    public int indexOf(Object key) {
        return keys.indexOf(key);
    }

    /**
     * {@return the value at a position}
     *
     * @param position the position of its key
     */
    public @Nullable Object get(int position) {
        return values[position];
    }

    /**
     * Sets the value at a position.
     *
     * @param position the position of its key
     * @param value the value, or null
     */
    public void set(int position, @Nullable Object value) {
        values[position] = value;
    }

    /**
     * Begins to observe which loaded attributes are read: their ready bits are taken away by the caller, and come back on
     * the first touch.
     *
     * @param loaded the bits of the attributes that are loaded
     */
    public void watch(long loaded) {
        watched |= loaded;
    }

    /**
     * Ends the observation of attributes that are not loaded any more.
     *
     * @param bits their bits
     */
    public void unwatch(long bits) {
        watched &= ~bits;
    }

    /** {@return the bits of the attributes that were loaded while reads were observed} */
    public long watched() {
        return watched;
    }

    /**
     * {@return whether an attribute is loaded although its ready bit is not set, because reads are observed}
     *
     * @param bit the attribute's bit
     */
    public boolean isWatched(long bit) {
        return (watched & bit) != 0;
    }

    /**
     * Notes that an observed attribute was read.
     *
     * @param bit the attribute's bit
     */
    public void observe(long bit) {
        observed |= bit;
    }

    /** {@return the bits of the observed attributes that were read} */
    public long observed() {
        return observed;
    }
}
