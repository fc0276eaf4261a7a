package org.fetchwise.meta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an object has besides its attributes: annotations and named prefetches of its query, each under its key, and the values that
 * changed columns had before. The list of keys is shared by all objects of a result.
 */
public final class Extras {
    private static final @Nullable Object[] NOTHING = {};

    private final List<Object> keys;
    private final @Nullable Object[] values;
    private long observed;
    private long watched;
    private @Nullable Former former;

    /** The value that a column had before its first change, and those of other columns. */
    private record Former(
            int column, @Nullable Object value, @Nullable Former next) {}

    /**
     * Creates the extras of one object.
     *
     * @param keys the keys, compared with equals
     */
    public Extras(List<Object> keys) {
        this.keys = keys;
        this.values = keys.isEmpty() ? NOTHING : new Object[keys.size()];
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
        wider.former = former;
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

    /**
     * Keeps the value that a column has before its first change.
     *
     * @param column the column's index
     * @param value its value
     */
    void keepFormer(int column, @Nullable Object value) {
        former = new Former(column, value, former);
    }

    /**
     * {@return the values that columns had before their first change, by the indexes of the columns}
     *
     * @param bits the bits of the columns that are asked for; those of which nothing was kept are missing
     */
    public Map<Integer, @Nullable Object> former(long bits) {
        Map<Integer, @Nullable Object> found = new HashMap<>();
        for (Former kept = former; kept != null; kept = kept.next) {
            if ((bits & 1L << kept.column) != 0) {
                found.put(kept.column, kept.value);
            }
        }
        return found;
    }

    /**
     * Forgets the values that columns had before their first change.
     *
     * @param bits the bits of the columns
     */
    public void forgetFormer(long bits) {
        Former left = null;
        for (Former kept = former; kept != null; kept = kept.next) {
            if ((bits & 1L << kept.column) == 0) {
                left = new Former(kept.column, kept.value, left);
            }
        }
        former = left;
    }
}
