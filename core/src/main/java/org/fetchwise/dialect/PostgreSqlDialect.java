package org.fetchwise.dialect;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.ParameterWriter;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.StoredArray;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Join;
import org.fetchwise.sql.Lock;
import org.fetchwise.sql.Rendered;
import org.fetchwise.sql.Rendered.Form;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.Upsert;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, from version 14 on.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql.html">The SQL language of PostgreSQL</a>
 */
public final class PostgreSqlDialect extends Dialect {
    private static final Capabilities CAPABILITIES = new Capabilities(
            Capabilities.KeyLists.ARRAY,
            true,
            true,
            true,
            false,
            true,
            true,
            true,
            true,
            Capabilities.Returning.ALL,
            65_535,
            Integer.MAX_VALUE);

    /** From so many new rows on each column is bound as a list. */
    private static final int FEWEST_LISTED = 9;

    private static final int MOST_LISTED = 10_000;

    /** The greatest length that a type of texts may name. */
    private static final int LONGEST = 10_485_760;

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"([^\"]+)\"");
    private static final Pattern CONSTRAINED = Pattern.compile("\\(([^()]+)\\)=\\(");
    private static final Pattern COLUMN = Pattern.compile("column \"?([\\w.]+)\"?");

    /** Creates the dialect, which serves any number of databases. */
    public PostgreSqlDialect() {}

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Quoting quoting() {
        return new Quoting(Set.of(Quoting.Rule.ESCAPE_LITERAL, Quoting.Rule.DOLLAR, Quoting.Rule.NESTED_COMMENT));
    }

    @Override
    public boolean hasQuestionMarkOperators() {
        return true;
    }

    @Override
    public String columnType(ColumnAttribute column) {
        StorageType type = column.type().storage();
        return switch (type) {
            case VARCHAR -> {
                String name = column.type().javaType() == Character.class ? "CHAR" : "VARCHAR";
                boolean bounded = column.length() > 0 && column.length() <= LONGEST;
                yield bounded ? name + "(" + column.length() + ")" : "TEXT";
            }
            case DECIMAL -> decimalType("NUMERIC", column);
            case BOOLEAN,
                    SMALLINT,
                    INTEGER,
                    BIGINT,
                    REAL,
                    DOUBLE,
                    TEXT,
                    UUID,
                    BINARY,
                    DATE,
                    TIME,
                    TIMESTAMP,
                    INSTANT,
                    DURATION,
                    JSON -> castType(type);
            case ARRAY -> arrayType(column);
        };
    }

    @Override
    protected String nextOf(KeyGeneration.Sequence sequence) {
        return "SELECT nextval('" + table(sequence.name()).replace("'", "''") + "')";
    }

    @Override
    public boolean checksReferencesRowByRow() {
        return false;
    }

    @Override
    protected String castType(StorageType type) {
        return switch (type) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, TEXT, UUID, DATE, TIME, TIMESTAMP -> type.name();
            case DOUBLE -> "DOUBLE PRECISION";
            case DECIMAL -> "NUMERIC";
            case VARCHAR -> "TEXT";
            case BINARY -> "BYTEA";
            case INSTANT -> "TIMESTAMP WITH TIME ZONE";
            case DURATION -> "BIGINT";
            case JSON -> "JSONB";
            case ARRAY -> throw typeless();
        };
    }

    /** Escapes with a backslash must be asked for, whatever standard_conforming_strings says. */
    @Override
    public String literal(String text) {
        return text.indexOf('\\') < 0 ? super.literal(text) : "E" + super.literal(text.replace("\\", "\\\\"));
    }

    @Override
    public Upserting upsert(Upsert upsert) {
        Rendered statement = render(upsert);
        return upsert.leaves() ? new Upserting.Inserts(statement, false) : new Upserting.TellsFound(statement, false);
    }

    @Override
    protected SqlWriter writer() {
        return new Writer(this);
    }

    private static final class Writer extends SqlWriter {
        Writer(Dialect dialect) {
            super(dialect);
        }

        @Override
        protected void lock(Lock lock, Select select) {
            if (lock.of().isEmpty() && select.joins().stream().anyMatch(Join::outer)) {
                throw new UnsupportedFeatureException(
                        "PostgreSQL locks no rows of a relation that may lead nowhere. Name what is locked, as in"
                                + " selectForUpdate(WAIT, List.of(POST)).");
            }
            super.lock(lock, select);
        }

        /**
         * A text compared with a CHAR(n) ignores the blanks at the end of the column only, and uses no index. So the keys take
         * the type of the column: that of an array of its values, of which there are none.
         */
        @Override
        protected void keyList(FromItem.KeyList list) {
            for (int part = 0; part < list.keys().size(); part++) {
                SqlExpr.Parameter keys = list.keys().get(part);
                write(part == 0 ? "UNNEST(" : ", ");
                if (keys.type().isText() && part < list.columns().size()) {
                    write("ARRAY_CAT(ARRAY(SELECT ")
                            .identifier(list.columns().get(part))
                            .write(" FROM ");
                    write(dialect().table(list.table())).write(" LIMIT 0), ");
                    placeholder(keys.slot(), keys.type(), Form.LIST).write(")");
                } else {
                    write("CAST(").placeholder(keys.slot(), keys.type(), Form.LIST);
                    write(" AS ").type(keys.type()).write(" ARRAY)");
                }
            }
            write(")");
            numbered(list);
        }

        /** Among other parameters, a document would be taken for a text. */
        @Override
        protected void untyped(SqlExpr expression) {
            if (expression instanceof SqlExpr.Parameter parameter && parameter.type() == StorageType.JSON) {
                cast(parameter, StorageType.JSON);
            } else {
                super.untyped(expression);
            }
        }

        @Override
        ChangeWriter changes() {
            return new PostgreSqlChanges(this);
        }

        @Override
        TextMatchWriter texts() {
            return new PostgreSqlFunctions.Texts(this);
        }

        @Override
        CalculationWriter calculations() {
            return new PostgreSqlFunctions.Calculations(this);
        }

        @Override
        AggregateWriter aggregates() {
            return new PostgreSqlAggregates(this);
        }

        @Override
        FunctionWriter functions() {
            return new PostgreSqlFunctions(this);
        }

        @Override
        DateWriter dates() {
            return new PostgreSqlDates(this);
        }
    }

    @Override
    public ParameterWriter parameters(PreparedStatement statement) {
        return new Parameters(statement);
    }

    private static final class Parameters extends ParameterWriter {
        Parameters(PreparedStatement statement) {
            super(statement);
        }

        /** A text does not fit a column of JSONB; a value whose type the server infers does. */
        @Override
        protected void bindJson(int index, String value) throws SQLException {
            statement.setObject(index, value, Types.OTHER);
        }

        /** An array without a type of its own takes that of the column: equal are only arrays of one type. */
        @Override
        protected void bindArray(int index, StoredArray value) throws SQLException {
            Array array = array(statement.getConnection(), value.type(), value.elements());
            statement.setObject(index, array.toString(), Types.OTHER);
        }
    }

    @Override
    protected void bindList(
            ParameterWriter writer, PreparedStatement statement, int index, StorageType type, Collection<?> values)
            throws SQLException {
        Connection connection = statement.getConnection();
        Array array = switch (type) {
            case BOOLEAN -> connection.createArrayOf("bool", values.toArray(Boolean[]::new));
            case SMALLINT, INTEGER ->
                connection.createArrayOf("int4", each(values, value -> ((Number) value).intValue(), Integer[]::new));
            case BIGINT ->
                connection.createArrayOf("int8", each(values, value -> ((Number) value).longValue(), Long[]::new));
            case DURATION ->
                connection.createArrayOf(
                        "int8", each(values, value -> ParameterWriter.microseconds((Duration) value), Long[]::new));
            case REAL, DOUBLE ->
                connection.createArrayOf(
                        "float8", each(values, value -> ((Number) value).doubleValue(), Double[]::new));
            case DECIMAL -> connection.createArrayOf("numeric", values.toArray(BigDecimal[]::new));
            case VARCHAR, TEXT -> connection.createArrayOf("text", values.toArray(String[]::new));
            case UUID -> connection.createArrayOf("uuid", values.toArray(java.util.UUID[]::new));
            case BINARY -> connection.createArrayOf("bytea", values.toArray(byte[][]::new));
            // The driver writes the dates of java.time into arrays by their toString(), which is ISO 8601.
            case DATE -> connection.createArrayOf("date", each(values, Object::toString, String[]::new));
            case TIME -> connection.createArrayOf("time", each(values, Object::toString, String[]::new));
            case TIMESTAMP -> connection.createArrayOf("timestamp", each(values, Object::toString, String[]::new));
            case INSTANT -> connection.createArrayOf("timestamptz", each(values, Object::toString, String[]::new));
            case JSON, ARRAY -> throw new IllegalArgumentException("There are no lists of " + type + ".");
        };
        if (type.isText()) {
            // Without a type of its own it takes that of the column, which may be CHAR(n) or an enum.
            statement.setObject(index, array.toString(), Types.OTHER);
        } else {
            statement.setArray(index, array);
        }
    }

    /** Planning many parameters takes longer than inserting their rows. */
    @Override
    public boolean bindsColumns(int rows) {
        return rows >= FEWEST_LISTED;
    }

    @Override
    public int mostRows(int columns) {
        return MOST_LISTED;
    }

    @Override
    protected void bindColumn(
            PreparedStatement statement, int index, StorageType type, Collection<? extends @Nullable Object> values)
            throws SQLException {
        statement.setArray(index, array(statement.getConnection(), type, values));
    }

    private static Array array(Connection connection, StorageType type, Collection<? extends @Nullable Object> values)
            throws SQLException {
        return switch (type) {
            case BOOLEAN -> connection.createArrayOf("bool", values.toArray());
            case SMALLINT, INTEGER ->
                connection.createArrayOf("int4", column(values, Number.class, Number::intValue, Integer[]::new));
            case BIGINT ->
                connection.createArrayOf("int8", column(values, Number.class, Number::longValue, Long[]::new));
            case DURATION ->
                connection.createArrayOf(
                        "int8", column(values, Duration.class, ParameterWriter::microseconds, Long[]::new));
            case REAL, DOUBLE ->
                connection.createArrayOf("float8", column(values, Number.class, Number::doubleValue, Double[]::new));
            case DECIMAL -> connection.createArrayOf("numeric", values.toArray());
            case VARCHAR, TEXT, JSON -> connection.createArrayOf("text", values.toArray());
            case UUID -> connection.createArrayOf("uuid", values.toArray());
            case BINARY -> connection.createArrayOf("bytea", values.toArray(byte[][]::new));
            // The driver writes the dates of java.time into arrays by their toString(), which is ISO 8601.
            case DATE -> connection.createArrayOf("date", values.toArray());
            case TIME -> connection.createArrayOf("time", values.toArray());
            case TIMESTAMP -> connection.createArrayOf("timestamp", values.toArray());
            case INSTANT -> connection.createArrayOf("timestamptz", values.toArray());
            case ARRAY -> throw new IllegalArgumentException("There are no arrays of arrays.");
        };
    }

    private static <S, V> @Nullable V[] column(
            Collection<? extends @Nullable Object> values,
            Class<S> stored,
            Function<S, V> conversion,
            IntFunction<@Nullable V[]> array) {
        @Nullable V[] column = array.apply(values.size());
        int at = 0;
        for (Object value : values) {
            column[at++] = value == null ? null : conversion.apply(stored.cast(value));
        }
        return column;
    }

    private static <V> V[] each(Collection<?> values, Function<Object, V> conversion, IntFunction<V[]> array) {
        return values.stream().map(conversion).toArray(array);
    }

    /** {@code timestamptz} is an instant whatever the zone; the zone decides what truncation and text make of it. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        run(connection, "SET TIME ZONE 'UTC'");
    }

    @Override
    public boolean preparesTransactionally() {
        return true;
    }

    /** By <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's error codes</a>. */
    @Override
    protected Failure classify(SQLException failure) {
        return switch (String.valueOf(failure.getSQLState())) {
            case "42P01" -> new Failure(Failure.Kind.MISSING_TABLE, find(QUOTED, failure));
            case "42703" -> new Failure(Failure.Kind.MISSING_COLUMN, find(COLUMN, failure));
            case "42P07" -> new Failure(Failure.Kind.TABLE_EXISTS, find(QUOTED, failure));
            case "23505" -> Failure.of(Failure.Kind.NOT_UNIQUE, find(CONSTRAINT, failure), find(CONSTRAINED, failure));
            case "23503" ->
                Failure.of(Failure.Kind.MISSING_REFERENCE, find(CONSTRAINT, failure), find(CONSTRAINED, failure));
            case "23502" -> Failure.of(Failure.Kind.NULL_NOT_ALLOWED, null, find(QUOTED, failure));
            case "23514" -> new Failure(Failure.Kind.CHECK_VIOLATED, find(CONSTRAINT, failure));
            case "22001", "22003" -> Failure.of(Failure.Kind.VALUE_OUT_OF_RANGE);
            case "22012" -> Failure.of(Failure.Kind.DIVISION_BY_ZERO);
            case "40001", "40P01", "55P03" -> Failure.of(Failure.Kind.LOCKED);
            case "25006" -> Failure.of(Failure.Kind.READ_ONLY);
            case "53100" -> Failure.of(Failure.Kind.NO_SPACE);
            case "57014" -> Failure.of(Failure.Kind.TIMEOUT);
            case "3D000" -> new Failure(Failure.Kind.MISSING_DATABASE, find(QUOTED, failure));
            case "28P01", "28000" -> Failure.of(Failure.Kind.REFUSED_LOGIN);
            case "57P01", "57P02", "57P03" -> Failure.of(Failure.Kind.UNREACHABLE);
            default -> super.classify(failure);
        };
    }
}
