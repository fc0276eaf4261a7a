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
 */
public record Scenario(String id, String title, List<Part> parts, List<Premise> premises) {
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
     * Something without which a row would show nothing, such as a filter that drops no row.
     *
     * @param claim what is claimed, in words
     * @param holds whether it is true
     */
    public record Premise(String claim, Predicate<BlogFacts> holds) {}
}
