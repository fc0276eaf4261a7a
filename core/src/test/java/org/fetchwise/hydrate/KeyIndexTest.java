package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Positions are found by keys, however many there are. */
class KeyIndexTest {
    @Test
    void wholeNumbers_areFoundAsInAMap() {
        Random random = new Random(7);
        KeyIndex index = new WholeKeyIndex(0);
        Map<Long, Integer> map = new HashMap<>();
        for (int at = 0; at < 20_000; at++) {
            // Near and far numbers, negative ones and zero, some of them twice.
            long key = at % 3 == 0 ? random.nextLong() : random.nextLong(-5_000, 5_000);
            Integer there = map.putIfAbsent(key, at);
            assertThat(index.putWhole(key, at)).isEqualTo(there == null ? KeyIndex.ABSENT : there);
        }
        map.forEach((key, position) -> {
            assertThat(index.findWhole(key)).isEqualTo(position);
            assertThat(index.find(key)).isEqualTo(position);
        });
        assertThat(index.findWhole(5_001)).isEqualTo(KeyIndex.ABSENT);
    }

    @Test
    void wholeNumbersOfAnyWidth_areTheSameKey() {
        KeyIndex index = new WholeKeyIndex(1);
        index.put(7, 0);
        assertThat(index.find(7L)).isZero();
        assertThat(index.find((short) 7)).isZero();
    }

    @Test
    void otherKeys_areEqualAsTheDatabaseTakesThem() {
        KeyIndex index = new ObjectKeyIndex(4);
        index.put("a", 0);
        index.put(new byte[] {1, 2}, 1);
        index.put(new BigDecimal("1.50"), 2);
        assertThat(index.find("a")).isZero();
        assertThat(index.find(new byte[] {1, 2})).isEqualTo(1);
        assertThat(index.find(new BigDecimal("1.5"))).isEqualTo(2);
        assertThat(index.find("A")).isEqualTo(KeyIndex.ABSENT);
        assertThat(index.put("a", 3)).isZero();
    }
}
