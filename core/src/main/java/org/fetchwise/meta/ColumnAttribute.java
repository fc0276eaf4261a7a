package org.fetchwise.meta;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that stands in a column of its entity's table: a plain one, or the column of a foreign key.
 */
public final class ColumnAttribute implements Attribute {
    /** What a column may hold and what it gets by itself. */
    public enum Trait {
        /** The primary key, or a part of it. */
        KEY,
        /** Changes with each save, and tells whether somebody else has saved the row since it was read. */
        VERSION,
        /** Tells which of the entities that extend each other a row is of. */
        DISCRIMINATOR,
        /** The database makes the value when a row is inserted. */
        GENERATED,
        /** NULL is allowed. */
        NULLABLE,
        /** No two rows have the same value. */
        UNIQUE,
        /** Left out of queries unless asked for, and loaded on the first touch. */
        LAZY,
        /** Never written by INSERT. */
        NOT_INSERTABLE,
        /** Never written by UPDATE. */
        NOT_UPDATABLE,
        /** Holds the key of another entity. */
        FOREIGN_KEY,
        /** No monitor, cache key or message may show its values. */
        SENSITIVE,
        /** The time at which its row was inserted. */
        CREATED_AT,
        /** The time at which its row was last inserted or updated. */
        UPDATED_AT,
        /** Who inserted its row. */
        CREATED_BY,
        /** Who last inserted or updated its row. */
        UPDATED_BY
    }

    private final String name;
    private final int index;
    private final String column;
    private final ValueType<?> type;
    private final int length;
    private final int precision;
    private final int scale;
    private final Set<Trait> traits;
    private final @Nullable String defaultValue;
    private final @Nullable String definition;

    /**
     * Describes a column.
     *
     * @param index the position of its state bit
     * @param name the attribute's name
     * @param column the column's name, unquoted
     * @param type the type of its values
     * @param length the greatest number of characters, 0 where there is no bound
     * @param precision the number of digits of a decimal, 0 where the database decides
     * @param scale the digits after the point
     * @param defaultValue the text of {@link org.fetchwise.annotation.Default}, or null
     * @param traits what holds of it
     */
    public ColumnAttribute(
            int index,
            String name,
            String column,
            ValueType<?> type,
            int length,
            int precision,
            int scale,
            @Nullable String defaultValue,
            Trait... traits) {
        this(index, name, column, type, length, precision, scale, defaultValue, null, Set.of(traits));
    }

    private ColumnAttribute(
            int index,
            String name,
            String column,
            ValueType<?> type,
            int length,
            int precision,
            int scale,
            @Nullable String defaultValue,
            @Nullable String definition,
            Set<Trait> traits) {
        this.index = index;
        this.name = name;
        this.column = column;
        this.type = type;
        this.length = length;
        this.precision = precision;
        this.scale = scale;
        this.defaultValue = defaultValue;
        this.definition = definition;
        this.traits = traits;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int index() {
        return index;
    }

    /** {@return the column's name, unquoted} */
    public String column() {
        return column;
    }

    /** {@return the type of the values} */
    public ValueType<?> type() {
        return type;
    }

    /** {@return the greatest number of characters, 0 where there is no bound} */
    public int length() {
        return length;
    }

    /** {@return the number of digits of a decimal, 0 where the database decides} */
    public int precision() {
        return precision;
    }

    /** {@return the digits after the point} */
    public int scale() {
        return scale;
    }

    /** {@return the text of {@link org.fetchwise.annotation.Default}, or null} */
    public @Nullable String defaultValue() {
        return defaultValue;
    }

    /**
     * {@return the same column with a type of the database's own}
     *
     * @param text the type as CREATE TABLE names it, and what else the definition says
     */
    public ColumnAttribute definedAs(String text) {
        return new ColumnAttribute(index, name, column, type, length, precision, scale, defaultValue, text, traits);
    }

    /**
     * {@return the same column of values of another type}
     *
     * @param other the type
     */
    public ColumnAttribute typed(ValueType<?> other) {
        return new ColumnAttribute(
                index, name, column, other, length, precision, scale, defaultValue, definition, traits);
    }

    /**
     * {@return the same column, perhaps without a trait}
     *
     * @param trait the trait
     * @param taken whether it is taken away
     */
    ColumnAttribute without(Trait trait, boolean taken) {
        if (!taken || !traits.contains(trait)) {
            return this;
        }
        Set<Trait> others = EnumSet.copyOf(traits);
        others.remove(trait);
        return new ColumnAttribute(
                index, name, column, type, length, precision, scale, defaultValue, definition, Set.copyOf(others));
    }

    /** {@return the same column where rows may have no value} */
    public ColumnAttribute asNullable() {
        Set<Trait> nullable = EnumSet.of(Trait.NULLABLE);
        nullable.addAll(traits);
        return new ColumnAttribute(
                index, name, column, type, length, precision, scale, defaultValue, definition, Set.copyOf(nullable));
    }

    /** {@return the type as the mapping spells it for CREATE TABLE, or null where it follows from the values' type} */
    public @Nullable String definition() {
        return definition;
    }

    /**
     * {@return whether a trait holds}
     *
     * @param trait the trait
     */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /**
     * {@return what tells later whether a value that was given away has been changed: a copy of what arrays hold, and null where
     * values never change}
     *
     * @param value the value, or null
     */
    public @Nullable Object seen(@Nullable Object value) {
        return type.isCopied() ? ArrayValues.copy(value) : null;
    }

    /**
     * {@return the column's bit if its value has been changed since it was given away, else 0}
     *
     * @param before what {@link #seen} gave then, or null
     * @param now the value
     */
    public long changed(@Nullable Object before, @Nullable Object now) {
        return before == null || ArrayValues.same(before, now) ? 0 : bit();
    }

    @Override
    public String toString() {
        return name;
    }
}
