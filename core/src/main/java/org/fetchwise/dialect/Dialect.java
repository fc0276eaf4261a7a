package org.fetchwise.dialect;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fetchwise.error.FetchwiseException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.ParameterWriter;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.Rendered;
import org.fetchwise.sql.Rendered.Placeholder;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlStatement;
import org.fetchwise.sql.Upsert;
import org.fetchwise.transaction.Isolation;
import org.jspecify.annotations.Nullable;

/**
 * A database: its spelling of SQL, its way of binding and reading, its names of types, its failures. Stateless, and safe for
 * use by several threads. Designed for subclassing, one class for each database; what is not overridden is standard SQL and
 * JDBC 4.2.
 */
public abstract class Dialect {
    /** Escapes in the patterns of LIKE. Not the backslash, which MariaDB also takes for an escape in string literals. */
    static final char ESCAPE = '!';

    private static final int MOST_ROWS = 1_000;

    /** What can fail before there is a connection. */
    private static final Set<Failure.Kind> CONNECTING = Set.of(
            Failure.Kind.UNREACHABLE,
            Failure.Kind.NO_FREE_CONNECTION,
            Failure.Kind.REFUSED_LOGIN,
            Failure.Kind.MISSING_DATABASE);

    /** For subclasses. */
    protected Dialect() {}

    /** {@return the name of the product, as people say it} */
    public abstract String name();

    /** {@return what the database can do by itself} */
    public abstract Capabilities capabilities();

    /** {@return the character around identifiers, which is doubled inside} */
    protected char quote() {
        return '"';
    }

    /**
     * {@return an identifier in quotes, so that it never collides with a keyword and keeps its case}
     *
     * @param identifier the name of a table, column, constraint or alias
     */
    public final String quote(String identifier) {
        String quote = String.valueOf(quote());
        return quote + identifier.replace(quote, quote + quote) + quote;
    }

    /** {@return what the database takes for quoted text and for comments} */
    public Quoting quoting() {
        return new Quoting(Set.of());
    }

    /** {@return whether a question mark is an operator of the database, which the driver wants written twice} */
    public boolean hasQuestionMarkOperators() {
        return false;
    }

    /**
     * {@return the name that a statement gave to a column of its result}
     *
     * @param label the name in the result
     */
    public String givenName(String label) {
        return label;
    }

    /**
     * {@return the type of a column of a statement's result, or null where each of its values has its own}
     *
     * @param result the result's description
     * @param column the column's index, counted from 1
     * @throws SQLException if the driver fails
     */
    public @Nullable ValueType<?> valueType(ResultSetMetaData result, int column) throws SQLException {
        return switch (result.getColumnType(column)) {
            case Types.BOOLEAN, Types.BIT -> ValueType.BOOLEAN;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> ValueType.INTEGER;
            case Types.BIGINT -> ValueType.LONG;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> ValueType.DOUBLE;
            case Types.DECIMAL, Types.NUMERIC -> ValueType.DECIMAL;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB, Types.NCHAR, Types.NVARCHAR ->
                ValueType.STRING;
            case Types.DATE -> ValueType.DATE;
            case Types.TIME -> ValueType.TIME;
            case Types.TIMESTAMP_WITH_TIMEZONE -> ValueType.INSTANT;
            case Types.TIMESTAMP ->
                result.getColumnTypeName(column).equalsIgnoreCase("timestamptz")
                        ? ValueType.INSTANT
                        : ValueType.DATE_TIME;
            default ->
                switch (result.getColumnTypeName(column).toUpperCase(Locale.ROOT)) {
                    case "UUID" -> ValueType.UUID;
                    case "JSON", "JSONB" -> ValueType.JSON;
                    case "BYTEA" -> ValueType.BYTES;
                    default -> isBinary(result.getColumnType(column)) ? ValueType.BYTES : null;
                };
        };
    }

    private static boolean isBinary(int type) {
        return type == Types.BINARY || type == Types.VARBINARY || type == Types.LONGVARBINARY || type == Types.BLOB;
    }

    /**
     * {@return a table's or a sequence's name in quotes, each part by itself}
     *
     * @param name the name, with dots between it and its schema and catalog
     */
    public final String table(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? quote(name)
                : Arrays.stream(name.split("\\.", -1)).map(this::quote).collect(Collectors.joining("."));
    }

    /**
     * {@return a text as a literal of SQL} For what a mapping says; values of users are bound.
     *
     * @param text the text
     */
    public String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** {@return a new writer of statements} */
    protected SqlWriter writer() {
        return new SqlWriter(this);
    }

    /**
     * {@return a statement as text} Equal trees give equal texts.
     *
     * @param statement the statement
     */
    public final Rendered render(SqlStatement statement) {
        SqlWriter writer = writer();
        writer.statement(statement);
        return writer.rendered();
    }

    /**
     * {@return how rows are inserted that may be there already}
     *
     * @param upsert the rows
     */
    public abstract Upserting upsert(Upsert upsert);

    /**
     * {@return a reader of rows}
     *
     * @param rows the rows, which the caller closes
     */
    public RowReader reader(ResultSet rows) {
        return new RowReader(rows);
    }

    /**
     * {@return a writer of parameters}
     *
     * @param statement the statement whose parameters are bound
     */
    public ParameterWriter parameters(PreparedStatement statement) {
        return new ParameterWriter(statement);
    }

    /**
     * Binds the values of a statement.
     *
     * @param statement the statement
     * @param placeholders what its question marks stand for
     * @param slots the values in stored form; a {@link Collection} of such values where a list is bound
     * @throws SQLException if the driver refuses a value
     */
    public final void bind(PreparedStatement statement, List<Placeholder> placeholders, @Nullable Object[] slots)
            throws SQLException {
        if (placeholders.isEmpty()) {
            return;
        }
        ParameterWriter writer = parameters(statement);
        for (int at = 0; at < placeholders.size(); at++) {
            Placeholder placeholder = placeholders.get(at);
            Object value = slots[placeholder.slot()];
            int index = at + 1;
            switch (placeholder.form()) {
                case VALUE -> writer.bind(index, placeholder.type(), value);
                case LIST -> {
                    requireComparable(placeholder.type());
                    bindList(writer, statement, index, placeholder.type(), (Collection<?>)
                            Objects.requireNonNull(value));
                }
                case ROWS -> {
                    List<Collection<?>> columns = new ArrayList<>();
                    requireComparable(placeholder.type());
                    placeholder.further().forEach(this::requireComparable);
                    for (int column = 0; column <= placeholder.further().size(); column++) {
                        columns.add((Collection<?>) Objects.requireNonNull(slots[placeholder.slot() + column]));
                    }
                    bindRows(statement, index, columns);
                }
                case COLUMN ->
                    bindColumn(statement, index, placeholder.type(), (Collection<?>) Objects.requireNonNull(value));
                case PATTERN_ANYWHERE -> writer.bind(index, StorageType.VARCHAR, pattern("%", value, "%"));
                case PATTERN_START -> writer.bind(index, StorageType.VARCHAR, pattern("", value, "%"));
                case PATTERN_END -> writer.bind(index, StorageType.VARCHAR, pattern("%", value, ""));
                case PATTERN_WHOLE -> writer.bind(index, StorageType.VARCHAR, pattern("", value, ""));
            }
        }
    }

    final void requireComparable(StorageType type) {
        boolean binary = type == StorageType.BINARY;
        if (type == StorageType.JSON
                || type == StorageType.ARRAY
                || (binary && !capabilities().binaryLists())) {
            throw new UnsupportedFeatureException(name() + " cannot look for a column of "
                    + (binary ? "byte arrays" : type == StorageType.ARRAY ? "arrays" : "JSON documents")
                    + " in a list. Compare with one value at a time, or with a"
                    + " hash in a column of its own.");
        }
    }

    /**
     * Binds a list of values as one parameter, as {@link Capabilities#keyLists()} says.
     *
     * @param writer the statement's writer of parameters
     * @param statement the statement
     * @param index the parameter's index, counted from 1
     * @param type how each value is stored
     * @param values the values in stored form
     * @throws SQLException if the driver refuses a value
     */
    protected abstract void bindList(
            ParameterWriter writer, PreparedStatement statement, int index, StorageType type, Collection<?> values)
            throws SQLException;

    /**
     * Binds a list of rows as one parameter; only where {@link SqlWriter#inRows} writes one.
     *
     * @param statement the statement
     * @param index the index of the question mark, counted from 1
     * @param columns the values of each column in stored form, equally many
     * @throws SQLException if the driver refuses a value
     */
    protected void bindRows(PreparedStatement statement, int index, List<Collection<?>> columns) throws SQLException {
        throw new IllegalStateException(name() + " binds each column of a list of rows by itself");
    }

    /**
     * Binds the values of a column of many rows as one parameter; only where {@link #bindsColumns} says so.
     *
     * @param statement the statement
     * @param index the index of the question mark, counted from 1
     * @param type how each value is stored
     * @param values the values in stored form, NULL among them
     * @throws SQLException if the driver refuses a value
     */
    protected void bindColumn(
            PreparedStatement statement, int index, StorageType type, Collection<? extends @Nullable Object> values)
            throws SQLException {
        throw new IllegalStateException(name() + " binds each value of new rows by itself");
    }

    /**
     * {@return whether an INSERT of so many rows, or an UPDATE with their values, binds a list of values for each column} Otherwise
     * each value is a parameter.
     *
     * @param rows how many rows
     */
    public boolean bindsColumns(int rows) {
        return false;
    }

    /**
     * {@return how many rows one INSERT takes at most} More make it no faster, but its text and its values take room.
     *
     * @param columns how many values a row has
     */
    public int mostRows(int columns) {
        return Math.clamp(capabilities().maxParameters() / Math.max(1, columns), 1, MOST_ROWS);
    }

    /**
     * {@return how many rows one UPDATE with values of their own takes at most}
     *
     * @param columns how many values a row has
     */
    public int mostUpdatedRows(int columns) {
        return mostRows(columns);
    }

    private static @Nullable String pattern(String before, @Nullable Object value, String after) {
        if (value == null) {
            return null;
        }
        String text = (String) value;
        StringBuilder pattern = new StringBuilder(text.length() + 4).append(before);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '%' || character == '_' || character == ESCAPE) {
                pattern.append(ESCAPE);
            }
            pattern.append(character);
        }
        return pattern.append(after).toString();
    }

    /**
     * {@return the type of a column as CREATE TABLE names it}
     *
     * @param column the column
     */
    public abstract String columnType(ColumnAttribute column);

    /**
     * {@return the type of a column of decimals or of great whole numbers, with the digits that Hibernate gives it where the
     * mapping gives none}
     *
     * @param name what the database calls it
     * @param column the column
     */
    protected static String decimalType(String name, ColumnAttribute column) {
        int scale = column.scale();
        if (column.precision() == 0) {
            scale = scale > 0 || column.type().javaType() == BigInteger.class ? scale : 2;
        }
        return name + "(" + (column.precision() == 0 ? 38 : column.precision()) + ", " + scale + ")";
    }

    /**
     * {@return the type of a column of arrays: that of a column of their elements, and a word}
     *
     * @param column the column, whose values are arrays
     * @throws UnsupportedFeatureException where there are no arrays
     */
    protected final String arrayType(ColumnAttribute column) {
        ValueType<?> element = column.type().element();
        if (element == null || !capabilities().arrays()) {
            throw withoutArrays("the column '" + column.column() + "' holds them");
        }
        return columnType(column.typed(element)) + " ARRAY";
    }

    /**
     * {@return the refusal of a column of arrays}
     *
     * @param where what there is an array in, as a sentence goes on
     */
    final UnsupportedFeatureException withoutArrays(String where) {
        return new UnsupportedFeatureException(name() + " has no arrays, but " + where + ". Keep"
                + " them as documents with @Json, or their elements in rows with @ElementCollection.");
    }

    /**
     * {@return the refusal of a table within a subquery that looks at the rows around the subquery}
     *
     * @param column the column of those rows
     */
    final UnsupportedFeatureException withoutSight(SqlExpr.ColumnRef column) {
        return new UnsupportedFeatureException(name() + " lets no table within a subquery look at '" + column
                + "' of the rows around it, and windows, combined queries and some groups are such tables. Compute"
                + " them in a queryset of its own, read that with asTable(...), and compare with outer(...) there.");
    }

    /** {@return the refusal to name the type of arrays, which their elements decide} */
    static UnsupportedFeatureException typeless() {
        return new UnsupportedFeatureException(
                "Nothing is cast to an array. Cast what it is made of, or compare with a column of arrays.");
    }

    /**
     * {@return type and key of a column whose values the database makes}
     *
     * @param column the column, a whole number
     */
    public String identity(ColumnAttribute column) {
        return columnType(column) + " GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY";
    }

    /**
     * {@return the condition that a column's value must meet beyond its type, or null for none}
     *
     * @param column the column
     */
    public @Nullable String check(ColumnAttribute column) {
        return null;
    }

    /** {@return what follows the closing parenthesis of CREATE TABLE, empty or beginning with a space} */
    public String tableOptions() {
        return "";
    }

    /**
     * {@return an index's name as CREATE INDEX wants it} It stands in the schema of its table by itself.
     *
     * @param table the table's name
     * @param index the index's name, unquoted
     */
    public String indexName(String table, String index) {
        return quote(index);
    }

    /**
     * {@return a table's name as CREATE INDEX wants it}
     *
     * @param table the table's name
     */
    public String indexedTable(String table) {
        return table(table);
    }

    /** {@return whether tables stand in schemas; otherwise in catalogs} */
    public boolean hasSchemas() {
        return true;
    }

    /** {@return the query for the names of all sequences} */
    public String sequenceNames() {
        return "SELECT sequence_name FROM information_schema.sequences";
    }

    /**
     * {@return what kind of values a type holds here}
     *
     * @param type the type's name, with its length and more behind it or not
     */
    public TypeFamily family(String type) {
        return TypeFamily.of(type);
    }

    /** {@return whether there are sequences; otherwise a table of one row stands for each} */
    public boolean hasSequences() {
        return true;
    }

    /**
     * {@return the statements that take the next value of a generator of keys; the last one is a query that gives it}
     *
     * @param generator the generator
     */
    public List<String> nextValue(KeyGeneration.Blocks generator) {
        return switch (generator) {
            case KeyGeneration.Sequence sequence when hasSequences() -> List.of(nextOf(sequence));
            case KeyGeneration.Sequence sequence -> {
                String column = quote(KeyGeneration.Sequence.NEXT_VALUE);
                String rows = table(sequence.name());
                yield List.of(
                        "UPDATE " + rows + " SET " + column + " = " + column + " + " + sequence.increment(),
                        "SELECT " + column + " - " + sequence.increment() + " FROM " + rows);
            }
            case KeyGeneration.TableRow row -> {
                String column = quote(row.valueColumn());
                String own = " WHERE " + quote(row.nameColumn()) + " = " + literal(row.row());
                yield List.of(
                        "UPDATE " + table(row.table()) + " SET " + column + " = " + column + " + " + row.increment()
                                + own,
                        "SELECT " + column + " - " + (row.increment() - 1) + " FROM " + table(row.table()) + own);
            }
        };
    }

    /**
     * {@return the query that gives the next value of a sequence}
     *
     * @param sequence the sequence
     */
    protected String nextOf(KeyGeneration.Sequence sequence) {
        return "SELECT NEXT VALUE FOR " + table(sequence.name());
    }

    /**
     * {@return the statement that creates a sequence}
     *
     * @param sequence the sequence
     */
    public String createSequence(KeyGeneration.Sequence sequence) {
        return "CREATE SEQUENCE " + table(sequence.name())
                + (sequence.initial() < 1 ? " MINVALUE " + sequence.initial() : "") + " START WITH "
                + sequence.initial() + " INCREMENT BY " + sequence.increment();
    }

    /** {@return whether a foreign key can be added to a table that exists; otherwise a table may refer to one that does not} */
    public boolean addsForeignKeys() {
        return true;
    }

    /** {@return whether a foreign key can be dropped if it is there, and nothing is done if it is not} */
    public boolean dropsForeignKeys() {
        return addsForeignKeys();
    }

    /**
     * {@return whether the keys that the database makes for the rows of one INSERT grow in the order of the rows} So each row is
     * known by its key, in whatever order the keys are given back. It holds where the rows of VALUES are inserted one after the
     * other and each takes the next value of a counter: InnoDB says so of AUTO_INCREMENT for "simple inserts", PostgreSQL and H2
     * take the next value of a sequence for each row, SQLite one more than the greatest key there ever was. An INSERT of lists
     * orders its rows; PostgreSQL evaluates defaults above the order.
     *
     * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/innodb-auto-increment-handling.html">InnoDB: AUTO_INCREMENT</a>
     * @see <a href="https://sqlite.org/autoinc.html">SQLite: AUTOINCREMENT</a>
     */
    public boolean keysGrow() {
        return true;
    }

    /**
     * {@return whether a foreign key is checked with each row that a statement deletes, so that rows of one table that refer to
     * each other cannot go together}
     */
    public boolean checksReferencesRowByRow() {
        return true;
    }

    /** {@return whether a foreign key makes its own index where there is none} */
    public boolean indexesForeignKeys() {
        return false;
    }

    /**
     * {@return statements between two that make the connection heed no foreign keys for so long; for tables that refer to each
     * other, where {@link #dropsForeignKeys()} does not hold}
     *
     * @param statements the statements
     */
    public List<String> withoutForeignKeys(List<String> statements) {
        return statements;
    }

    /**
     * {@return the type of a value as CAST names it}
     *
     * @param type how the value is stored
     */
    protected abstract String castType(StorageType type);

    /**
     * Makes a new physical connection fit for use; a foreign pool's too.
     *
     * @param connection the connection, with no statement open
     * @throws SQLException if the database refuses
     */
    public abstract void prepare(Connection connection) throws SQLException;

    /**
     * Begins a transaction.
     *
     * @param connection the connection, in no transaction
     * @param readOnly whether it must not write
     * @throws SQLException if the database refuses
     */
    public void begin(Connection connection, boolean readOnly) throws SQLException {
        if (readOnly) {
            connection.setReadOnly(true);
        }
        connection.setAutoCommit(false);
    }

    /**
     * Commits the transaction that {@link #begin} began.
     *
     * @param connection the connection
     * @throws SQLException if the database refuses
     */
    public void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    /**
     * Rolls back the transaction that {@link #begin} began.
     *
     * @param connection the connection
     * @throws SQLException if the database refuses
     */
    public void rollback(Connection connection) throws SQLException {
        connection.rollback();
    }

    /**
     * Makes a connection again what it was before {@link #begin}.
     *
     * @param connection the connection, its transaction committed or rolled back
     * @param readOnly what {@link #begin} was told
     * @throws SQLException if the database refuses
     */
    public void afterTransaction(Connection connection, boolean readOnly) throws SQLException {
        connection.setAutoCommit(true);
        if (readOnly) {
            connection.setReadOnly(false);
        }
    }

    /**
     * Chooses how much the next transactions of a connection see of others.
     *
     * @param connection the connection, in no transaction
     * @param isolation how much; not {@link Isolation#DEFAULT}
     * @throws SQLException if the database refuses
     */
    public void isolate(Connection connection, Isolation isolation) throws SQLException {
        connection.setTransactionIsolation(
                switch (isolation) {
                    case DEFAULT -> throw new IllegalArgumentException("The default needs no choice.");
                    case READ_COMMITTED -> Connection.TRANSACTION_READ_COMMITTED;
                    case REPEATABLE_READ -> Connection.TRANSACTION_REPEATABLE_READ;
                    case SERIALIZABLE -> Connection.TRANSACTION_SERIALIZABLE;
                });
    }

    /** {@return whether what {@link #prepare} does inside a transaction is undone when that is rolled back} */
    public boolean preparesTransactionally() {
        return false;
    }

    /**
     * {@return what a driver's exception means} A dialect names what it knows by its database's codes, and leaves the rest to
     * the classes of SQLState that are the same everywhere.
     *
     * @param failure the driver's exception
     */
    protected Failure classify(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("08") || failure instanceof SQLNonTransientConnectionException) {
            return Failure.of(Failure.Kind.UNREACHABLE);
        }
        if (state.startsWith("28")) {
            return Failure.of(Failure.Kind.REFUSED_LOGIN);
        }
        if (failure instanceof SQLTransientConnectionException) {
            return Failure.of(Failure.Kind.NO_FREE_CONNECTION);
        }
        return Failure.of(failure instanceof SQLTimeoutException ? Failure.Kind.TIMEOUT : Failure.Kind.OTHER);
    }

    /**
     * {@return an exception that says what failed, on what, and the way out; it never holds a value}
     *
     * @param failure the driver's exception
     * @param statement the statement that failed, or an empty text where there is none
     */
    public final FetchwiseException translate(SQLException failure, String statement) {
        return Failures.describe(this, classify(driversOwn(failure)), failure, statement);
    }

    /**
     * {@return an exception that says why no connection could be had} Pools wrap what the driver says, or say nothing that tells
     * why; either way the database is out of reach.
     *
     * @param failure what the source of connections threw
     */
    public final FetchwiseException translateConnecting(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException inner) {
                Failure known = classify(driversOwn(inner));
                if (CONNECTING.contains(known.kind())) {
                    return Failures.describe(this, known, failure, "");
                }
            }
        }
        return Failures.describe(this, Failure.of(Failure.Kind.UNREACHABLE), failure, "");
    }

    /** A pool that waited in vain tells what the driver said last. */
    private static SQLException driversOwn(SQLException failure) {
        return failure instanceof SQLTransientConnectionException && failure.getCause() instanceof SQLException inner
                ? inner
                : failure;
    }

    /**
     * {@return the first group of a pattern found in a driver's message, or null}
     *
     * @param pattern the pattern, with one group, which must match names only
     * @param failure the driver's exception
     */
    protected static @Nullable String find(Pattern pattern, SQLException failure) {
        String message = failure.getMessage();
        if (message == null) {
            return null;
        }
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? matcher.group(1) : null;
    }

    /**
     * Runs a statement that has no result, or whose result does not matter.
     *
     * @param connection the connection
     * @param statement the statement
     * @throws SQLException if the database refuses
     */
    protected static void run(Connection connection, String statement) throws SQLException {
        try (var runner = connection.createStatement()) {
            runner.execute(statement);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
