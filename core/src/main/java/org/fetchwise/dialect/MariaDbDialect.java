package org.fetchwise.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.ParameterWriter;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Lock;
import org.fetchwise.sql.Rendered;
import org.fetchwise.sql.Rendered.Form;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.InParameter;
import org.fetchwise.sql.SqlExpr.InSelect;
import org.fetchwise.sql.Upsert;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB, from version 10.7 on.
 *
 * @see <a href="https://mariadb.com/docs/server/reference/sql-statements">The SQL statements of MariaDB</a>
 */
public class MariaDbDialect extends Dialect {
    private static final Capabilities CAPABILITIES = new Capabilities(
            Capabilities.KeyLists.JSON,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            false,
            Capabilities.Returning.INSERT_AND_DELETE,
            65_535,
            Integer.MAX_VALUE);

    /** The greatest numbers of characters of four bytes and of bytes in a row, and of bytes beside it. */
    private static final int LONGEST_VARCHAR = 16_383;

    private static final int LONGEST_ROW = 65_535;
    private static final int LONGEST_MEDIUM = 16_777_215;

    /** A LIMIT that leaves nothing out, as the manual recommends. */
    private static final String EVERY_ROW = "18446744073709551615";

    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
    private static final Pattern CONSTRAINT = Pattern.compile("CONSTRAINT `([^`]+)`");
    private static final Pattern FOREIGN_KEY = Pattern.compile("FOREIGN KEY \\(`([^)]+)`\\)");
    private static final Pattern GUARD = Pattern.compile("18446744073709551615 \\+ \\((" + MariaDbChanges.FOUND + ")");
    private static final Pattern KEY = Pattern.compile("for key '([^']+)'$");

    /** Creates the dialect, which serves any number of databases. */
    public MariaDbDialect() {}

    @Override
    public String name() {
        return "MariaDB";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    /** Not the quotation mark, which is that of a string unless sql_mode has ANSI_QUOTES. */
    @Override
    protected char quote() {
        return '`';
    }

    @Override
    public Quoting quoting() {
        return new Quoting(Set.of(Quoting.Rule.BACKSLASH, Quoting.Rule.BACKTICK, Quoting.Rule.HASH));
    }

    @Override
    public String columnType(ColumnAttribute column) {
        StorageType type = column.type().storage();
        return switch (type) {
            case BOOLEAN, INTEGER, BIGINT, DOUBLE, UUID, DATE, JSON -> type.name();
            case SMALLINT -> column.type().fitsByte() ? "TINYINT" : "SMALLINT";
            // FLOAT is sent with six digits, which are too few to get the same value back.
            case REAL -> "DOUBLE";
            case DECIMAL -> decimalType("DECIMAL", column);
            case VARCHAR -> sized("VARCHAR", column.length(), LONGEST_VARCHAR, "TEXT");
            case TEXT -> "LONGTEXT";
            case BINARY -> sized("VARBINARY", column.length(), LONGEST_ROW, "BLOB");
            case TIME -> "TIME(6)";
            // TIMESTAMP would end in 2038 or 2106, and would follow the zone of the session.
            case TIMESTAMP, INSTANT -> "DATETIME(6)";
            case DURATION -> "BIGINT";
            case ARRAY -> arrayType(column);
        };
    }

    private static String sized(String name, int length, int longest, String beside) {
        if (length > 0 && length <= longest) {
            return name + "(" + length + ")";
        }
        if (length > 0 && length <= LONGEST_ROW) {
            return beside;
        }
        return (length > 0 && length <= LONGEST_MEDIUM ? "MEDIUM" : "LONG") + beside;
    }

    @Override
    public String identity(ColumnAttribute column) {
        return columnType(column) + " AUTO_INCREMENT PRIMARY KEY";
    }

    @Override
    public boolean hasSchemas() {
        return false;
    }

    @Override
    public String sequenceNames() {
        return "SELECT table_name FROM information_schema.tables WHERE table_type = 'SEQUENCE'";
    }

    /** Truth is a number, and a document is a text, whatever the column is declared as. */
    @Override
    public TypeFamily family(String type) {
        TypeFamily family = super.family(type);
        return switch (family) {
            case BOOLEAN -> TypeFamily.WHOLE;
            case JSON -> TypeFamily.TEXT;
            default -> family;
        };
    }

    /** A sequence that is cached leaves out the values in the cache when the server is stopped. */
    @Override
    public String createSequence(KeyGeneration.Sequence sequence) {
        return super.createSequence(sequence) + " NOCACHE";
    }

    /** The backslash escapes unless sql_mode has NO_BACKSLASH_ESCAPES, and then two stand for two: names have none. */
    @Override
    public String literal(String text) {
        return super.literal(text).replace("\\", "\\\\");
    }

    /** {@return the collation that compares by code point, blanks at the end included} */
    protected String binaryCollation() {
        return "utf8mb4_nopad_bin";
    }

    /** Text is compared by code point, as in the other databases; the server's default takes 'Á' for 'a'. */
    @Override
    public String tableOptions() {
        return " CHARACTER SET utf8mb4 COLLATE " + binaryCollation();
    }

    @Override
    public boolean indexesForeignKeys() {
        return true;
    }

    @Override
    protected String castType(StorageType type) {
        return switch (type) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT, DURATION -> "SIGNED";
            case REAL, DOUBLE -> "DOUBLE";
            case DECIMAL -> "DECIMAL(65, 30)";
            case VARCHAR, TEXT, JSON -> "CHAR";
            case UUID -> "UUID";
            case BINARY -> "BINARY";
            case DATE -> "DATE";
            case TIME -> "TIME(6)";
            case TIMESTAMP, INSTANT -> "DATETIME(6)";
            case ARRAY -> throw typeless();
        };
    }

    /** INSERT gives back the count with each row. */
    @Override
    public Upserting upsert(Upsert upsert) {
        Rendered statement = render(upsert);
        return new Upserting.TellsFound(
                new Rendered(statement.text() + " RETURNING " + MariaDbChanges.FOUND, statement.placeholders()), false);
    }

    /** {@return what stands before each row of a VALUES that is a query} */
    String row() {
        return "";
    }

    @Override
    protected SqlWriter writer() {
        return new Writer(this);
    }

    private static final class Writer extends SqlWriter {
        private final MariaDbDialect dialect;

        Writer(MariaDbDialect dialect) {
            super(dialect);
            this.dialect = dialect;
        }

        /**
         * There are no arrays. A text of JSON_TABLE has a collation of its own, which often cannot be compared with that of the
         * column; what JSON_UNQUOTE makes of a document takes that of the column, and its index is used.
         */
        @Override
        protected void inRows(SqlExpr.InRows in) {
            arguments(in.values());
            for (int at = 0; at < in.columns().size(); at++) {
                boolean unquoted = listed(in.columns().get(at).type()).equals("JSON");
                write(at == 0 ? " IN (SELECT " : ", ")
                        .write(unquoted ? "JSON_UNQUOTE(`c" + at + "`)" : "`c" + at + "`");
            }
            write(" FROM JSON_TABLE(");
            rows(in.columns());
            write(", '$[*]' COLUMNS (");
            for (int at = 0; at < in.columns().size(); at++) {
                write(at == 0 ? "`c" : ", `c")
                        .write(at + "` " + listed(in.columns().get(at).type()));
                write(" PATH '$[" + at + "]'");
            }
            write(")) AS `list`)");
        }

        /**
         * Any JSON_TABLE is taken for one of 40 rows, so it may be read once more for every row that another table brings: 100,000
         * keys against as many rows took minutes. A LIMIT, which leaves nothing out, makes it a table with an index first. Texts
         * would have a collation of their own in such a table.
         */
        @Override
        protected void inParameter(InParameter in) {
            operand(in.value(), Binding.SUM);
            boolean unquoted = listed(in.type()).equals("JSON");
            write(
                    unquoted
                            ? " IN (SELECT JSON_UNQUOTE(`value`) FROM "
                            : " IN (SELECT `value` FROM (SELECT `value` FROM ");
            write("JSON_TABLE(").placeholder(in.slot(), in.type(), Form.LIST);
            write(", '$[*]' COLUMNS (`value` ").write(listed(in.type())).write(" PATH '$')) AS `list`");
            write(unquoted ? ")" : " LIMIT " + EVERY_ROW + ") AS `keys`)");
        }

        /** A list comes before the table that its values are looked up in, for the same reason. */
        @Override
        protected void select(Select select) {
            super.select(ListsFirst.apply(select));
        }

        @Override
        protected String innerJoin(Select select, int position) {
            return position == 0 && select.from() instanceof FromItem.KeyList
                    ? " STRAIGHT_JOIN "
                    : super.innerJoin(select, position);
        }

        @Override
        protected void keyList(FromItem.KeyList list) {
            // Values for the keys of many rows become a table with an index, for the reason that inParameter gives.
            boolean indexed = list.columns().isEmpty();
            boolean unquoted = list.keys().stream().anyMatch(Writer::isUnquoted);
            if (unquoted || indexed) {
                write("(SELECT `n`");
                for (int part = 0; part < list.keys().size(); part++) {
                    String name = "`" + FromItem.KeyList.value(part) + "`";
                    boolean text = isUnquoted(list.keys().get(part));
                    write(", ").write(text ? "JSON_UNQUOTE(" + name + ") AS " + name : name);
                }
                write(" FROM ");
            }
            write("JSON_TABLE(");
            if (list.keys().size() == 1) {
                placeholder(
                        list.keys().getFirst().slot(), list.keys().getFirst().type(), Form.LIST);
            } else {
                rows(list.keys());
            }
            write(", '$[*]' COLUMNS (`n` FOR ORDINALITY");
            for (int part = 0; part < list.keys().size(); part++) {
                write(", `" + FromItem.KeyList.value(part) + "` ")
                        .write(listed(list.keys().get(part).type()));
                write(list.keys().size() == 1 ? " PATH '$'" : " PATH '$[" + part + "]'");
            }
            write("))").write(unquoted || indexed ? " AS `list`" : "");
            write(indexed ? " LIMIT " + EVERY_ROW : "").write(unquoted || indexed ? ")" : "");
            write(" AS ").identifier(list.alias());
        }

        private static boolean isUnquoted(SqlExpr.Parameter keys) {
            return listed(keys.type()).equals("JSON");
        }

        private static String listed(StorageType type) {
            return switch (type) {
                case BOOLEAN, SMALLINT, INTEGER, BIGINT, DURATION -> "BIGINT";
                case REAL, DOUBLE -> "DOUBLE";
                case DECIMAL -> "DECIMAL(65, 30)";
                case VARCHAR, TEXT, JSON, BINARY, UUID -> "JSON";
                case DATE -> "DATE";
                case TIME -> "TIME(6)";
                case TIMESTAMP, INSTANT -> "DATETIME(6)";
                case ARRAY -> throw typeless();
            };
        }

        /** LIMIT is refused in a subquery of IN, but not one level deeper. */
        @Override
        protected void inSelect(InSelect in) {
            Select select = in.select();
            if (select.limit() == null && select.offset() == null) {
                super.inSelect(in);
            } else {
                operand(in.value(), Binding.SUM);
                write(" IN (SELECT * FROM ").derived(select).write(" AS `slice`)");
            }
        }

        /** OFFSET needs a LIMIT. */
        @Override
        protected void slice(@Nullable SqlExpr limit, @Nullable SqlExpr offset) {
            if (limit == null && offset != null) {
                write(" LIMIT " + EVERY_ROW);
            }
            super.slice(limit, offset);
        }

        @Override
        TextMatchWriter texts() {
            return new MariaDbTexts(this, dialect.binaryCollation());
        }

        @Override
        protected void lock(Lock lock, Select select) {
            if (!lock.of().isEmpty()) {
                throw new UnsupportedFeatureException(
                        "MariaDB locks the rows of all tables that a statement reads. Lock without naming relations, or"
                                + " leave the relations out.");
            }
            super.lock(lock, select);
        }

        /** The driver sends a double as text without an exponent, which the server takes for a decimal. */
        @Override
        protected void untyped(SqlExpr expression) {
            if (expression instanceof SqlExpr.Parameter parameter && parameter.type() == StorageType.DOUBLE) {
                cast(expression, StorageType.DOUBLE);
            } else {
                super.untyped(expression);
            }
        }

        @Override
        CalculationWriter calculations() {
            return new MariaDbCalculations(this);
        }

        @Override
        ChangeWriter changes() {
            return new MariaDbChanges(this, dialect.row());
        }

        @Override
        AggregateWriter aggregates() {
            return new MariaDbAggregates(this);
        }

        @Override
        WindowWriter windows() {
            return new MariaDbWindows(this);
        }

        @Override
        FunctionWriter functions() {
            return new MariaDbFunctions(this, dialect.binaryCollation());
        }

        @Override
        DateWriter dates() {
            return new MariaDbDates(this);
        }

        @Override
        JsonWriter json() {
            return new MariaDbJson(this, dialect.binaryCollation());
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
        public java.util.@Nullable UUID uuid(int column) throws SQLException {
            String value = rows.getString(column);
            return value == null ? null : java.util.UUID.fromString(value);
        }

        /** A column without a zone, in UTC. */
        @Override
        public @Nullable Instant instant(int column) throws SQLException {
            LocalDateTime value = dateTime(column);
            return value == null ? null : value.toInstant(ZoneOffset.UTC);
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

        @Override
        protected void bindUuid(int index, java.util.UUID value) throws SQLException {
            statement.setString(index, value.toString());
        }

        /** A column without a zone, in UTC. */
        @Override
        protected void bindInstant(int index, Instant value) throws SQLException {
            statement.setObject(index, LocalDateTime.ofInstant(value, ZoneOffset.UTC));
        }
    }

    @Override
    protected void bindList(
            ParameterWriter writer, PreparedStatement statement, int index, StorageType type, Collection<?> values)
            throws SQLException {
        statement.setString(index, JsonList.of(values, MariaDbDialect::element));
    }

    @Override
    protected void bindRows(PreparedStatement statement, int index, List<Collection<?>> columns) throws SQLException {
        statement.setString(index, JsonList.ofRows(columns, MariaDbDialect::element));
    }

    private static Object element(Object value) {
        return switch (value) {
            case Instant instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
            case String text
            when text.codePoints().anyMatch(Character::isSupplementaryCodePoint) ->
                // JSON_UNQUOTE gives utf8mb3, which would silently find nothing.
                throw new UnsupportedFeatureException(
                        "MariaDB cannot look for a text with characters beyond U+FFFF, such as"
                                + " emoji, in a list. Compare it by itself with eq(...).");
            default -> value;
        };
    }

    /** {@return the names of the modes that are added, in quotes and separated by commas} */
    protected String modes() {
        return "'STRICT_TRANS_TABLES', 'SIMULTANEOUS_ASSIGNMENT'";
    }

    /**
     * Without a strict mode a value that does not fit is cut, silently; without simultaneous assignment UPDATE would see columns
     * that it has set before. The modes that are set stay. A variable that is not there when a statement is prepared stays NULL
     * in what the statement gives back.
     */
    @Override
    public void prepare(Connection connection) throws SQLException {
        run(
                connection,
                "SET time_zone = '+00:00', group_concat_max_len = 4294967295, sql_mode = CONCAT_WS(',',"
                        + " NULLIF(@@sql_mode, ''), " + modes() + "), " + MariaDbChanges.FOUND + " = 0");
    }

    /** By <a href="https://mariadb.com/docs/server/reference/error-codes">MariaDB's error codes</a>. */
    @Override
    protected Failure classify(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 1146, 1051 -> new Failure(Failure.Kind.MISSING_TABLE, find(QUOTED, failure));
            case 1054 -> new Failure(Failure.Kind.MISSING_COLUMN, find(QUOTED, failure));
            case 1050 -> new Failure(Failure.Kind.TABLE_EXISTS, find(QUOTED, failure));
            case 1062, 1586 -> new Failure(Failure.Kind.NOT_UNIQUE, find(KEY, failure));
            case 1451, 1452 ->
                Failure.of(Failure.Kind.MISSING_REFERENCE, find(CONSTRAINT, failure), find(FOREIGN_KEY, failure));
            case 1048, 1364 -> Failure.of(Failure.Kind.NULL_NOT_ALLOWED, null, find(QUOTED, failure));
            case 4025 -> new Failure(Failure.Kind.CHECK_VIOLATED, find(CONSTRAINT, failure));
            case 1290, 1792 -> Failure.of(Failure.Kind.READ_ONLY);
            case 1021, 1114 -> Failure.of(Failure.Kind.NO_SPACE);
            // What an upsert makes of a row that clashes in another unique constraint.
            case 1690 ->
                Failure.of(find(GUARD, failure) == null ? Failure.Kind.VALUE_OUT_OF_RANGE : Failure.Kind.NOT_UNIQUE);
            case 1264, 1406 -> Failure.of(Failure.Kind.VALUE_OUT_OF_RANGE);
            case 1365 -> Failure.of(Failure.Kind.DIVISION_BY_ZERO);
            case 1205, 1213, 1020 -> Failure.of(Failure.Kind.LOCKED);
            case 1317, 1969, 3024 -> Failure.of(Failure.Kind.TIMEOUT);
            case 1049 -> new Failure(Failure.Kind.MISSING_DATABASE, find(QUOTED, failure));
            case 1044, 1045, 1698 -> Failure.of(Failure.Kind.REFUSED_LOGIN);
            default -> super.classify(failure);
        };
    }
}
