package org.fetchwise.meta;

import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.function.Function;

/**
 * The types of times that are older than {@code java.time}. As JDBC has it, a column without a zone holds what a clock in the
 * default zone of the JVM shows.
 */
@SuppressWarnings("JavaUtilDate") // they are what it is about
public final class LegacyTimes {
    /** A {@link Date} with its time of day. */
    public static final ValueType<Date> DATE_TIME = of(Date.class, ValueType.DATE_TIME, time -> time);

    /** The day of a {@link Date}. */
    public static final ValueType<Date> DATE = of(Date.class, ValueType.DATE, LocalDateTime::toLocalDate);

    /** The time of day of a {@link Date}. */
    public static final ValueType<Date> TIME = of(Date.class, ValueType.TIME, LocalDateTime::toLocalTime);

    /** A {@link Calendar} with its time of day. */
    public static final ValueType<Calendar> CALENDAR = of(Calendar.class, ValueType.DATE_TIME, time -> time);

    /** The day of a {@link Calendar}. */
    public static final ValueType<Calendar> CALENDAR_DATE =
            of(Calendar.class, ValueType.DATE, LocalDateTime::toLocalDate);

    /** The time of day of a {@link Calendar}. */
    public static final ValueType<Calendar> CALENDAR_TIME =
            of(Calendar.class, ValueType.TIME, LocalDateTime::toLocalTime);

    public static final ValueType<Timestamp> SQL_TIMESTAMP = of(Timestamp.class, ValueType.DATE_TIME, time -> time);
    public static final ValueType<java.sql.Date> SQL_DATE =
            of(java.sql.Date.class, ValueType.DATE, LocalDateTime::toLocalDate);
    public static final ValueType<Time> SQL_TIME = of(Time.class, ValueType.TIME, LocalDateTime::toLocalTime);

    private LegacyTimes() {}

    /** Which part of a date and time is stored. */
    private record Part<S>(Function<LocalDateTime, S> of) {}

    private static <V, S extends Temporal> ValueType<V> of(
            Class<V> type, ValueType<S> stored, Function<LocalDateTime, S> part) {
        return ValueType.converted(
                type,
                stored,
                new Part<>(part),
                (kept, value) -> value == null
                        ? null
                        : kept.of().apply(LocalDateTime.ofInstant(instant(value), ZoneId.systemDefault())),
                (kept, held) -> held == null ? null : type.cast(shown(type, held)));
    }

    /**
     * {@return whether values of a class are such times}
     *
     * @param type the class
     */
    public static boolean has(Class<?> type) {
        return Date.class.isAssignableFrom(type) || Calendar.class.isAssignableFrom(type);
    }

    /**
     * {@return a time of {@code java.time} as one of such a class, or the time itself where the class is none of these}
     *
     * @param type the class
     * @param time an instant, or a date or time as a clock in the default zone shows it
     */
    public static Object shown(Class<?> type, Temporal time) {
        if (!has(type)) {
            return time;
        }
        Instant instant = time instanceof Instant known
                ? known
                : local(time).atZone(ZoneId.systemDefault()).toInstant();
        if (type == Calendar.class) {
            Calendar calendar = new GregorianCalendar();
            calendar.setTimeInMillis(instant.toEpochMilli());
            return calendar;
        }
        if (type == Timestamp.class) {
            return Timestamp.from(instant);
        }
        if (type == java.sql.Date.class) {
            return new java.sql.Date(instant.toEpochMilli());
        }
        return type == Time.class ? new Time(instant.toEpochMilli()) : Date.from(instant);
    }

    private static LocalDateTime local(Temporal time) {
        return switch (time) {
            case LocalDate date -> date.atStartOfDay();
            case LocalTime ofDay -> ofDay.atDate(LocalDate.EPOCH);
            default -> LocalDateTime.from(time);
        };
    }

    private static Instant instant(Object value) {
        return switch (value) {
            case Timestamp timestamp -> timestamp.toInstant();
            case Calendar calendar -> calendar.toInstant();
            case Date date -> Instant.ofEpochMilli(date.getTime());
            default -> throw new IllegalArgumentException(value.getClass() + " is no time");
        };
    }

    /** {@return a copy that stays as it is when a date is changed} */
    static Date copy(Date date) {
        return (Date) date.clone();
    }
}
