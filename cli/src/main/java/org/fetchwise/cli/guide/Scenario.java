package org.fetchwise.cli.guide;

import java.util.List;
import java.util.function.Predicate;
import org.fetchwise.example.blog.Blog;
import org.fetchwise.example.blog.data.BlogFacts;
import org.fetchwise.example.blog.guide.Printout;
import org.jspecify.annotations.Nullable;

/**
 * One row of the guide.
 *
 * @param id its number, as in {@code 1.1}
 * @param title what its code does, as a question or a phrase
 * @param parts its parts, at least one
 * @param premises what must be true of the rows so that the row shows something
 * @param change what its code changes, or null where it only reads
 */
public record Scenario(
        String id,
        String title,
        List<Part> parts,
        List<Premise> premises,
        @Nullable Change change) {
    /** Copies the lists. */
    public Scenario {
        parts = List.copyOf(parts);
        premises = List.copyOf(premises);
    }

    /** Code of the guide. */
    @FunctionalInterface
    public interface Code {
        /**
         * Runs the code.
         *
         * @param blog the blog
         * @param out takes what it prints
         */
        void run(Blog blog, Printout out);
    }

    /** What a variant prints, compared with the first one that has to do with the same answer. */
    public enum Expected {
        SAME("same"),
        DIFFERS("differs");

        private final String key;

        Expected(String key) {
            this.key = key;
        }

        /** {@return its name in JSON} */
        public String key() {
            return key;
        }
    }

    /**
     * Variants of the same code.
     *
     * @param name what distinguishes the part, or null where the row has only one
     * @param answer parts with the same text here are compared
     * @param expected what comes of the comparison
     * @param attempts the variants, in the order bad, default, good
     */
    public record Part(@Nullable String name, String answer, Expected expected, List<Attempt> attempts) {
        /** Copies the list. */
        public Part {
            attempts = List.copyOf(attempts);
        }
    }

    /**
     * One variant.
     *
     * @param variant which
     * @param code its code
     * @param bounds what it must keep to
     */
    public record Attempt(Variant variant, Code code, List<Bound> bounds) {
        /** Copies the list. */
        public Attempt {
            bounds = List.copyOf(bounds);
        }
    }

    /**
     * What a row's code changes. Every run begins with the same rows.
     *
     * @param undo makes the rows what they were, or null where the code is run in a transaction that is rolled back
     * @param state prints what the rows have become; it is part of the answer, and is not counted
     */
    public record Change(@Nullable Undo undo, Code state) {}

    /** Makes rows what they were. */
    @FunctionalInterface
    public interface Undo {
        /**
         * Does it.
         *
         * @param blog the blog
         * @param facts what was true of the rows
         */
        void run(Blog blog, BlogFacts facts);
    }

    /**
     * Something without which a row would show nothing, such as a filter that drops no row.
     *
     * @param claim what is claimed, in words
     * @param holds whether it is true
     */
    public record Premise(String claim, Predicate<BlogFacts> holds) {}
}
