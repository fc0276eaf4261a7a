import org.jspecify.annotations.NullMarked;

/** Assertions on queries for tests, and a source of connections that answers without a database. */
@NullMarked
module org.fetchwise.testkit {
    requires transitive java.sql;
    requires transitive org.fetchwise.core;
    requires static org.jspecify;
    requires org.junit.jupiter.api;

    exports org.fetchwise.testkit;
}
