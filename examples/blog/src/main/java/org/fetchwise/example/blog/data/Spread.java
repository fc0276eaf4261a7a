package org.fetchwise.example.blog.data;

import java.util.Random;

/** Deals things out unevenly: many get few, few get many, and the total is exact. */
final class Spread {
    private Spread() {}

    /**
     * {@return how many things each receiver gets}
     *
     * @param random the source of chance
     * @param receivers how many receivers there are
     * @param mean how many things there are for each of them on average, less than {@code most}
     * @param most the greatest number that one of them gets
     */
    static int[] deal(Random random, int receivers, int mean, int most) {
        int[] shares = new int[receivers];
        long dealt = 0;
        for (int at = 0; at < receivers; at++) {
            shares[at] = (int) Math.min(most, -Math.log(1 - random.nextDouble()) * mean);
            dealt += shares[at];
        }
        long wanted = (long) receivers * mean;
        while (dealt != wanted) {
            int at = random.nextInt(receivers);
            if (dealt < wanted && shares[at] < most) {
                shares[at]++;
                dealt++;
            } else if (dealt > wanted && shares[at] > 0) {
                shares[at]--;
                dealt--;
            }
        }
        return shares;
    }

    /**
     * {@return the numbers from 0 up to a bound in a random order, as many as asked for}
     *
     * @param random the source of chance
     * @param count how many, at most {@code bound}
     * @param bound the bound, which is not among the numbers
     */
    static int[] distinct(Random random, int count, int bound) {
        int[] numbers = new int[bound];
        for (int at = 0; at < bound; at++) {
            numbers[at] = at;
        }
        int[] chosen = new int[count];
        for (int at = 0; at < count; at++) {
            int other = at + random.nextInt(bound - at);
            chosen[at] = numbers[other];
            numbers[other] = numbers[at];
        }
        return chosen;
    }

    /**
     * {@return marks, of which exactly one in five is set, rounded down}
     *
     * @param random the source of chance
     * @param count how many marks
     */
    static boolean[] oneInFive(Random random, int count) {
        boolean[] marks = new boolean[count];
        for (int at : distinct(random, count / 5, count)) {
            marks[at] = true;
        }
        return marks;
    }
}
