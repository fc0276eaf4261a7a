package org.fetchwise.sql;

/** One step of a path within a JSON document. */
public sealed interface JsonStep {
    /**
     * To the value of a key of an object.
     *
     * @param name the member's name
     */
    record Key(String name) implements JsonStep {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * To an element of an array.
     *
     * @param position the position, counted from 0
     */
    record Index(int position) implements JsonStep {
        @Override
        public String toString() {
            return Integer.toString(position);
        }
    }
}
