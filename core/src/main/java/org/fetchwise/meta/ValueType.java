package org.fetchwise.meta;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.fetchwise.error.MappingException;
import org.jspecify.annotations.Nullable;

/**
 * A Java type that can stand in a column: how it is stored, read and bound. Types are equal when class, storage and
 * conversion are.
 *
 * @param <V> the Java type, boxed
 */
public final class ValueType<V> {
    /** A truth value. */
    public static final ValueType<Boolean> BOOLEAN =
            new ValueType<>(Boolean.class, StorageType.BOOLEAN, RowReader::booleanOrNull, value -> value);

    /** A whole number of 8 bits, stored in 16. */
    public static final ValueType<Byte> BYTE = new ValueType<>(
            Byte.class, StorageType.SMALLINT, (row, at) -> map(row.intOrNull(at), Integer::byteValue), value -> value);

    /** A whole number of 16 bits. */
    public static final ValueType<Short> SHORT = new ValueType<>(
            Short.class,
            StorageType.SMALLINT,
            (row, at) -> map(row.intOrNull(at), Integer::shortValue),
            value -> value);

    /** A whole number of 32 bits. */
    public static final ValueType<Integer> INTEGER =
            new ValueType<>(Integer.class, StorageType.INTEGER, RowReader::intOrNull, value -> value);

    /** A whole number of 64 bits. */
    public static final ValueType<Long> LONG =
            new ValueType<>(Long.class, StorageType.BIGINT, RowReader::longOrNull, value -> value);

    /** A binary fraction of 32 bits. */
    public static final ValueType<Float> FLOAT = new ValueType<>(
            Float.class, StorageType.REAL, (row, at) -> map(row.doubleOrNull(at), Double::floatValue), value -> value);

    /** A binary fraction of 64 bits. */
    public static final ValueType<Double> DOUBLE =
            new ValueType<>(Double.class, StorageType.DOUBLE, RowReader::doubleOrNull, value -> value);

    /** A decimal, whose digits the column says. */
    public static final ValueType<BigDecimal> DECIMAL =
            new ValueType<>(BigDecimal.class, StorageType.DECIMAL, RowReader::decimal, value -> value);

    /** A whole number of any length, stored as a decimal without digits after the point. */
    public static final ValueType<BigInteger> BIG_INTEGER = new ValueType<>(
            BigInteger.class,
            StorageType.DECIMAL,
            (row, at) -> map(row.decimal(at), BigDecimal::toBigIntegerExact),
            BigDecimal::new);

    /** A text of a bounded length. */
    public static final ValueType<String> STRING =
            new ValueType<>(String.class, StorageType.VARCHAR, RowReader::string, value -> value);

    /** A text of any length. */
    public static final ValueType<String> TEXT =
            new ValueType<>(String.class, StorageType.TEXT, RowReader::string, value -> value);

    /** A text of one character. */
    public static final ValueType<Character> CHARACTER = new ValueType<>(
            Character.class,
            StorageType.VARCHAR,
            (row, at) -> map(row.string(at), text -> text.charAt(0)),
            String::valueOf);

    /** A UUID. */
    public static final ValueType<UUID> UUID =
            new ValueType<>(UUID.class, StorageType.UUID, RowReader::uuid, value -> value);

    /** Bytes. */
    public static final ValueType<byte[]> BYTES =
            new ValueType<>(byte[].class, StorageType.BINARY, RowReader::bytes, value -> value);

    /** A date. */
    public static final ValueType<LocalDate> DATE =
            new ValueType<>(LocalDate.class, StorageType.DATE, RowReader::date, value -> value);

    /** A time of day. */
    public static final ValueType<LocalTime> TIME =
            new ValueType<>(LocalTime.class, StorageType.TIME, RowReader::time, value -> value);

    /** A date and time without a zone. */
    public static final ValueType<LocalDateTime> DATE_TIME =
            new ValueType<>(LocalDateTime.class, StorageType.TIMESTAMP, RowReader::dateTime, value -> value);

    /** An instant, kept in UTC with microseconds. */
    public static final ValueType<Instant> INSTANT =
            new ValueType<>(Instant.class, StorageType.INSTANT, RowReader::instant, value -> value);

    /** An instant, shown in UTC: which offset it was written with is not kept. */
    public static final ValueType<OffsetDateTime> OFFSET_DATE_TIME = new ValueType<>(
            OffsetDateTime.class,
            StorageType.INSTANT,
            (row, at) -> map(row.instant(at), instant -> instant.atOffset(ZoneOffset.UTC)),
            OffsetDateTime::toInstant);

    /** An instant, shown in UTC: which zone it was written with is not kept. */
    public static final ValueType<ZonedDateTime> ZONED_DATE_TIME = new ValueType<>(
            ZonedDateTime.class,
            StorageType.INSTANT,
            (row, at) -> map(row.instant(at), instant -> instant.atZone(ZoneOffset.UTC)),
            ZonedDateTime::toInstant);

    /** A year, stored as a whole number. */
    public static final ValueType<Year> YEAR = new ValueType<>(
            Year.class, StorageType.INTEGER, (row, at) -> map(row.intOrNull(at), Year::of), Year::getValue);

    /** A length of time, kept as a whole number of microseconds. */
    public static final ValueType<Duration> DURATION =
            new ValueType<>(Duration.class, StorageType.DURATION, RowReader::duration, value -> value);

    /** A JSON document as its text. */
    public static final ValueType<Currency> CURRENCY =
            written(Currency.class, Currency::getInstance, Currency::getCurrencyCode);

    public static final ValueType<Locale> LOCALE = written(Locale.class, WrittenForms::locale, Locale::toString);
    public static final ValueType<ZoneId> ZONE_ID = written(ZoneId.class, ZoneId::of, ZoneId::getId);
    public static final ValueType<ZoneOffset> ZONE_OFFSET =
            written(ZoneOffset.class, ZoneOffset::of, ZoneOffset::getId);
    public static final ValueType<TimeZone> TIME_ZONE = written(TimeZone.class, TimeZone::getTimeZone, TimeZone::getID);
    public static final ValueType<URL> URL = written(URL.class, WrittenForms::url, java.net.URL::toExternalForm);
    public static final ValueType<String> JSON =
            new ValueType<>(String.class, StorageType.JSON, RowReader::json, value -> value);

    /** The type of an expression given as text, until the query that it is added to says it. No value has it. */
    public static final ValueType<Object> UNKNOWN =
            new ValueType<>(Object.class, StorageType.TEXT, RowReader::string, value -> value);

    /** Types that are known by their class: a text is taken for one that may be short, a document for a text. */
    private static final Map<Class<?>, ValueType<?>> BY_CLASS = byClass(
            BOOLEAN,
            BYTE,
            SHORT,
            INTEGER,
            LONG,
            FLOAT,
            DOUBLE,
            DECIMAL,
            BIG_INTEGER,
            STRING,
            CHARACTER,
            UUID,
            BYTES,
            DATE,
            TIME,
            DATE_TIME,
            INSTANT,
            OFFSET_DATE_TIME,
            ZONED_DATE_TIME,
            YEAR,
            DURATION,
            CURRENCY,
            LOCALE,
            ZONE_ID,
            ZONE_OFFSET,
            TIME_ZONE,
            URL);

    /** So many constants of an enum Hibernate counts in a byte. */
    private static final int BYTES_CONSTANTS = 128;

    private final Class<V> javaType;
    private final StorageType storage;
    private final Reading<V> reading;
    private final Function<V, @Nullable Object> storing;

    /** What makes a value of what is stored, where class and storage do not say it; types with equal ones are equal. */
    private final @Nullable Object conversion;

    private final List<ValueType<?>> parts;
    private final @Nullable Function<List<@Nullable Object>, @Nullable V> making;

    private ValueType(
            Class<V> javaType, StorageType storage, Reading<V> reading, Function<V, @Nullable Object> storing) {
        this(javaType, storage, reading, storing, null);
    }

    private ValueType(
            Class<V> javaType,
            StorageType storage,
            Reading<V> reading,
            Function<V, @Nullable Object> storing,
            @Nullable Object conversion) {
        this(javaType, storage, reading, storing, conversion, List.of(), null);
    }

    private ValueType(
            Class<V> javaType,
            StorageType storage,
            Reading<V> reading,
            Function<V, @Nullable Object> storing,
            @Nullable Object conversion,
            List<ValueType<?>> parts,
            @Nullable Function<List<@Nullable Object>, @Nullable V> making) {
        this.javaType = javaType;
        this.storage = storage;
        this.reading = reading;
        this.storing = storing;
        this.conversion = conversion;
        this.parts = List.copyOf(parts);
        this.making = making;
    }

    /** What makes a value of the text that stands for it. */
    private record Written<V>(Function<String, V> reading) {}

    private static <V> ValueType<V> written(Class<V> type, Function<String, V> reading, Function<V, String> writing) {
        return new ValueType<>(
                type,
                StorageType.VARCHAR,
                (row, at) -> map(row.string(at), text -> valueOf(type, reading, text)),
                writing::apply,
                new Written<>(reading));
    }

    private static <V> V valueOf(Class<V> type, Function<String, V> reading, String text) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException unknown) {
            throw new MappingException(
                    "A row holds a text that stands for no " + type.getName() + ": mend the row.", unknown);
        }
    }

    /**
     * {@return the value that a text stands for, or null where values are stored in another way than as such a text}
     *
     * @param text the text
     * @throws IllegalArgumentException if the text stands for no value
     * @throws java.time.DateTimeException if the text stands for no zone
     */
    public @Nullable V ofText(String text) {
        return conversion instanceof Written<?> written
                ? javaType.cast(written.reading().apply(text))
                : null;
    }

    private static Map<Class<?>, ValueType<?>> byClass(ValueType<?>... types) {
        Map<Class<?>, ValueType<?>> byClass = new LinkedHashMap<>();
        for (ValueType<?> type : types) {
            byClass.put(type.javaType, type);
        }
        return Collections.unmodifiableMap(byClass);
    }

    /**
     * {@return the type of values of a class, or null where the class alone does not say how its values are stored}
     *
     * @param type the class, boxed
     * @param <V> the class
     */
    @SuppressWarnings("unchecked") // under each class stands its own type, or that of a class above it
    public static <V> @Nullable ValueType<V> of(Class<V> type) {
        ValueType<?> known = BY_CLASS.get(type);
        // The class of a zone is one that the JDK keeps to itself.
        if (known == null && ZoneId.class.isAssignableFrom(type)) {
            known = ZONE_ID;
        } else if (known == null && TimeZone.class.isAssignableFrom(type)) {
            known = TIME_ZONE;
        }
        return (ValueType<V>) known;
    }

    /** {@return the classes of which {@link #of} knows the types} */
    public static Set<Class<?>> classes() {
        return BY_CLASS.keySet();
    }

    /**
     * {@return a type whose values take several columns side by side} What it says of storage, it says of the first.
     *
     * @param type the class
     * @param parts the types of the columns, in their order
     * @param reading makes a value of the columns, or null where all of them are NULL
     * @param taking takes a value apart: one element for each column
     * @param making makes a value of one element for each column, or null where all of them are null
     * @param <V> the class
     */
    public static <V> ValueType<V> composite(
            Class<V> type,
            List<ValueType<?>> parts,
            Reading<V> reading,
            Function<V, List<@Nullable Object>> taking,
            Function<List<@Nullable Object>, @Nullable V> making) {
        return new ValueType<>(type, parts.get(0).storage(), reading, taking::apply, null, parts, making);
    }

    /**
     * {@return the type of values that are lists with an element for each column}
     *
     * @param parts the types of the columns, in their order; none of them is ever NULL
     */
    @SuppressWarnings("unchecked") // a class does not tell the type arguments
    public static ValueType<List<Object>> tuple(List<ValueType<?>> parts) {
        return composite(
                (Class<List<Object>>) (Class<?>) List.class,
                parts,
                (row, at) -> {
                    List<Object> values = new ArrayList<>(parts.size());
                    for (int part = 0; part < parts.size(); part++) {
                        Object value = parts.get(part).read(row, at + part);
                        if (value == null) {
                            return null;
                        }
                        values.add(value);
                    }
                    return List.copyOf(values);
                },
                values -> new ArrayList<>(values),
                values -> values.contains(null) ? null : List.copyOf(values));
    }

    /**
     * {@return the value that the values of several columns make, or null where all of them are null}
     *
     * @param values one for each column, in their order
     */
    public @Nullable V valueOf(List<@Nullable Object> values) {
        if (making == null) {
            throw new IllegalStateException(this + " takes one column");
        }
        return making.apply(values);
    }

    /** {@return the types of the columns that a value takes; empty where it takes one} */
    public List<ValueType<?>> parts() {
        return parts;
    }

    /**
     * {@return the values of the columns that a value takes, each NULL where there is no value}
     *
     * @param value a value of this type, which takes several columns, or null
     */
    @SuppressWarnings("unchecked") // a composite type takes its values apart into lists
    public List<@Nullable Object> partsOf(@Nullable Object value) {
        if (value == null) {
            return Collections.nCopies(parts.size(), null);
        }
        return (List<@Nullable Object>) Objects.requireNonNull(storing.apply(javaType.cast(value)));
    }

    /**
     * {@return the type of an enum stored by its constants' names}
     *
     * @param type the enum
     * @param <E> the enum
     */
    public static <E extends Enum<E>> ValueType<E> enumByName(Class<E> type) {
        return new ValueType<>(
                type, StorageType.VARCHAR, (row, at) -> map(row.string(at), text -> constant(type, text)), Enum::name);
    }

    /**
     * {@return the type of an enum stored by its constants' positions, counted from 0}
     *
     * @param type the enum
     * @param <E> the enum
     */
    public static <E extends Enum<E>> ValueType<E> enumByOrdinal(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return new ValueType<>(
                type,
                StorageType.SMALLINT,
                (row, at) -> map(row.intOrNull(at), ordinal -> constant(type, constants, ordinal)),
                Enum::ordinal);
    }

    /**
     * {@return the type of an enum stored by what one of its fields holds, as
     * {@code jakarta.persistence.EnumeratedValue} marks it}
     *
     * @param type the enum
     * @param stored the type of the field: a whole number or a string
     * @param value gives what the field of a constant holds, no two alike; called once for each constant
     * @param <E> the enum
     * @param <S> the type of the field
     */
    public static <E extends Enum<E>, S> ValueType<E> enumByValue(
            Class<E> type, ValueType<S> stored, Function<E, S> value) {
        Map<E, S> values = new EnumMap<>(type);
        Map<S, E> constants = new HashMap<>();
        for (E constant : type.getEnumConstants()) {
            S held = value.apply(constant);
            values.put(constant, held);
            if (constants.put(held, constant) != null) {
                throw new MappingException("Two constants of " + type.getName()
                        + " have the same @EnumeratedValue. Give each constant its own.");
            }
        }
        return new ValueType<>(
                type,
                stored.storage,
                (row, at) -> map(stored.read(row, at), held -> constantOf(type, constants, held)),
                constant -> stored.stored(values.get(constant)),
                "value");
    }

    /**
     * {@return a type whose values are converted on their way into the database and back} The conversions get null where
     * there is no value, as those of {@code jakarta.persistence.AttributeConverter} do.
     *
     * @param type the class of the values
     * @param stored the type that is stored
     * @param converter the converter, by whose class such types are told from each other
     * @param storing makes what is stored
     * @param reading makes a value of what is stored
     * @param <V> the type of the values
     * @param <S> the type that is stored
     * @param <C> the class of the converter
     */
    @SuppressWarnings("unchecked") // a class does not tell the type arguments
    public static <V, S, C> ValueType<V> converted(
            Class<? super V> type,
            ValueType<S> stored,
            C converter,
            BiFunction<C, @Nullable V, @Nullable S> storing,
            BiFunction<C, @Nullable S, @Nullable V> reading) {
        return new ValueType<>(
                (Class<V>) type,
                stored.storage,
                (row, at) -> reading.apply(converter, stored.read(row, at)),
                value -> stored.stored(storing.apply(converter, value)),
                converter.getClass());
    }

    /**
     * {@return the type of objects kept as JSON documents, which the installed {@link JsonCodec} reads and writes}
     *
     * @param type the class of the objects
     * @param document the same with its type arguments
     * @param <V> the type of the objects
     */
    @SuppressWarnings("unchecked") // a class does not tell the type arguments, and a codec gives what the type says
    public static <V> ValueType<V> json(Class<? super V> type, JsonType document) {
        Class<V> raw = (Class<V>) type;
        JsonCodec codec = JsonCodecs.installed(document);
        return new ValueType<>(
                raw,
                StorageType.JSON,
                (row, at) -> map(row.json(at), text -> raw.cast(codec.read(text, document))),
                value -> codec.write(value, document),
                document);
    }

    /**
     * {@return the type of arrays that the database keeps as arrays}
     *
     * @param type the class of the arrays, of objects or of primitives
     * @param element the type of their elements, which each take one column
     * @param <A> the class of the arrays
     */
    public static <A> ValueType<A> array(Class<A> type, ValueType<?> element) {
        return arrays(type, element, elements -> ArrayValues.array(type, elements));
    }

    /**
     * {@return the type of lists that the database keeps as arrays}
     *
     * @param element the type of their elements, which each take one column
     * @param <E> the type of the elements
     */
    @SuppressWarnings("unchecked") // a class does not tell the type arguments
    public static <E> ValueType<List<E>> list(ValueType<E> element) {
        return arrays((Class<List<E>>) (Class<?>) List.class, element, ArrayList::new);
    }

    /**
     * {@return the type of sets that the database keeps as arrays}
     *
     * @param element the type of their elements, which each take one column
     * @param <E> the type of the elements
     */
    @SuppressWarnings("unchecked") // a class does not tell the type arguments
    public static <E> ValueType<Set<E>> set(ValueType<E> element) {
        return arrays((Class<Set<E>>) (Class<?>) Set.class, element, LinkedHashSet::new);
    }

    private static <A, E> ValueType<A> arrays(Class<A> type, ValueType<E> element, Function<List<E>, A> making) {
        return new ValueType<>(
                type,
                StorageType.ARRAY,
                (row, at) -> map(row.array(at, element), making),
                value -> new StoredArray(element.storage, storedElements(element, value)),
                element);
    }

    private static <E> List<@Nullable Object> storedElements(ValueType<E> element, Object value) {
        List<@Nullable Object> stored = ArrayValues.elements(value);
        stored.replaceAll(held -> element.stored(element.javaType.cast(held)));
        return stored;
    }

    /** {@return the type of the elements, or null where values are no arrays of the database's} */
    public @Nullable ValueType<?> element() {
        return storage == StorageType.ARRAY ? (ValueType<?>) conversion : null;
    }

    /** {@return whether what a value holds can be changed behind whoever else has it, and the change be seen by a copy} */
    public boolean isCopied() {
        return storage == StorageType.ARRAY || javaType == byte[].class || LegacyTimes.has(javaType);
    }

    /** {@return the Java type, boxed} */
    public Class<V> javaType() {
        return javaType;
    }

    /** {@return how values are stored} */
    public StorageType storage() {
        return storage;
    }

    /** {@return whether values are whole numbers, in Java and where they are stored} */
    public boolean isWholeNumber() {
        return storage.isWhole() && Number.class.isAssignableFrom(javaType);
    }

    /**
     * Reads a value of the current row.
     *
     * @param row the row
     * @param column the column's index, counted from 1
     * @return the value, or null for SQL NULL
     * @throws SQLException if the driver fails
     */
    public @Nullable V read(RowReader row, int column) throws SQLException {
        return reading.read(row, column);
    }

    /**
     * {@return the type in which expressions give such values} They know int, long and double only: bytes and shorts become
     * ints, floats doubles, and everything else stays as it is.
     */
    public ValueType<?> widened() {
        if (conversion != null) {
            return this;
        }
        if (javaType == Byte.class || javaType == Short.class) {
            return INTEGER;
        }
        return javaType == Float.class ? DOUBLE : this;
    }

    /**
     * {@return the form in which a value is stored: itself, an enum's name or position, or what a converter makes of it}
     *
     * @param value the value, of this type
     */
    @SuppressWarnings("NullAway") // converters take null
    public @Nullable Object stored(@Nullable Object value) {
        return value == null && !(conversion instanceof Class<?>) ? null : storing.apply(javaType.cast(value));
    }

    /** {@return whether values are numbers in Java as well as in the column, so that either may be bound for the other} */
    public boolean isNumber() {
        return conversion == null && storage.isNumber() && Number.class.isAssignableFrom(javaType);
    }

    /** {@return whether what is stored fits a byte: a {@code Byte}, or the position of a constant of an enum} */
    public boolean fitsByte() {
        return storage == StorageType.SMALLINT
                && conversion == null
                && (javaType == Byte.class
                        || (javaType.isEnum() && javaType.getEnumConstants().length <= BYTES_CONSTANTS));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValueType<?> type
                && type.javaType == javaType
                && type.storage == storage
                && Objects.equals(type.conversion, conversion)
                && type.parts.equals(parts);
    }

    @Override
    public int hashCode() {
        return 31 * javaType.hashCode() + storage.hashCode();
    }

    @Override
    public String toString() {
        return javaType.getSimpleName() + " as " + storage;
    }

    private static <A, B> @Nullable B map(@Nullable A value, Function<A, B> function) {
        return value == null ? null : function.apply(value);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw new MappingException(
                    "A row holds a name that is no constant of " + type.getName()
                            + ": add the constant, or mend the row.",
                    unknown);
        }
    }

    private static <E> E constantOf(Class<E> type, Map<?, E> constants, Object value) {
        E constant = constants.get(value);
        if (constant == null) {
            throw new MappingException("A row holds what is the @EnumeratedValue of no constant of " + type.getName()
                    + ": add the constant, or mend the row.");
        }
        return constant;
    }

    private static <E> E constant(Class<E> type, E[] constants, int ordinal) {
        if (ordinal < 0 || ordinal >= constants.length) {
            throw new MappingException("A row holds the position " + ordinal + ", but " + type.getName() + " has "
                    + constants.length + " constants, counted from 0.");
        }
        return constants[ordinal];
    }

    /**
     * Reads one value of the current row.
     *
     * @param <V> the type of the value
     */
    @FunctionalInterface
    public interface Reading<V> {
        /**
         * Reads a value.
         *
         * @param row the row
         * @param column the index of its first column, counted from 1
         * @return the value, or null for NULL
         * @throws SQLException if the driver fails
         */
        @Nullable
        V read(RowReader row, int column) throws SQLException;
    }
}
