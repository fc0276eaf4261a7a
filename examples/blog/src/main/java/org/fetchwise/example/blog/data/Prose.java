package org.fetchwise.example.blog.data;

import java.util.Random;

/** Writes text that means nothing and has an exact length. */
final class Prose {
    private static final String[] WORDS = {
        "query", "index", "table", "column", "cache", "thread", "packet", "kernel", "garden", "window", "river",
        "stone", "letter", "morning", "signal", "harbour", "bridge", "lantern", "copper", "meadow", "winter", "engine",
        "paper", "silver", "island", "shadow", "anchor", "candle", "forest", "violin", "thunder", "mirror"
    };

    private Prose() {}

    /**
     * {@return words in lower case without a full stop}
     *
     * @param random the source of chance
     * @param count how many words
     */
    static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < count; at++) {
            text.append(at == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    /**
     * {@return text of an exact length, in characters and in bytes}
     *
     * @param random the source of chance
     * @param length the length
     */
    static String text(Random random, int length) {
        StringBuilder text = new StringBuilder(length + 16);
        while (text.length() < length) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(text.length() % 7 == 0 ? ". " : " ");
        }
        text.setLength(length);
        text.setCharAt(length - 1, '.');
        return text.toString();
    }
}
