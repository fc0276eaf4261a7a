package org.fetchwise.hydrate;

import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ValueType;

/** Finds positions by keys. Mutable, for one thread at a time. */
abstract sealed class KeyIndex permits WholeKeyIndex, ObjectKeyIndex {
    /** What is returned where a key has no position. */
    static final int ABSENT = -1;

    /** {@return an empty index of the keys that a column holds, with room for so many} */
    static KeyIndex of(ColumnAttribute key, int expected) {
        return isWhole(key.type()) ? new WholeKeyIndex(expected) : new ObjectKeyIndex(expected);
    }

    /** {@return whether values of a type are whole numbers, which need not be boxed} */
    static boolean isWhole(ValueType<?> type) {
        return type.storage().isWhole() && Number.class.isAssignableFrom(type.javaType());
    }

    /** {@return the position of a key, or {@link #ABSENT}} */
    abstract int find(Object key);

    /** {@return the position of a whole number, or {@link #ABSENT}} */
    abstract int findWhole(long key);

    /** {@return the position that the key has already, or {@link #ABSENT} if it has been given this one} */
    abstract int put(Object key, int position);

    /** {@return the position that the whole number has already, or {@link #ABSENT} if it has been given this one} */
    abstract int putWhole(long key, int position);
}
