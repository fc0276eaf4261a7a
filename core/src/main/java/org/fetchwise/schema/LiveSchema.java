package org.fetchwise.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fetchwise.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/** Reads from a connection what tables the database has. Used by one thread. */
final class LiveSchema {
    private final Connection connection;
    private final DatabaseMetaData meta;
    private final Dialect dialect;

    LiveSchema(Connection connection, Dialect dialect) throws SQLException {
        this.connection = connection;
        this.meta = connection.getMetaData();
        this.dialect = dialect;
    }

    /**
     * Where tables stand.
     *
     * @param catalog the catalog, or null where it does not matter
     * @param schema the schema, or null where there are none
     */
    record Place(@Nullable String catalog, @Nullable String schema) {}

    /** The place that a name says, or the connection's own. */
    Place placeOf(String name) throws SQLException {
        List<String> parts = Arrays.asList(name.split("\\.", -1));
        boolean catalogs = !dialect.hasSchemas();
        if (parts.size() == 1) {
            return catalogs
                    ? new Place(connection.getCatalog(), null)
                    : new Place(connection.getCatalog(), connection.getSchema());
        }
        String around = parts.get(parts.size() - 2);
        return catalogs
                ? new Place(around, null)
                : new Place(parts.size() > 2 ? parts.getFirst() : connection.getCatalog(), around);
    }

    static String simpleName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The names of the tables in a place. */
    Set<String> tables(Place place) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet rows =
                meta.getTables(place.catalog(), place.schema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    /** The names of the sequences that the connection sees. */
    Set<String> sequences() throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(dialect.sequenceNames())) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    LiveTable table(Place place, String name) throws SQLException {
        return new LiveTable(columns(place, name), key(place, name), indexes(place, name), foreignKeys(place, name));
    }

    private Map<String, LiveTable.Column> columns(Place place, String table) throws SQLException {
        Map<String, LiveTable.Column> columns = new LinkedHashMap<>();
        String pattern = table.replace("_", meta.getSearchStringEscape() + "_");
        try (ResultSet rows = meta.getColumns(place.catalog(), place.schema(), pattern, "%")) {
            while (rows.next()) {
                if (rows.getString("TABLE_NAME").equals(table)) {
                    columns.put(
                            rows.getString("COLUMN_NAME"),
                            new LiveTable.Column(
                                    rows.getString("TYPE_NAME"),
                                    rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls));
                }
            }
        }
        return columns;
    }

    private List<String> key(Place place, String table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet rows = meta.getPrimaryKeys(place.catalog(), place.schema(), table)) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(columns.values());
    }

    private List<LiveTable.LiveIndex> indexes(Place place, String table) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Set<String> unique = new TreeSet<>();
        try (ResultSet rows = meta.getIndexInfo(place.catalog(), place.schema(), table, false, true)) {
            while (rows.next()) {
                String index = rows.getString("INDEX_NAME");
                String column = rows.getString("COLUMN_NAME");
                if (index != null && column != null) {
                    columns.computeIfAbsent(index, missing -> new ArrayList<>()).add(unquoted(column));
                    if (!rows.getBoolean("NON_UNIQUE")) {
                        unique.add(index);
                    }
                }
            }
        }
        return columns.entrySet().stream()
                .map(entry -> new LiveTable.LiveIndex(unique.contains(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** Some drivers give the columns of an index as an expression would name them. */
    private static String unquoted(String column) {
        return column.length() > 1 && column.startsWith("\"") && column.endsWith("\"")
                ? column.substring(1, column.length() - 1).replace("\"\"", "\"")
                : column;
    }

    private Map<String, Set<String>> foreignKeys(Place place, String table) throws SQLException {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        try (ResultSet rows = meta.getImportedKeys(place.catalog(), place.schema(), table)) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString("FKCOLUMN_NAME"), missing -> new TreeSet<>())
                        .add(rows.getString("PKTABLE_NAME") + "." + rows.getString("PKCOLUMN_NAME"));
            }
        }
        return references;
    }
}
