package org.fetchwise.query;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.sql.SqlFunction;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is asked of a part of a date or a time into a range of the column itself, so that its index can be used.
 *
 * <pre>
 * date(created)        = 2024-02-29  ->  created from 2024-02-29 before 2024-03-01, in the zone
 * year(created)       >= 2024        ->  created >= 2024-01-01
 * trunc_month(created) = 2024-02-01  ->  created from 2024-02-01 before 2024-03-01
 * </pre>
 */
public final class DateRanges {
    private DateRanges() {}

    /**
     * {@return the same condition, about the column itself where that is possible}
     *
     * @param condition the condition, zones filled in
     */
    public static Term of(Term condition) {
        try {
            return switch (condition) {
                case Term.Compare compare -> {
                    Cut cut = Cut.of(compare.left());
                    yield cut != null && compare.right() instanceof Term.Literal literal
                            ? orElse(cut.compared(compare.operator(), literal), condition)
                            : condition;
                }
                case Term.Between between -> {
                    Cut cut = Cut.of(between.value());
                    yield cut != null
                                    && between.low() instanceof Term.Literal low
                                    && between.high() instanceof Term.Literal high
                            ? orElse(cut.between(low, high), condition)
                            : condition;
                }
                default -> condition;
            };
        } catch (DateTimeException | ArithmeticException outOfRange) {
            return condition;
        }
    }

    private static Term orElse(@Nullable Term changed, Term condition) {
        return changed == null ? condition : changed;
    }

    /**
     * A column cut to a unit.
     *
     * @param column the column
     * @param zone the zone that it is taken in, or null where it has none
     * @param unit the unit, as the function that cuts to it
     * @param part whether the value is the number of the unit, as that of a year, and not its beginning
     */
    private record Cut(Term.Column column, @Nullable ZoneId zone, SqlFunction unit, boolean part) {
        static @Nullable Cut of(Term term) {
            Term call = term instanceof Term.OfLocal local ? local.local() : term;
            if (!(call instanceof Term.Call function)) {
                return null;
            }
            boolean part = function.function() == SqlFunction.YEAR || function.function() == SqlFunction.ISO_YEAR;
            SqlFunction unit = unit(function.function());
            if (unit == null) {
                return null;
            }
            Term argument = function.arguments().get(0);
            ZoneId zone = null;
            if (argument instanceof Term.Local local) {
                zone = local.zone();
                argument = local.instant();
            }
            return argument instanceof Term.Column column ? new Cut(column, zone, unit, part) : null;
        }

        /** The unit whose values lie one behind the other in the function's order. */
        private static @Nullable SqlFunction unit(SqlFunction function) {
            return switch (function) {
                case DATE -> SqlFunction.TRUNC_DAY;
                case YEAR -> SqlFunction.TRUNC_YEAR;
                case ISO_YEAR -> SqlFunction.ISO_YEAR;
                default -> Times.isTruncation(function) ? function : null;
            };
        }

        @Nullable
        Term compared(ComparisonOperator operator, Term.Literal value) {
            LocalDateTime given = local(value);
            if (given == null) {
                return null;
            }
            LocalDateTime floor = part ? given : floor(given);
            boolean exact = floor.equals(given);
            Term low = boundary(exact ? floor : next(floor));
            Term high = boundary(next(floor));
            if (low == null || high == null) {
                return null;
            }
            return switch (operator) {
                case EQUAL -> new Term.Range(column, exact ? low : high, high);
                case LESS -> new Term.Compare(ComparisonOperator.LESS, column, low);
                case LESS_OR_EQUAL -> new Term.Compare(ComparisonOperator.LESS, column, high);
                case GREATER -> new Term.Compare(ComparisonOperator.GREATER_OR_EQUAL, column, high);
                case GREATER_OR_EQUAL -> new Term.Compare(ComparisonOperator.GREATER_OR_EQUAL, column, low);
                case NOT_EQUAL -> null;
            };
        }

        @Nullable
        Term between(Term.Literal least, Term.Literal greatest) {
            LocalDateTime from = local(least);
            LocalDateTime to = local(greatest);
            if (from == null || to == null) {
                return null;
            }
            LocalDateTime first = part || floor(from).equals(from) ? from : next(floor(from));
            Term low = boundary(first);
            Term high = boundary(next(part ? to : floor(to)));
            return low == null || high == null ? null : new Term.Range(column, low, high);
        }

        /** What clocks show at the value compared with; of a year its beginning. */
        private @Nullable LocalDateTime local(Term.Literal literal) {
            return switch (literal.value()) {
                case Number year
                when part -> {
                    LocalDate begins = LocalDate.of(Math.toIntExact(year.longValue()), 1, 1);
                    boolean whole = year.doubleValue() == year.longValue();
                    yield whole
                            ? (unit == SqlFunction.ISO_YEAR ? isoYear(begins.getYear()) : begins).atStartOfDay()
                            : null;
                }
                case LocalDate date -> date.atStartOfDay();
                case LocalDateTime dateTime -> dateTime;
                case Instant instant when zone != null -> LocalDateTime.ofInstant(instant, zone);
                case null, default -> null;
            };
        }

        /** The Monday of the week with the year's fourth of January. */
        private static LocalDate isoYear(int year) {
            return LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        private LocalDateTime floor(LocalDateTime time) {
            LocalDate day = time.toLocalDate();
            return switch (unit) {
                case TRUNC_YEAR -> day.withDayOfYear(1).atStartOfDay();
                case TRUNC_QUARTER ->
                    LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1)
                            .atStartOfDay();
                case TRUNC_MONTH -> day.withDayOfMonth(1).atStartOfDay();
                case TRUNC_WEEK ->
                    day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
                case TRUNC_HOUR -> time.truncatedTo(ChronoUnit.HOURS);
                case TRUNC_MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
                case TRUNC_SECOND -> time.truncatedTo(ChronoUnit.SECONDS);
                default -> day.atStartOfDay();
            };
        }

        private LocalDateTime next(LocalDateTime beginning) {
            return switch (unit) {
                case TRUNC_YEAR -> beginning.plusYears(1);
                case ISO_YEAR -> isoYear(beginning.plusDays(3).getYear() + 1).atStartOfDay();
                case TRUNC_QUARTER -> beginning.plusMonths(3);
                case TRUNC_MONTH -> beginning.plusMonths(1);
                case TRUNC_WEEK -> beginning.plusWeeks(1);
                case TRUNC_HOUR -> beginning.plusHours(1);
                case TRUNC_MINUTE -> beginning.plusMinutes(1);
                case TRUNC_SECOND -> beginning.plusSeconds(1);
                default -> beginning.plusDays(1);
            };
        }

        /** The first value of the column that is not before a local time; null where there is no such single one. */
        private Term.@Nullable Literal boundary(LocalDateTime local) {
            if (local.getYear() < 1 || local.getYear() > 9999) {
                return null;
            }
            StorageType storage = column.type().storage();
            if (storage == StorageType.DATE) {
                boolean midnight = local.toLocalTime().equals(LocalTime.MIDNIGHT);
                return midnight ? new Term.Literal(local.toLocalDate(), ValueType.DATE) : null;
            }
            if (storage == StorageType.TIMESTAMP) {
                return new Term.Literal(local, ValueType.DATE_TIME);
            }
            Instant instant = zone == null ? null : first(local, zone);
            return instant == null ? null : new Term.Literal(instant, ValueType.INSTANT);
        }

        /** Within an hour that comes twice, the times after a boundary are not all behind those before it. */
        private @Nullable Instant first(LocalDateTime local, ZoneId zone) {
            ZoneOffsetTransition transition = zone.getRules().getTransition(local);
            if (transition == null) {
                return local.atZone(zone).toInstant();
            }
            if (transition.isGap()) {
                return transition.getInstant();
            }
            return local.equals(transition.getDateTimeAfter())
                    ? local.atZone(zone).toInstant()
                    : null;
        }
    }
}
