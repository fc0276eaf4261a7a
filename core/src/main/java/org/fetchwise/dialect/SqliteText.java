package org.fetchwise.dialect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Dates and times as text, for SQLite. What is written has a fixed width, so that the order of texts is the order of times:
 * {@code 2026-01-15}, {@code 12:00:00.000000}, {@code 2026-01-15T12:00:00.000000}, and with a {@code Z} for instants, which are
 * in UTC. What is read may also have a space for the {@code T}, fewer digits and another offset, as other programs write it.
 */
final class SqliteText {
    private SqliteText() {}

    static String of(LocalDate date) {
        StringBuilder text = new StringBuilder(10);
        append(text, date);
        return text.toString();
    }

    static String of(LocalTime time) {
        StringBuilder text = new StringBuilder(15);
        append(text, time);
        return text.toString();
    }

    static String of(LocalDateTime dateTime) {
        StringBuilder text = new StringBuilder(27);
        append(text, dateTime.toLocalDate());
        append(text.append('T'), dateTime.toLocalTime());
        return text.toString();
    }

    static String of(Instant instant) {
        return of(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
    }

    private static void append(StringBuilder text, LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new IllegalArgumentException("SQLite keeps the years 0 to 9999; a date is outside.");
        }
        digits(text, date.getYear(), 1_000);
        digits(text.append('-'), date.getMonthValue(), 10);
        digits(text.append('-'), date.getDayOfMonth(), 10);
    }

    private static void append(StringBuilder text, LocalTime time) {
        digits(text, time.getHour(), 10);
        digits(text.append(':'), time.getMinute(), 10);
        digits(text.append(':'), time.getSecond(), 10);
        digits(text.append('.'), time.getNano() / 1_000, 100_000);
    }

    private static void digits(StringBuilder text, int value, int highest) {
        for (int unit = highest; unit > 0; unit /= 10) {
            text.append((char) ('0' + value / unit % 10));
        }
    }

    static LocalDate date(String text) {
        return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    }

    static LocalTime time(String text) {
        return LocalTime.parse(text);
    }

    static LocalDateTime dateTime(String text) {
        if (text.length() == 26) {
            return LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 7),
                    number(text, 8, 10),
                    number(text, 11, 13),
                    number(text, 14, 16),
                    number(text, 17, 19),
                    number(text, 20, 26) * 1_000);
        }
        return text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text.replace(' ', 'T'));
    }

    static Instant instant(String text) {
        int last = text.length() - 1;
        if (text.charAt(last) == 'Z') {
            return dateTime(text.substring(0, last)).toInstant(ZoneOffset.UTC);
        }
        boolean hasOffset = text.indexOf('+', 10) > 0 || text.indexOf('-', 10) > 0;
        return hasOffset
                ? OffsetDateTime.parse(text.replace(' ', 'T')).toInstant()
                : dateTime(text).toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
