import org.fetchwise.spi.ConnectionPoolProvider;
import org.jspecify.annotations.NullMarked;

/**
 * Django's QuerySet for Java: lazy, immutable, typed queries over plain {@code jakarta.persistence} classes.
 *
 * <p>Users begin with {@link org.fetchwise.Database} and {@link org.fetchwise.QuerySet}.
 */
@NullMarked
@SuppressWarnings("requires-automatic") // H2 and SQLite describe no module of theirs
module org.fetchwise.core {
    requires transitive java.sql;
    requires transitive org.jspecify;
    requires static jakarta.persistence;
    requires static com.h2database;
    requires static org.mariadb.jdbc;
    requires static org.postgresql.jdbc;
    requires static org.xerial.sqlitejdbc;

    exports org.fetchwise;
    exports org.fetchwise.annotation;
    exports org.fetchwise.dialect;
    exports org.fetchwise.error;
    exports org.fetchwise.event;
    exports org.fetchwise.expr;
    exports org.fetchwise.meta;
    exports org.fetchwise.schema;
    exports org.fetchwise.spi;
    exports org.fetchwise.sql;
    exports org.fetchwise.transaction;

    uses ConnectionPoolProvider;
    uses org.fetchwise.meta.JsonCodec;
    uses org.fetchwise.Model;
    uses org.fetchwise.spi.ObjectValidator;
}
