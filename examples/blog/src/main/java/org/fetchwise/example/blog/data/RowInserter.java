package org.fetchwise.example.blog.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.ParameterWriter;
import org.jspecify.annotations.Nullable;

/** Inserts rows with their keys by plain batches. Mutable; serves one thread, and one table at a time. */
final class RowInserter {
    private static final int BATCH = 500;

    private final Connection connection;
    private final Dialect dialect;
    private final Map<String, Long> rowsByTable = new LinkedHashMap<>();

    RowInserter(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Rows of one table. */
    @FunctionalInterface
    interface Rows {
        /**
         * Hands over every row.
         *
         * @param sink takes the rows
         */
        void feed(Sink sink) throws SQLException;
    }

    /** Takes rows of one table. */
    @FunctionalInterface
    interface Sink {
        /**
         * Takes the next row; its key is its position, counted from 1.
         *
         * @param values the values of the columns after the key, in the order in which the entity declares them
         */
        void add(@Nullable Object... values) throws SQLException;
    }

    /**
     * Inserts all rows of a table.
     *
     * @param entity the entity, which declares its key first
     * @param rows the rows
     */
    void insert(EntityMeta<?> entity, Rows rows) throws SQLException {
        List<ColumnAttribute> columns = entity.columns();
        try (PreparedStatement statement = connection.prepareStatement(text(entity))) {
            ParameterWriter parameters = dialect.parameters(statement);
            long[] key = {0};
            rows.feed(values -> {
                if (values.length != columns.size() - 1) {
                    throw new IllegalArgumentException(entity + " has " + columns.size() + " columns.");
                }
                statement.setLong(1, ++key[0]);
                for (int at = 1; at < columns.size(); at++) {
                    parameters.bind(at + 1, columns.get(at).type().storage(), values[at - 1]);
                }
                statement.addBatch();
                if (key[0] % BATCH == 0) {
                    statement.executeBatch();
                }
            });
            statement.executeBatch();
            rowsByTable.put(entity.table(), key[0]);
        }
    }

    private String text(EntityMeta<?> entity) {
        List<ColumnAttribute> columns = entity.columns();
        String names = columns.stream()
                .map(column -> dialect.quote(column.column()))
                .collect(Collectors.joining(", ", " (", ")"));
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        return "INSERT INTO " + dialect.quote(entity.table()) + names + " VALUES (" + marks + ")";
    }

    /**
     * Lets the keys that the database makes follow those that were inserted. SQLite and MariaDB do so by themselves. H2
     * commits the transaction.
     */
    void advanceKeys() throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        if (!product.equals("H2") && !product.equals("PostgreSQL")) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, Long> table : rowsByTable.entrySet()) {
                statement.execute("ALTER TABLE " + dialect.quote(table.getKey()) + " ALTER COLUMN "
                        + dialect.quote("id") + " RESTART WITH " + (table.getValue() + 1));
            }
        }
    }
}
