package org.fetchwise.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.LegacyTimes;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;

/** Values given without a type: as they come from a request, a file or a command line. */
public final class Literals {
    private Literals() {}

    /**
     * {@return a value by itself}
     *
     * @param value the value
     * @throws QueryException if no column could hold it
     */
    public static Term.Literal of(Object value) {
        return switch (value) {
            case BigInteger number -> new Term.Literal(new BigDecimal(number), ValueType.DECIMAL);
            case Number number -> new Term.Literal(value, Numbers.typeOf(number));
            default -> {
                ValueType<?> type = known(value.getClass());
                if (type == null) {
                    throw new QueryException("A value of type "
                            + value.getClass().getSimpleName() + " cannot stand in an expression given as text.");
                }
                yield new Term.Literal(value, type);
            }
        };
    }

    /**
     * {@return the type of values of a class, as an attribute of that class has it}
     *
     * @param type the class
     * @throws QueryException if no column could hold such values
     */
    public static ValueType<?> typeOf(Class<?> type) {
        ValueType<?> known = known(type);
        if (known == null) {
            throw new QueryException("An expression cannot be of type " + type.getSimpleName() + ". There are "
                    + ValueType.classes().stream().map(Class::getSimpleName).collect(Collectors.joining(", ")) + ".");
        }
        return known;
    }

    /** How long a text of an expression may get, nobody knows. */
    private static @Nullable ValueType<?> known(Class<?> type) {
        return type == String.class ? ValueType.TEXT : ValueType.of(type);
    }

    /**
     * {@return a value beside another, fitted to its type: text is read as the other type is written; null where that fails}
     *
     * @param type the type of the other
     * @param value the value
     */
    public static Term.@Nullable Literal beside(ValueType<?> type, Object value) {
        if (type.isNumber()) {
            Number number = number(value);
            return number == null ? null : (Term.Literal) Numbers.literal(type, number);
        }
        Object fitted = type.javaType().isInstance(value) ? value : shown(type, fitted(type, value));
        // What a converter makes of a value, it makes of values of its own type only.
        return type.javaType().isInstance(fitted) ? new Term.Literal(fitted, type) : null;
    }

    private static @Nullable Object shown(ValueType<?> type, @Nullable Object value) {
        if (value instanceof Instant instant && type.equals(ValueType.OFFSET_DATE_TIME)) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Instant instant && type.equals(ValueType.ZONED_DATE_TIME)) {
            return instant.atZone(ZoneOffset.UTC);
        }
        return value instanceof Temporal time ? LegacyTimes.shown(type.javaType(), time) : value;
    }

    private static @Nullable Number number(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        try {
            return value instanceof String text ? new BigDecimal(text) : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static @Nullable Object fitted(ValueType<?> type, Object value) {
        return switch (value) {
            case String text -> parsed(type, text);
            case Number number when type.storage().isText() && type.javaType() == String.class -> number.toString();
            case Number number when type.storage() == StorageType.BOOLEAN -> truth(number);
            case Number number when type.equals(ValueType.YEAR) -> Year.of(number.intValue());
            case Instant instant when type.storage() == StorageType.INSTANT -> instant;
            case LocalDate date
            when type.storage() == StorageType.INSTANT -> date.atStartOfDay().toInstant(ZoneOffset.UTC);
            case Instant instant
            when type.storage() == StorageType.DATE -> LocalDate.ofInstant(instant, ZoneOffset.UTC);
            default -> null;
        };
    }

    private static @Nullable Boolean truth(Number number) {
        return number.doubleValue() == 0 ? Boolean.FALSE : number.doubleValue() == 1 ? Boolean.TRUE : null;
    }

    private static @Nullable Object parsed(ValueType<?> type, String text) {
        if (type.javaType().isEnum()) {
            for (Object constant : type.javaType().getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(text)) {
                    return constant;
                }
            }
            return null;
        }
        try {
            if (type.equals(ValueType.YEAR)) {
                return Year.parse(text);
            }
            return switch (type.storage()) {
                case UUID -> UUID.fromString(text);
                case DATE -> LocalDate.parse(text);
                case TIME -> LocalTime.parse(text);
                case TIMESTAMP -> LocalDateTime.parse(text);
                case INSTANT ->
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : OffsetDateTime.parse(text).toInstant();
                case DURATION -> Duration.parse(text);
                case BOOLEAN -> truth(text);
                case VARCHAR -> type.ofText(text);
                case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL, TEXT, BINARY, JSON, ARRAY -> null;
            };
        } catch (DateTimeException | IllegalArgumentException other) {
            return null;
        }
    }

    private static @Nullable Boolean truth(String text) {
        return switch (text) {
            case "true", "True" -> Boolean.TRUE;
            case "false", "False" -> Boolean.FALSE;
            default -> null;
        };
    }
}
