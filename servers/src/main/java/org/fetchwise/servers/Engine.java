package org.fetchwise.servers;

/** A database product that {@link Servers} can provide. */
public enum Engine {
    /** H2, in memory, in this process. */
    H2("H2"),

    /** SQLite, a file, in this process. */
    SQLITE("SQLite"),

    /** PostgreSQL, a server of its own. */
    POSTGRESQL("PostgreSQL"),

    /** MariaDB, a server of its own. */
    MARIADB("MariaDB");

    private final String title;

    Engine(String title) {
        this.title = title;
    }

    /** {@return the product's name as its makers write it} */
    public String title() {
        return title;
    }
}
