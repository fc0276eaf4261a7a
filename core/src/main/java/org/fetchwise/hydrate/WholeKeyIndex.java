package org.fetchwise.hydrate;

/** An index of whole numbers: open addressing over two arrays, at most half full. */
final class WholeKeyIndex extends KeyIndex {
    private static final int SMALLEST = 128;

    /** Arrays smaller than this grow faster. */
    private static final int SOON_OUTGROWN = 4096;

    private long[] keys;
    /** The position plus one; zero where the place is free. */
    private int[] positions;

    private int size;

    /** How far the product of a key is shifted to leave as many bits as the arrays have places. */
    private int shift;

    WholeKeyIndex(int expected) {
        int capacity = Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, expected)) << 2);
        keys = new long[capacity];
        positions = new int[capacity];
        shift = Long.numberOfLeadingZeros(capacity - 1L);
    }

    @Override
    int find(Object key) {
        return findWhole(((Number) key).longValue());
    }

    @Override
    int findWhole(long key) {
        return positions[place(key)] - 1;
    }

    @Override
    int put(Object key, int position) {
        return putWhole(((Number) key).longValue(), position);
    }

    @Override
    int putWhole(long key, int position) {
        int place = place(key);
        if (positions[place] != 0) {
            return positions[place] - 1;
        }
        keys[place] = key;
        positions[place] = position + 1;
        if (++size * 2 > keys.length) {
            grow();
        }
        return ABSENT;
    }

    /** The place where a key stands, or the free one where it belongs. */
    private int place(long key) {
        int mask = keys.length - 1;
        // Fibonacci hashing: consecutive keys spread over the whole table.
        int place = (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
        while (positions[place] != 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldPositions = positions;
        int capacity = oldKeys.length < SOON_OUTGROWN ? oldKeys.length * 4 : oldKeys.length * 2;
        keys = new long[capacity];
        positions = new int[capacity];
        shift = Long.numberOfLeadingZeros(capacity - 1L);
        for (int at = 0; at < oldKeys.length; at++) {
            if (oldPositions[at] != 0) {
                int place = place(oldKeys[at]);
                keys[place] = oldKeys[at];
                positions[place] = oldPositions[at];
            }
        }
    }
}
