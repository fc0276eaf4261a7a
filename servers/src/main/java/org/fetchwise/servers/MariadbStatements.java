package org.fetchwise.servers;

/** MariaDB's statements. The binary collation is the one without padding: elsewhere trailing blanks count, too. */
record MariadbStatements() implements DatabaseServer.Statements {
    static final String BINARY_COLLATION = "utf8mb4_nopad_bin";

    @Override
    public String create(String database, Collation collation) {
        String name = collation.equals(Collation.BINARY) ? BINARY_COLLATION : collation.name();
        return "CREATE DATABASE " + database + " CHARACTER SET utf8mb4 COLLATE " + name;
    }

    @Override
    public String drop(String database) {
        return "DROP DATABASE IF EXISTS " + database;
    }
}
