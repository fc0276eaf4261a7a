package org.fetchwise.dialect;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.Rendered;
import org.fetchwise.sql.Upsert;

/**
 * MySQL, from version 8.0.19 on: MariaDB but for a few differences, which follow the manual. The build starts no MySQL, so
 * nothing here has met a server.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/sql-statements.html">The SQL statements of MySQL</a>
 */
public final class MySqlDialect extends MariaDbDialect {
    private static final Capabilities CAPABILITIES = new Capabilities(
            Capabilities.KeyLists.JSON,
            false,
            false,
            false,
            true,
            false,
            true,
            false,
            false,
            Capabilities.Returning.NONE,
            65_535,
            Integer.MAX_VALUE);

    /** Creates the dialect, which serves any number of databases. */
    public MySqlDialect() {}

    @Override
    public String name() {
        return "MySQL";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    /** UPDATE sees the columns that it has set before; there is no mode against it. */
    @Override
    protected String modes() {
        return "'STRICT_TRANS_TABLES'";
    }

    @Override
    protected String binaryCollation() {
        return "utf8mb4_0900_bin";
    }

    /** There is no type for UUIDs. */
    @Override
    public String columnType(ColumnAttribute column) {
        return column.type().storage() == StorageType.UUID ? "CHAR(36)" : super.columnType(column);
    }

    @Override
    protected String castType(StorageType type) {
        return type == StorageType.UUID ? "CHAR(36)" : super.castType(type);
    }

    /** INSERT gives nothing back, so the count is asked for. */
    @Override
    public Upserting upsert(Upsert upsert) {
        return new Upserting.ThenAsks(render(upsert), new Rendered("SELECT " + MariaDbChanges.FOUND, List.of()));
    }

    @Override
    String row() {
        return "ROW";
    }

    @Override
    public boolean hasSequences() {
        return false;
    }

    /** ALTER TABLE knows no IF EXISTS. */
    @Override
    public boolean dropsForeignKeys() {
        return false;
    }

    @Override
    public List<String> withoutForeignKeys(List<String> statements) {
        List<String> between = new ArrayList<>(statements);
        between.addFirst("SET foreign_key_checks = 0");
        between.addLast("SET foreign_key_checks = 1");
        return between;
    }
}
