package org.fetchwise.write;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.fetchwise.annotation.Default;
import org.fetchwise.error.MappingException;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.LegacyTimes;
import org.fetchwise.query.FieldValues;
import org.fetchwise.query.Literals;
import org.fetchwise.query.Term;
import org.fetchwise.query.Write;
import org.jspecify.annotations.Nullable;

/**
 * The values that the library supplies where the program says none.
 *
 * @param clock tells the time
 * @param random gives random numbers
 * @param user tells on whose behalf the current thread writes, or null where nobody has said
 */
public record Defaults(
        Clock clock, RandomGenerator random, @Nullable Supplier<? extends @Nullable Object> user) {
    /** The default of a column, or null where it has none. */
    @Nullable
    Object of(EntityMeta<?> entity, ColumnAttribute column) {
        if (column.is(Trait.CREATED_AT) || column.is(Trait.UPDATED_AT)) {
            return now(entity, column);
        }
        if (column.is(Trait.CREATED_BY) || column.is(Trait.UPDATED_BY)) {
            return user(entity, column);
        }
        return switch (column.defaultValue()) {
            case null -> null;
            case Default.UUID -> fitted(entity, column, Keys.randomUuid(random).toString());
            case Default.NOW -> now(entity, column);
            case String constant -> fitted(entity, column, constant);
        };
    }

    /** The time, no finer than databases keep it. */
    private Object now(EntityMeta<?> entity, ColumnAttribute column) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Class<?> type = column.type().javaType();
        if (type == LocalDateTime.class) {
            return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        }
        if (LegacyTimes.has(type)) {
            return LegacyTimes.shown(type, now);
        }
        if (type == OffsetDateTime.class) {
            return now.atOffset(ZoneOffset.UTC);
        }
        if (type == ZonedDateTime.class) {
            return now.atZone(ZoneOffset.UTC);
        }
        return fitted(entity, column, now.toString());
    }

    private @Nullable Object user(EntityMeta<?> entity, ColumnAttribute column) {
        Object value = user == null ? null : user.get();
        if (value == null) {
            return null;
        }
        Term.Literal literal = Literals.beside(column.type(), value);
        if (literal == null || literal.value() == null) {
            throw new QueryException("'" + column + "' of " + entity + " holds users of type "
                    + column.type().javaType().getSimpleName() + ", but withUser(...) told one of type "
                    + value.getClass().getSimpleName() + ".");
        }
        return FieldValues.of(column, literal.value());
    }

    /** What every update of rows of an entity sets by itself: when and by whom they were updated. */
    List<Write.SetColumn> onUpdate(EntityMeta<?> entity) {
        List<Write.SetColumn> sets = new ArrayList<>();
        for (ColumnAttribute column : entity.columns()) {
            boolean by = user != null && column.is(Trait.UPDATED_BY);
            if (by || column.is(Trait.UPDATED_AT)) {
                Object value = of(entity, column);
                if (value != null || column.is(Trait.NULLABLE)) {
                    sets.add(new Write.SetColumn(column, new Term.Literal(value, column.type())));
                }
            }
        }
        return sets;
    }

    /** The default of a column, which must have one. */
    Object required(EntityMeta<?> entity, ColumnAttribute column) {
        Object value = of(entity, column);
        if (value == null) {
            throw new MappingException(
                    "The rule SET_DEFAULT on " + entity + "." + column + " needs a default: add @Default(\"…\").");
        }
        return value;
    }

    private static Object fitted(EntityMeta<?> entity, ColumnAttribute column, String text) {
        if (column.type().javaType() == String.class) {
            return text;
        }
        Term.Literal literal = Literals.beside(column.type(), text);
        if (literal == null || literal.value() == null) {
            throw new MappingException("The default of " + entity + "." + column + " is no value of type "
                    + column.type().javaType().getSimpleName() + ".");
        }
        return FieldValues.of(column, literal.value());
    }
}
