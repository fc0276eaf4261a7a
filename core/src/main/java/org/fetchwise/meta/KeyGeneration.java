package org.fetchwise.meta;

/**
 * Who makes the key of a new row. Whatever says sequence or table is shared with Hibernate: both may insert into the same
 * tables at the same time, and neither takes a key of the other.
 */
public sealed interface KeyGeneration {
    /** The program sets the key before the object is stored. */
    record Assigned() implements KeyGeneration {}

    /** The database makes the key when the row is inserted. */
    record Identity() implements KeyGeneration {}

    /** The library makes a random UUID; where the key is a {@code String}, its text of 36 characters. */
    record RandomUuid() implements KeyGeneration {}

    /** Keys come in blocks, each of which costs one statement. */
    sealed interface Blocks extends KeyGeneration {
        /** {@return the first key of all} */
        long initial();

        /** {@return how many keys one statement takes, at least 1} */
        int increment();

        /**
         * {@return the keys that a value of the generator stands for} The first value is the first key. Every other one stands for
         * the keys that end with it, as many as the increment says, which is what Hibernate's pooled optimizer makes of it.
         *
         * @param value what the sequence or the table gave
         */
        default Block block(long value) {
            return new Block(value == initial() ? value : value - increment() + 1, value);
        }
    }

    /**
     * A sequence gives the keys. Where the database has no sequences, a table of the same name does, with one row and the
     * column {@link #NEXT_VALUE}, which holds the value to take next and grows by the increment.
     *
     * @param name the sequence's name, unquoted, with dots between it and its schema
     * @param initial the value that it starts with
     * @param increment by how much it grows with each value, at least 1
     */
    record Sequence(String name, long initial, int increment) implements Blocks {
        /** The column of the table that stands for a sequence. */
        public static final String NEXT_VALUE = "next_val";
    }

    /**
     * A row of a table gives the keys. The row holds the value taken last, which is one less than the next one: taking a
     * value reads it, adds the increment to the row, and gives what was read plus one.
     *
     * @param table the table's name, unquoted, with dots between it and its schema
     * @param nameColumn the column that holds the names of generators, the table's key
     * @param valueColumn the column that holds the value taken last
     * @param row the name of this generator
     * @param initial the first key of all
     * @param increment how much is added for each value, at least 1
     */
    record TableRow(String table, String nameColumn, String valueColumn, String row, long initial, int increment)
            implements Blocks {}

    /**
     * Keys that follow on each other.
     *
     * @param first the first of them
     * @param last the last of them, not less than the first
     */
    record Block(long first, long last) {}
}
