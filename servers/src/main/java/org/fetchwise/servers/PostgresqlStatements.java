package org.fetchwise.servers;

/** PostgreSQL's statements. template0, because only a copy of it may have another locale than the server. */
record PostgresqlStatements() implements DatabaseServer.Statements {
    @Override
    public String create(String database, Collation collation) {
        String locale = collation.equals(Collation.BINARY)
                ? "LOCALE_PROVIDER libc"
                : "LOCALE_PROVIDER icu ICU_LOCALE '" + collation.name() + "'";
        return "CREATE DATABASE " + database + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' " + locale;
    }

    @Override
    public String drop(String database) {
        return "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)";
    }
}
