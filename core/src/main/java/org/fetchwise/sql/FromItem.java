package org.fetchwise.sql;

/** Something rows are taken from. */
public sealed interface FromItem {
    /** {@return the name under which its columns are spoken of} */
    String alias();

    /** A table of the database. */
    record Table(String table, String alias) implements FromItem {
        @Override
        public String toString() {
            return table + " " + alias;
        }
    }

    /** A subquery. */
    record Derived(Select select, String alias) implements FromItem {
        @Override
        public String toString() {
            return "(" + select + ") " + alias;
        }
    }
}
