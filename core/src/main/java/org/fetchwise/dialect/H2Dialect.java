package org.fetchwise.dialect;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ParameterWriter;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.StoredArray;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Rendered;
import org.fetchwise.sql.Rendered.Form;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.fetchwise.sql.SqlExpr.InParameter;
import org.fetchwise.sql.SqlExpr.Parameter;
import org.fetchwise.sql.Upsert;
import org.jspecify.annotations.Nullable;

/**
 * H2 in its regular mode, from version 2.2 on.
 *
 * @see <a href="https://h2database.com/html/commands.html">The SQL grammar of H2</a>
 */
public final class H2Dialect extends Dialect {
    /** So many elements an array may have. */
    private static final int LONGEST_LIST = 65_536;

    private static final Capabilities CAPABILITIES = new Capabilities(
            Capabilities.KeyLists.ARRAY,
            true,
            true,
            true,
            true,
            true,
            false,
            true,
            false,
            Capabilities.Returning.ALL,
            100_000,
            LONGEST_LIST);

    /** The greatest length of a text or of bytes that stand in the row. */
    private static final int LONGEST = 1_048_576;

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern CONSTRAINT = Pattern.compile("violation: \"([^:\"]+)");
    private static final Pattern FOREIGN_KEY = Pattern.compile("FOREIGN KEY\\(([^)]+)\\)");
    private static final Pattern UNIQUE = Pattern.compile("violation: \"(?:[^ ]+\\.)?([^ .]+) ON ");
    private static final Pattern UNIQUE_COLUMNS = Pattern.compile(" ON [^(]+\\(([^)]+)\\)");

    /** Creates the dialect, which serves any number of databases. */
    public H2Dialect() {}

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Quoting quoting() {
        return new Quoting(Set.of(Quoting.Rule.DOLLAR, Quoting.Rule.NESTED_COMMENT));
    }

    /** A name without quotes is put into capitals. */
    @Override
    public String givenName(String label) {
        return label.equals(label.toUpperCase(Locale.ROOT)) ? label.toLowerCase(Locale.ROOT) : label;
    }

    @Override
    public String columnType(ColumnAttribute column) {
        StorageType type = column.type().storage();
        return switch (type) {
            case SMALLINT -> column.type().fitsByte() ? "TINYINT" : "SMALLINT";
            case VARCHAR -> {
                String name = column.type().javaType() == Character.class ? "CHAR" : "VARCHAR";
                yield sized(name, column.length(), "CHARACTER LARGE OBJECT");
            }
            case TEXT -> "CHARACTER LARGE OBJECT";
            case BINARY -> sized("VARBINARY", column.length(), "BINARY LARGE OBJECT");
            case DECIMAL -> decimalType("NUMERIC", column);
            case BOOLEAN, INTEGER, BIGINT, REAL, DOUBLE, UUID, DATE, TIME, TIMESTAMP, INSTANT, DURATION, JSON ->
                castType(type);
            case ARRAY -> arrayType(column);
        };
    }

    private static String sized(String name, int length, String unbounded) {
        return length > 0 && length <= LONGEST ? name + "(" + length + ")" : unbounded;
    }

    @Override
    public boolean indexesForeignKeys() {
        return true;
    }

    @Override
    protected String castType(StorageType type) {
        return switch (type) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, VARCHAR, UUID, DATE, JSON -> type.name();
            case DOUBLE -> "DOUBLE PRECISION";
            case DECIMAL -> "DECFLOAT(100)";
            case TEXT -> "VARCHAR";
            case BINARY -> "VARBINARY";
            case TIME -> "TIME(6)";
            case TIMESTAMP -> "TIMESTAMP(6)";
            case INSTANT -> "TIMESTAMP(6) WITH TIME ZONE";
            case DURATION -> "BIGINT";
            case ARRAY -> throw typeless();
        };
    }

    @Override
    public Upserting upsert(Upsert upsert) {
        Rendered statement = render(upsert);
        return upsert.leaves() ? new Upserting.Inserts(statement, true) : new Upserting.TellsFound(statement, true);
    }

    @Override
    protected SqlWriter writer() {
        return new Writer(this);
    }

    /**
     * {@return whether a subquery speaks of the rows of a table around it}
     *
     * @param select the subquery
     * @param alias the table's alias
     */
    boolean isTied(Select select, String alias) {
        Mentions mentions = new Mentions(this);
        mentions.select(select);
        return mentions.aliases.contains(alias);
    }

    /** Notes which tables are spoken of. */
    private static final class Mentions extends Writer {
        private final Set<String> aliases = new HashSet<>();

        Mentions(H2Dialect h2) {
            super(h2);
        }

        @Override
        void column(ColumnRef column) {
            aliases.add(column.alias());
            super.column(column);
        }
    }

    private static class Writer extends SqlWriter {
        private final H2Dialect h2;

        Writer(H2Dialect h2) {
            super(h2);
            this.h2 = h2;
        }

        /** H2 refuses a question mark whose type nothing around it tells. */
        @Override
        protected void untyped(SqlExpr expression) {
            if (expression instanceof Parameter parameter) {
                cast(parameter, parameter.type());
            } else {
                super.untyped(expression);
            }
        }

        /** The rows of a join are found by the index of the column; without the join, every row is compared with every value. */
        @Override
        protected void select(Select select) {
            super.select(ListsAsJoins.apply(select));
        }

        @Override
        protected void recursive(FromItem.Recursive recursive) {
            super.recursive(RecursionBySteps.apply(recursive));
        }

        @Override
        protected void inParameter(InParameter in) {
            operand(in.value(), Binding.SUM);
            write(" = ANY(CAST(").placeholder(in.slot(), in.type(), Form.LIST);
            write(" AS ").type(in.type()).write(" ARRAY))");
        }

        @Override
        CalculationWriter calculations() {
            return new H2Functions.Calculations(this);
        }

        @Override
        ChangeWriter changes() {
            return new H2Changes(this, h2);
        }

        @Override
        AggregateWriter aggregates() {
            return new H2Aggregates(this);
        }

        @Override
        FunctionWriter functions() {
            return new H2Functions(this);
        }

        @Override
        DateWriter dates() {
            return new H2Dates(this);
        }

        @Override
        JsonWriter json() {
            return new H2Json(this);
        }
    }

    @Override
    public RowReader reader(ResultSet rows) {
        return new Rows(rows);
    }

    private static final class Rows extends RowReader {
        Rows(ResultSet rows) {
            super(rows);
        }

        @Override
        protected RowReader of(ResultSet others) {
            return new Rows(others);
        }

        /** A document is its bytes; as a string the driver would give it in quotes if it is a string itself. */
        @Override
        public @Nullable String json(int column) throws SQLException {
            byte[] document = rows.getBytes(column);
            return document == null ? null : new String(document, StandardCharsets.UTF_8);
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

        /** Bytes are a document; a string would become a document that is a string. */
        @Override
        protected void bindJson(int index, String value) throws SQLException {
            statement.setBytes(index, value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        protected void bindArray(int index, StoredArray value) throws SQLException {
            statement.setObject(index, elements(value.elements()));
        }
    }

    @Override
    protected void bindList(
            ParameterWriter writer, PreparedStatement statement, int index, StorageType type, Collection<?> values)
            throws SQLException {
        if (values.size() > LONGEST_LIST) {
            throw new UnsupportedFeatureException("H2 takes lists of at most " + LONGEST_LIST + " values, but one has "
                    + values.size() + ". Ask for a part of them at a time.");
        }
        // An array of JDBC would pass times through java.sql.Time, which has no microseconds.
        statement.setObject(index, elements(values));
    }

    private static @Nullable Object[] elements(Collection<? extends @Nullable Object> values) {
        @Nullable Object[] elements = new @Nullable Object[values.size()];
        int at = 0;
        for (Object value : values) {
            elements[at++] = element(value);
        }
        return elements;
    }

    private static @Nullable Object element(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Duration duration -> ParameterWriter.microseconds(duration);
            default -> value;
        };
    }

    /** Zones matter to truncation and text only: an instant is kept with its offset. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        run(connection, "SET TIME ZONE 'UTC'");
    }

    /** By <a href="https://h2database.com/javadoc/org/h2/api/ErrorCode.html">H2's error codes</a>. */
    @Override
    protected Failure classify(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 42_102, 42_103, 42_104 -> new Failure(Failure.Kind.MISSING_TABLE, find(QUOTED, failure));
            case 42_122 -> new Failure(Failure.Kind.MISSING_COLUMN, find(QUOTED, failure));
            case 42_101 -> new Failure(Failure.Kind.TABLE_EXISTS, find(QUOTED, failure));
            case 23_505 -> Failure.of(Failure.Kind.NOT_UNIQUE, find(UNIQUE, failure), find(UNIQUE_COLUMNS, failure));
            case 23_503, 23_506 ->
                Failure.of(Failure.Kind.MISSING_REFERENCE, find(CONSTRAINT, failure), find(FOREIGN_KEY, failure));
            case 23_502 -> Failure.of(Failure.Kind.NULL_NOT_ALLOWED, null, find(QUOTED, failure));
            case 23_513 -> new Failure(Failure.Kind.CHECK_VIOLATED, find(CONSTRAINT, failure));
            case 22_001, 22_003, 22_004 -> Failure.of(Failure.Kind.VALUE_OUT_OF_RANGE);
            case 22_012 -> Failure.of(Failure.Kind.DIVISION_BY_ZERO);
            case 90_097 -> Failure.of(Failure.Kind.READ_ONLY);
            case 90_100 -> Failure.of(Failure.Kind.NO_SPACE);
            case 40_001, 50_200, 90_131 -> Failure.of(Failure.Kind.LOCKED);
            case 57_014 -> Failure.of(Failure.Kind.TIMEOUT);
            case 90_013, 90_146, 90_149 -> Failure.of(Failure.Kind.MISSING_DATABASE);
            case 28_000 -> Failure.of(Failure.Kind.REFUSED_LOGIN);
            case 90_020, 90_067, 90_098, 90_121 -> Failure.of(Failure.Kind.UNREACHABLE);
            default -> super.classify(failure);
        };
    }
}
