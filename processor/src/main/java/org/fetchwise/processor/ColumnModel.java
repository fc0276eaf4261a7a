package org.fetchwise.processor;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of an entity's table.
 *
 * @param index the position of its state bit
 * @param name the attribute's name, for a foreign key the relation's and the target key's as in {@code author.id}, for a
 *     part of an embedded object the object's and its own
 * @param column the column's name
 * @param type the type of its values
 * @param length the greatest number of characters, 0 where there is no bound
 * @param precision the digits of a decimal, 0 where the database decides
 * @param scale the digits after the point
 * @param defaultValue the text of {@code @Default}, or null
 * @param definition the type as {@code columnDefinition} spells it, or null
 * @param traits what holds of it
 * @param field the field that holds it; null for the column of a foreign key and for a part of an embedded object
 */
record ColumnModel(
        int index,
        String name,
        String column,
        ColumnType type,
        int length,
        int precision,
        int scale,
        @Nullable String defaultValue,
        @Nullable String definition,
        Set<Trait> traits,
        @Nullable FieldModel field) {
    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** {@return its state bit} */
    long bit() {
        return 1L << index;
    }

    /** {@return the name of the entity's field behind it: a relation's for the column of a foreign key} */
    String attribute() {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** {@return the same column as a part of an embedded object} */
    ColumnModel within(String embedded) {
        return new ColumnModel(
                index,
                embedded + "." + name,
                column,
                type,
                length,
                precision,
                scale,
                defaultValue,
                definition,
                traits,
                null);
    }

    /** {@return the same column as a part of the key} */
    ColumnModel asKey() {
        Set<Trait> key = EnumSet.of(Trait.KEY);
        key.addAll(traits);
        key.remove(Trait.NULLABLE);
        return new ColumnModel(
                index, name, column, type, length, precision, scale, defaultValue, definition, key, field);
    }

    /** {@return the same column where a value may be missing} */
    ColumnModel asNullable() {
        return new ColumnModel(
                index,
                name,
                column,
                type.asNullable(),
                length,
                precision,
                scale,
                defaultValue,
                definition,
                traits,
                field);
    }

    ColumnModel at(int position) {
        return new ColumnModel(
                position, name, column, type, length, precision, scale, defaultValue, definition, traits, field);
    }

    /** {@return the same column as another attribute} */
    ColumnModel called(String other) {
        return new ColumnModel(
                index, other, column, type, length, precision, scale, defaultValue, definition, traits, field);
    }

    /** {@return the same column under another name} */
    ColumnModel named(String other) {
        return new ColumnModel(
                index, name, other, type, length, precision, scale, defaultValue, definition, traits, field);
    }

    /** {@return the column's SQL type and constraints, for a comment} */
    String sqlType() {
        StringBuilder text = new StringBuilder(definition == null ? typeName() : definition);
        if (is(Trait.KEY)) {
            text.append(", primary key");
        } else if (!is(Trait.NULLABLE)) {
            text.append(", not null");
        }
        return is(Trait.UNIQUE) ? text.append(", unique").toString() : text.toString();
    }

    private String typeName() {
        String name = type.stored().storage();
        if (length > 0) {
            return name + "(" + length + ")";
        }
        return precision > 0 ? name + "(" + precision + ", " + scale + ")" : name;
    }
}
