package org.fetchwise.dialect;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ParameterWriter;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Lock;
import org.fetchwise.sql.Rendered;
import org.fetchwise.sql.Rendered.Form;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.InParameter;
import org.fetchwise.sql.Upsert;
import org.fetchwise.transaction.Isolation;
import org.jspecify.annotations.Nullable;

/**
 * SQLite, from version 3.44 on. It has four types of its own; {@link SqliteText} says how the others are kept as text.
 *
 * @see <a href="https://sqlite.org/lang.html">SQL as understood by SQLite</a>
 */
public final class SqliteDialect extends Dialect {
    private static final Capabilities CAPABILITIES = new Capabilities(
            Capabilities.KeyLists.JSON,
            false,
            false,
            true,
            true,
            true,
            true,
            true,
            false,
            Capabilities.Returning.ALL,
            32_766,
            Integer.MAX_VALUE);

    private static final int MOST_SELECTS = 500;

    private static final int BUSY_MILLISECONDS = 5_000;

    private static final Pattern CODE = Pattern.compile("\\[(SQLITE_\\w+)]");
    private static final Pattern TABLE = Pattern.compile("no such table: ([^ )]+)");
    private static final Pattern COLUMN = Pattern.compile("(?:no such column: |has no column named )([^ )]+)");
    private static final Pattern EXISTING = Pattern.compile("table \"?([^ \"]+)\"? already exists");
    private static final Pattern FAILED = Pattern.compile("constraint failed: ([^)]+)");

    /** A check without a name is told by its condition, which may hold parentheses; the driver puts all into a pair. */
    private static final Pattern CHECK = Pattern.compile("CHECK constraint failed: (.+)\\)");

    /** Creates the dialect, which serves any number of databases. */
    public SqliteDialect() {}

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Quoting quoting() {
        return new Quoting(Set.of(Quoting.Rule.BACKTICK, Quoting.Rule.BRACKET));
    }

    /** A column holds values of any type. */
    @Override
    public @Nullable ValueType<?> valueType(ResultSetMetaData result, int column) {
        return null;
    }

    /** The declared type decides the affinity: a text that looks like a number must not become one. */
    @Override
    public String columnType(ColumnAttribute column) {
        StorageType type = column.type().storage();
        return switch (type) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DATE, TIME, TIMESTAMP, TEXT -> type.name();
            case DECIMAL -> decimalType("DECIMAL", column);
            case VARCHAR -> column.length() > 0 ? "VARCHAR(" + column.length() + ")" : "TEXT";
            case UUID -> "CHAR(36)";
            case BINARY -> "BLOB";
            case INSTANT -> "TIMESTAMP";
            case DURATION -> "BIGINT";
            case JSON -> "TEXT";
            case ARRAY -> arrayType(column);
        };
    }

    /** Only a column whose type is exactly INTEGER gets its values by itself; without the keyword numbers would be reused. */
    @Override
    public String identity(ColumnAttribute column) {
        return "INTEGER PRIMARY KEY AUTOINCREMENT";
    }

    /** No type limits what is stored: neither its length nor its name. */
    @Override
    public @Nullable String check(ColumnAttribute column) {
        String name = quote(column.column());
        return switch (column.type().storage()) {
            case JSON -> "json_valid(" + name + ")";
            case VARCHAR -> column.length() > 0 ? "length(" + name + ") <= " + column.length() : null;
            case SMALLINT ->
                column.type().fitsByte()
                        ? between(name, Byte.MIN_VALUE, Byte.MAX_VALUE)
                        : between(name, Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER -> between(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case DECIMAL -> digits(column, name);
            case BOOLEAN, BIGINT, REAL, DOUBLE, TEXT, BINARY, UUID, DATE, TIME, TIMESTAMP, INSTANT, DURATION, ARRAY ->
                null;
        };
    }

    private static String between(String name, int least, int greatest) {
        return name + " BETWEEN " + least + " AND " + greatest;
    }

    private static @Nullable String digits(ColumnAttribute column, String name) {
        int before = column.precision() - column.scale();
        return column.precision() == 0 || before > SqliteDecimals.DIGITS
                ? null
                : "abs(" + name + ") < "
                        + BigDecimal.ONE.scaleByPowerOfTen(before).toPlainString();
    }

    /** The schema stands before the index, not before the table. */
    @Override
    public String indexName(String table, String index) {
        return table(table.substring(0, table.lastIndexOf('.') + 1) + index);
    }

    @Override
    public String indexedTable(String table) {
        return quote(table.substring(table.lastIndexOf('.') + 1));
    }

    @Override
    public boolean hasSchemas() {
        return false;
    }

    @Override
    public boolean hasSequences() {
        return false;
    }

    /** ALTER TABLE cannot, but CREATE TABLE may name a table that does not exist yet. */
    @Override
    public boolean addsForeignKeys() {
        return false;
    }

    @Override
    public List<String> withoutForeignKeys(List<String> statements) {
        List<String> between = new ArrayList<>(statements);
        between.addFirst("PRAGMA foreign_keys = OFF");
        between.addLast("PRAGMA foreign_keys = ON");
        return between;
    }

    @Override
    public boolean checksReferencesRowByRow() {
        return false;
    }

    @Override
    protected String castType(StorageType type) {
        return switch (type) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT, DURATION -> "INTEGER";
            case REAL, DOUBLE -> "REAL";
            case DECIMAL -> "NUMERIC";
            case VARCHAR, TEXT, UUID, DATE, TIME, TIMESTAMP, INSTANT, JSON -> "TEXT";
            case BINARY -> "BLOB";
            case ARRAY -> throw typeless();
        };
    }

    @Override
    public Upserting upsert(Upsert upsert) {
        Rendered statement = render(upsert);
        return upsert.leaves() ? new Upserting.Inserts(statement, false) : new Upserting.TellsFound(statement, false);
    }

    /** So many SELECTs are joined with UNION ALL at most. */
    @Override
    public int mostUpdatedRows(int columns) {
        return Math.min(mostRows(columns), MOST_SELECTS);
    }

    @Override
    protected SqlWriter writer() {
        return new Writer(this);
    }

    private static final class Writer extends SqlWriter {
        Writer(Dialect dialect) {
            super(dialect);
        }

        /** A transaction that writes has the whole database for itself. */
        @Override
        protected void lock(Lock lock, Select select) {}

        /** There are no arrays. */
        @Override
        protected void inRows(SqlExpr.InRows in) {
            arguments(in.values());
            for (int at = 0; at < in.columns().size(); at++) {
                write(at == 0 ? " IN (SELECT " : ", ").write("value ->> " + at);
            }
            write(" FROM json_each(");
            rows(in.columns());
            write("))");
        }

        @Override
        protected void inParameter(InParameter in) {
            operand(in.value(), Binding.SUM);
            write(" IN (SELECT value FROM json_each(")
                    .placeholder(in.slot(), in.type(), Form.LIST)
                    .write("))");
        }

        @Override
        protected void keyList(FromItem.KeyList list) {
            List<SqlExpr.Parameter> keys = list.keys();
            String separator = "(SELECT ";
            for (int part = 0; part < keys.size(); part++) {
                write(separator).write(keys.size() == 1 ? "value AS " : "value ->> " + part + " AS ");
                identifier(FromItem.KeyList.value(part));
                separator = ", ";
            }
            write(", key + 1 AS \"n\" FROM json_each(");
            if (keys.size() == 1) {
                placeholder(keys.getFirst().slot(), keys.getFirst().type(), Form.LIST);
            } else {
                rows(keys);
            }
            write(")) AS ").identifier(list.alias());
        }

        /** OFFSET needs a LIMIT; a negative one is none. */
        @Override
        protected void slice(@Nullable SqlExpr limit, @Nullable SqlExpr offset) {
            if (limit == null && offset != null) {
                write(" LIMIT -1");
            }
            super.slice(limit, offset);
        }

        @Override
        ChangeWriter changes() {
            return new SqliteChanges(this);
        }

        @Override
        TextMatchWriter texts() {
            return new SqliteTexts(this);
        }

        @Override
        CalculationWriter calculations() {
            return new SqliteCalculations(this);
        }

        @Override
        AggregateWriter aggregates() {
            return new SqliteAggregates(this);
        }

        @Override
        FunctionWriter functions() {
            return new SqliteCalls(this);
        }

        @Override
        DateWriter dates() {
            return new SqliteDates(this);
        }

        @Override
        JsonWriter json() {
            return new SqliteJson(this);
        }
    }

    @Override
    public RowReader reader(ResultSet rows) {
        return new SqliteValues.Rows(rows);
    }

    @Override
    public ParameterWriter parameters(PreparedStatement statement) {
        return new SqliteValues.Parameters(statement);
    }

    @Override
    protected void bindList(
            ParameterWriter writer, PreparedStatement statement, int index, StorageType type, Collection<?> values)
            throws SQLException {
        statement.setString(index, JsonList.of(values, SqliteValues::element));
    }

    @Override
    protected void bindRows(PreparedStatement statement, int index, List<Collection<?>> columns) throws SQLException {
        statement.setString(index, JsonList.ofRows(columns, SqliteValues::element));
    }

    /**
     * Foreign keys are heeded only by connections that say so. Readers and a writer work side by side only with a write-ahead
     * log. A connection that finds the file locked waits.
     */
    @Override
    public void prepare(Connection connection) throws SQLException {
        SqliteFunctions.register(connection);
        try (Statement statement = connection.createStatement()) {
            if (number(statement, "PRAGMA busy_timeout") < BUSY_MILLISECONDS) {
                statement.execute("PRAGMA busy_timeout = " + BUSY_MILLISECONDS);
            }
            if (!connection.isReadOnly() && connection.getAutoCommit()) {
                statement.execute("PRAGMA journal_mode = WAL");
            }
            statement.execute("PRAGMA foreign_keys = ON");
            if (number(statement, "PRAGMA foreign_keys") == 0) {
                throw new ExecutionException(
                        "SQLite takes no notice of foreign keys on this connection, and cannot be told to "
                                + "inside a transaction. Add ?foreign_keys=on to the JDBC URL.");
            }
        }
    }

    /**
     * With the lock for writing from the start: one that is asked for later fails at once where another transaction has written
     * in the meantime. The driver's own way of beginning knows only DEFERRED.
     */
    @Override
    public void begin(Connection connection, boolean readOnly) throws SQLException {
        if (readOnly) {
            run(connection, "PRAGMA query_only = ON");
        }
        run(connection, readOnly ? "BEGIN" : "BEGIN IMMEDIATE");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        run(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        run(connection, "ROLLBACK");
    }

    @Override
    public void afterTransaction(Connection connection, boolean readOnly) throws SQLException {
        if (readOnly) {
            run(connection, "PRAGMA query_only = OFF");
        }
    }

    /** Every transaction sees what was committed before its first statement, and no two of them write. */
    @Override
    public void isolate(Connection connection, Isolation isolation) {}

    private static int number(Statement statement, String pragma) throws SQLException {
        try (ResultSet rows = statement.executeQuery(pragma)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    /** By <a href="https://sqlite.org/rescode.html">SQLite's result codes</a>, which the driver puts into its messages. */
    @Override
    protected Failure classify(SQLException failure) {
        return switch (String.valueOf(find(CODE, failure))) {
            case "SQLITE_ERROR" -> error(failure);
            case "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_ROWID" ->
                Failure.of(Failure.Kind.NOT_UNIQUE, null, find(FAILED, failure));
            case "SQLITE_CONSTRAINT_FOREIGNKEY", "SQLITE_CONSTRAINT_TRIGGER" ->
                Failure.of(Failure.Kind.MISSING_REFERENCE);
            case "SQLITE_CONSTRAINT_NOTNULL" -> Failure.of(Failure.Kind.NULL_NOT_ALLOWED, null, find(FAILED, failure));
            case "SQLITE_CONSTRAINT_CHECK" -> new Failure(Failure.Kind.CHECK_VIOLATED, find(CHECK, failure));
            case "SQLITE_TOOBIG" -> Failure.of(Failure.Kind.VALUE_OUT_OF_RANGE);
            case "SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_LOCKED", "SQLITE_LOCKED_SHAREDCACHE" ->
                Failure.of(Failure.Kind.LOCKED);
            case "SQLITE_READONLY" -> Failure.of(Failure.Kind.READ_ONLY);
            case "SQLITE_FULL" -> Failure.of(Failure.Kind.NO_SPACE);
            case "SQLITE_INTERRUPT" -> Failure.of(Failure.Kind.TIMEOUT);
            case "SQLITE_CANTOPEN", "SQLITE_NOTADB" -> Failure.of(Failure.Kind.MISSING_DATABASE);
            default -> super.classify(failure);
        };
    }

    private static Failure error(SQLException failure) {
        String table = find(TABLE, failure);
        if (table != null) {
            return new Failure(Failure.Kind.MISSING_TABLE, table);
        }
        String column = find(COLUMN, failure);
        if (column != null) {
            return new Failure(Failure.Kind.MISSING_COLUMN, column);
        }
        if (String.valueOf(failure.getMessage()).contains(SqliteDecimals.TOO_LONG)) {
            return Failure.of(Failure.Kind.TOO_MANY_DIGITS);
        }
        String existing = find(EXISTING, failure);
        return existing == null ? Failure.of(Failure.Kind.OTHER) : new Failure(Failure.Kind.TABLE_EXISTS, existing);
    }
}
