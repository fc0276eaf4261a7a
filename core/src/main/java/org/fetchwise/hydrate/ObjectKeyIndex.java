package org.fetchwise.hydrate;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** An index of keys that are no whole numbers. */
final class ObjectKeyIndex extends KeyIndex {
    private final Map<Object, Integer> positions;

    ObjectKeyIndex(int expected) {
        positions = HashMap.newHashMap(expected);
    }

    @Override
    int find(Object key) {
        return positions.getOrDefault(comparable(key), ABSENT);
    }

    @Override
    int findWhole(long key) {
        return find(key);
    }

    @Override
    int put(Object key, int position) {
        Integer there = positions.putIfAbsent(comparable(key), position);
        return there == null ? ABSENT : there;
    }

    @Override
    int putWhole(long key, int position) {
        return put(key, position);
    }

    /** Two values that the database takes for equal must be equal here. */
    private static Object comparable(Object key) {
        return switch (key) {
            case byte[] bytes -> ByteBuffer.wrap(bytes);
            case BigDecimal decimal -> decimal.stripTrailingZeros();
            default -> key;
        };
    }
}
