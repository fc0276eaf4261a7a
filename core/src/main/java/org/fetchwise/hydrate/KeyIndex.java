package org.fetchwise.hydrate;

import org.fetchwise.meta.ValueType;

/** Finds positions by keys. Mutable, for one thread at a time. */
abstract sealed class KeyIndex permits WholeKeyIndex, ObjectKeyIndex {
    /** What is returned where a key has no position. */
    static final int ABSENT = -1;

    /** {@return an empty index of keys of a type, with room for so many; whole numbers are not boxed} */
    static KeyIndex of(ValueType<?> key, int expected) {
        return key.isWholeNumber() ? new WholeKeyIndex(expected) : new ObjectKeyIndex(expected);
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
