package org.fetchwise.dialect;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.ParameterWriter;
import org.fetchwise.meta.RowReader;
import org.jspecify.annotations.Nullable;

/** How values are kept where there are only numbers, texts and bytes: read, bound one by one, and bound in lists. */
final class SqliteValues {
    private SqliteValues() {}

    /** Reads rows. */
    static final class Rows extends RowReader {
        /** The declared scales of the columns, one more than known; 0 is unknown. */
        private int[] scales = {};

        Rows(ResultSet rows) {
            super(rows);
        }

        /** A number forgets the zeros after its last digit; the column's declared type knows them. */
        @Override
        public @Nullable BigDecimal decimal(int column) throws SQLException {
            BigDecimal value = switch (rows.getObject(column)) {
                case null -> null;
                case Double number -> SqliteDecimals.of(number);
                case Number number -> BigDecimal.valueOf(number.longValue());
                case Object text -> new BigDecimal(text.toString());
            };
            return value == null ? null : value.setScale(Math.max(value.scale(), scale(column)));
        }

        private int scale(int column) throws SQLException {
            if (scales.length == 0) {
                scales = new int[rows.getMetaData().getColumnCount() + 1];
            }
            if (scales[column] == 0) {
                scales[column] = rows.getMetaData().getScale(column) + 1;
            }
            return scales[column] - 1;
        }

        @Override
        public @Nullable UUID uuid(int column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : UUID.fromString(text);
        }

        @Override
        public @Nullable LocalDate date(int column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : SqliteText.date(text);
        }

        @Override
        public @Nullable LocalTime time(int column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : SqliteText.time(text);
        }

        @Override
        public @Nullable LocalDateTime dateTime(int column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : SqliteText.dateTime(text);
        }

        @Override
        public @Nullable Instant instant(int column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : SqliteText.instant(text);
        }
    }

    /** Binds values one by one. */
    static final class Parameters extends ParameterWriter {
        Parameters(PreparedStatement statement) {
            super(statement);
        }

        /** Bound as a number: beside an expression, which has no affinity, a text would be greater than any number. */
        @Override
        protected void bindDecimal(int index, BigDecimal value) throws SQLException {
            statement.setDouble(index, checked(value).doubleValue());
        }

        @Override
        protected void bindUuid(int index, UUID value) throws SQLException {
            statement.setString(index, value.toString());
        }

        @Override
        protected void bindDate(int index, LocalDate value) throws SQLException {
            statement.setString(index, SqliteText.of(value));
        }

        @Override
        protected void bindTime(int index, LocalTime value) throws SQLException {
            statement.setString(index, SqliteText.of(value));
        }

        @Override
        protected void bindDateTime(int index, LocalDateTime value) throws SQLException {
            statement.setString(index, SqliteText.of(value));
        }

        @Override
        protected void bindInstant(int index, Instant value) throws SQLException {
            statement.setString(index, SqliteText.of(value));
        }
    }

    /** A value as it stands in a JSON array. */
    static Object element(Object value) {
        return switch (value) {
            case Instant instant -> SqliteText.of(instant);
            case LocalDateTime dateTime -> SqliteText.of(dateTime);
            case LocalDate date -> SqliteText.of(date);
            case LocalTime time -> SqliteText.of(time);
            case BigDecimal decimal -> checked(decimal);
            default -> value;
        };
    }

    private static BigDecimal checked(BigDecimal value) {
        int digits = value.stripTrailingZeros().precision();
        if (digits > SqliteDecimals.DIGITS) {
            throw new UnsupportedFeatureException(
                    "SQLite keeps " + SqliteDecimals.DIGITS + " digits of a decimal, but a value has " + digits
                            + ". Round it, or keep it as a long of the smallest unit, or as text.");
        }
        return value;
    }
}
