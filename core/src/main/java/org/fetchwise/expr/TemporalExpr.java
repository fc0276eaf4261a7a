package org.fetchwise.expr;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import org.fetchwise.query.Calculations;
import org.fetchwise.query.Times;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.fetchwise.sql.SqlFunction;

/**
 * A point in time, a date or a time of day.
 *
 * @param <R> the entity whose rows have the value
 * @param <V> the type of the value
 */
public sealed interface TemporalExpr<R, V extends Temporal> extends ValueExpr<R, V>
        permits TemporalColumn, TemporalTerm {
    /** {@return the year} */
    default IntExpr<R> year() {
        return new IntTerm<>(Terms.call(SqlFunction.YEAR, this), null);
    }

    /** {@return the year that the week belongs to} */
    default IntExpr<R> isoYear() {
        return new IntTerm<>(Terms.call(SqlFunction.ISO_YEAR, this), null);
    }

    /** {@return the quarter of the year, 1 to 4} */
    default IntExpr<R> quarter() {
        return new IntTerm<>(Terms.call(SqlFunction.QUARTER, this), null);
    }

    /** {@return the month, 1 to 12} */
    default IntExpr<R> month() {
        return new IntTerm<>(Terms.call(SqlFunction.MONTH, this), null);
    }

    /** {@return the week of the year, as ISO 8601 counts} */
    default IntExpr<R> week() {
        return new IntTerm<>(Terms.call(SqlFunction.WEEK, this), null);
    }

    /** {@return the day of the month} */
    default IntExpr<R> day() {
        return new IntTerm<>(Terms.call(SqlFunction.DAY, this), null);
    }

    /** {@return the day of the week, 1 on Sunday to 7 on Saturday} */
    default IntExpr<R> weekDay() {
        return new IntTerm<>(Terms.call(SqlFunction.WEEK_DAY, this), null);
    }

    /** {@return the day of the week, 1 on Monday to 7 on Sunday} */
    default IntExpr<R> isoWeekDay() {
        return new IntTerm<>(Terms.call(SqlFunction.ISO_WEEK_DAY, this), null);
    }

    /** {@return the hour, 0 to 23} */
    default IntExpr<R> hour() {
        return new IntTerm<>(Terms.call(SqlFunction.HOUR, this), null);
    }

    /** {@return the minute, 0 to 59} */
    default IntExpr<R> minute() {
        return new IntTerm<>(Terms.call(SqlFunction.MINUTE, this), null);
    }

    /** {@return the whole seconds, 0 to 59} */
    default IntExpr<R> second() {
        return new IntTerm<>(Terms.call(SqlFunction.SECOND, this), null);
    }

    /** {@return the day; of an instant in the handle's zone} */
    default TemporalExpr<R, LocalDate> date() {
        return new TemporalTerm<>(Terms.call(SqlFunction.DATE, this), null);
    }

    /**
     * {@return the day of this instant in a zone}
     *
     * @param zone the zone
     */
    default TemporalExpr<R, LocalDate> date(ZoneId zone) {
        return new TemporalTerm<>(Terms.call(SqlFunction.DATE, zone, this), null);
    }

    /** {@return the time of day; of an instant in the handle's zone} */
    default TemporalExpr<R, LocalTime> time() {
        return new TemporalTerm<>(Terms.call(SqlFunction.TIME, this), null);
    }

    /**
     * {@return what clocks show in a zone at this instant}
     *
     * @param zone the zone
     */
    default TemporalExpr<R, LocalDateTime> inZone(ZoneId zone) {
        return new TemporalTerm<>(Times.inZone(Terms.of(this), zone), null);
    }

    /**
     * {@return the beginning of the unit that this time lies in; of an instant in the handle's zone}
     *
     * @param unit the unit
     */
    default TemporalExpr<R, V> truncTo(DateUnit unit) {
        return new TemporalTerm<>(Terms.call(unit.truncation(), this), null);
    }

    /**
     * {@return the beginning of the unit that this instant lies in, in a zone}
     *
     * @param unit the unit
     * @param zone the zone
     */
    default TemporalExpr<R, V> truncTo(DateUnit unit, ZoneId zone) {
        return new TemporalTerm<>(Terms.call(unit.truncation(), zone, this), null);
    }

    /**
     * {@return the time so much later; a date moves by whole days}
     *
     * @param duration how much
     */
    default TemporalExpr<R, V> plus(Duration duration) {
        return new TemporalTerm<>(Terms.shifted(ArithmeticOperator.PLUS, this, duration), null);
    }

    /**
     * {@return the time so much earlier; a date moves by whole days}
     *
     * @param duration how much
     */
    default TemporalExpr<R, V> minus(Duration duration) {
        return new TemporalTerm<>(Terms.shifted(ArithmeticOperator.MINUS, this, duration), null);
    }

    /**
     * {@return the time later by the value of an expression}
     *
     * @param duration how much
     * @param <S> the entity that has both values
     */
    default <S extends R> TemporalExpr<S, V> plus(Expr<? super S, Duration> duration) {
        return new TemporalTerm<>(Terms.shifted(ArithmeticOperator.PLUS, this, duration), null);
    }

    /**
     * {@return the time earlier by the value of an expression}
     *
     * @param duration how much
     * @param <S> the entity that has both values
     */
    default <S extends R> TemporalExpr<S, V> minus(Expr<? super S, Duration> duration) {
        return new TemporalTerm<>(Terms.shifted(ArithmeticOperator.MINUS, this, duration), null);
    }

    /**
     * {@return how much time lies between another time and this one}
     *
     * @param earlier the other time
     * @param <S> the entity that has both values
     */
    default <S extends R> ValueExpr<S, Duration> since(TemporalExpr<? super S, V> earlier) {
        return new ValueTerm<>(Calculations.of(ArithmeticOperator.MINUS, Terms.of(this), Terms.of(earlier)), null);
    }

    @Override
    default TemporalExpr<R, V> orElse(V fallback) {
        return new TemporalTerm<>(Terms.orElse(this, fallback), null);
    }

    /**
     * {@return this time, or that of another expression where it is NULL}
     *
     * @param fallback the expression in place of NULL
     * @param <S> the entity that has both
     */
    default <S extends R> TemporalExpr<S, V> orElse(TemporalExpr<? super S, V> fallback) {
        return new TemporalTerm<>(Terms.call(SqlFunction.COALESCE, this, fallback), null);
    }

    @Override
    TemporalExpr<R, V> named(String name);
}
