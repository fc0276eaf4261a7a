package org.fetchwise.dialect;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.fetchwise.sql.SqlFunction;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/** Parts and beginnings of dates and times, for SQLite, which keeps them as text. */
final class SqliteTimes {
    static final String PART = "FETCHWISE_PART";
    static final String TRUNCATED = "FETCHWISE_TRUNCATED";
    static final String TRUNCATED_LOCAL = "FETCHWISE_TRUNCATED_LOCAL";
    static final String LOCAL = "FETCHWISE_LOCAL";
    static final String INSTANT = "FETCHWISE_INSTANT";
    static final String SHIFTED = "FETCHWISE_SHIFTED";
    static final String SHIFTED_LOCAL = "FETCHWISE_SHIFTED_LOCAL";
    static final String ELAPSED = "FETCHWISE_ELAPSED";

    private SqliteTimes() {}

    static void register(SQLiteConnection connection) throws SQLException {
        create(connection, PART, new Part());
        create(connection, TRUNCATED, new Truncated());
        create(connection, TRUNCATED_LOCAL, new TruncatedLocal());
        create(connection, LOCAL, new Local());
        create(connection, INSTANT, new OfLocal());
        create(connection, SHIFTED, new Shifted(true));
        create(connection, SHIFTED_LOCAL, new Shifted(false));
        create(connection, ELAPSED, new Elapsed());
    }

    private static void create(SQLiteConnection connection, String name, Function function) throws SQLException {
        Function.create(connection, name, function, 2, Function.FLAG_DETERMINISTIC);
    }

    /** What the text of a date, a time or an instant says, in UTC; a time alone is of the first day there is. */
    private static LocalDateTime dateTime(String text) {
        if (text.indexOf(':') == 2) {
            return LocalTime.parse(text).atDate(LocalDate.EPOCH);
        }
        return LocalDateTime.ofInstant(SqliteText.instant(text), ZoneOffset.UTC);
    }

    static int part(SqlFunction part, LocalDateTime value) {
        return switch (part) {
            case YEAR -> value.getYear();
            case ISO_YEAR -> value.get(IsoFields.WEEK_BASED_YEAR);
            case QUARTER -> value.get(IsoFields.QUARTER_OF_YEAR);
            case MONTH -> value.getMonthValue();
            case WEEK -> value.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case DAY -> value.getDayOfMonth();
            case WEEK_DAY -> value.getDayOfWeek().getValue() % DayOfWeek.values().length + 1;
            case ISO_WEEK_DAY -> value.getDayOfWeek().getValue();
            case HOUR -> value.getHour();
            case MINUTE -> value.getMinute();
            case SECOND -> value.getSecond();
            default -> throw new IllegalArgumentException(part + " is no part of a date or a time");
        };
    }

    static LocalDateTime truncated(SqlFunction unit, LocalDateTime value) {
        LocalDateTime day = value.truncatedTo(ChronoUnit.DAYS);
        return switch (unit) {
            case TRUNC_YEAR -> day.withDayOfYear(1);
            case TRUNC_QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case TRUNC_MONTH -> day.withDayOfMonth(1);
            case TRUNC_WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case TRUNC_DAY -> day;
            case TRUNC_HOUR -> value.truncatedTo(ChronoUnit.HOURS);
            case TRUNC_MINUTE -> value.truncatedTo(ChronoUnit.MINUTES);
            case TRUNC_SECOND -> value.truncatedTo(ChronoUnit.SECONDS);
            default -> throw new IllegalArgumentException(unit + " cuts nothing");
        };
    }

    private static final class Part extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String value = value_text(1);
            if (value == null) {
                result();
            } else {
                result(part(SqlFunction.valueOf(value_text(0)), dateTime(value)));
            }
        }
    }

    private static final class Truncated extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String value = value_text(1);
            if (value == null) {
                result();
                return;
            }
            LocalDateTime truncated = truncated(SqlFunction.valueOf(value_text(0)), dateTime(value));
            boolean dateOnly = value.length() == "2026-01-15".length();
            result(
                    dateOnly
                            ? SqliteText.of(truncated.toLocalDate())
                            : SqliteText.of(truncated.toInstant(ZoneOffset.UTC)));
        }
    }

    private static final class TruncatedLocal extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String value = value_text(1);
            if (value == null) {
                result();
            } else {
                result(SqliteText.of(truncated(SqlFunction.valueOf(value_text(0)), dateTime(value))));
            }
        }
    }

    /** What clocks show in a zone at an instant. */
    private static final class Local extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String value = value_text(1);
            if (value == null) {
                result();
            } else {
                result(SqliteText.of(LocalDateTime.ofInstant(SqliteText.instant(value), ZoneId.of(value_text(0)))));
            }
        }
    }

    /** The instant at which clocks show a time in a zone. */
    private static final class OfLocal extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String value = value_text(1);
            if (value == null) {
                result();
            } else {
                result(SqliteText.of(
                        dateTime(value).atZone(ZoneId.of(value_text(0))).toInstant()));
            }
        }
    }

    /** A point in time so many microseconds later. */
    private static final class Shifted extends Function {
        private final boolean instant;

        Shifted(boolean instant) {
            this.instant = instant;
        }

        @Override
        protected void xFunc() throws SQLException {
            String value = value_text(0);
            if (value == null || value_text(1) == null) {
                result();
                return;
            }
            LocalDateTime shifted = dateTime(value).plus(value_long(1), ChronoUnit.MICROS);
            result(instant ? SqliteText.of(shifted.toInstant(ZoneOffset.UTC)) : SqliteText.of(shifted));
        }
    }

    /** The microseconds between two points in time. */
    private static final class Elapsed extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String later = value_text(0);
            String earlier = value_text(1);
            if (later == null || earlier == null) {
                result();
            } else {
                result(ChronoUnit.MICROS.between(dateTime(earlier), dateTime(later)));
            }
        }
    }
}
