package org.fetchwise.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.jspecify.annotations.Nullable;

/** Fits values to the fields of attributes. */
public final class FieldValues {
    private FieldValues() {}

    /**
     * {@return a new object that has a key}
     *
     * @param entity the object's entity
     * @param key the key, a number of whatever class
     * @param made makes the object
     * @param <T> the entity
     * @throws QueryException if the entity has keys of another type, or only the row tells of which class its objects are
     */
    public static <T> T refer(EntityMeta<T> entity, Object key, Supplier<T> made) {
        Term.Literal literal = Literals.beside(entity.key().type(), key);
        if (literal == null || literal.value() == null) {
            throw new QueryException("The keys of " + entity + " are of type "
                    + entity.key().type().javaType().getSimpleName() + ", but this one is of type "
                    + key.getClass().getSimpleName() + ".");
        }
        if (entity.hasSubclasses()) {
            throw new QueryException("A reference to a " + entity
                    + " needs no query, so nobody knows of which class the row is: " + entity.withSubclasses()
                    + ". Take ref(...) of the one that it is of, or get(...).");
        }
        T object = made.get();
        List<@Nullable Object> parts = entity.key().partsOf(literal.value());
        for (int at = 0; at < parts.size(); at++) {
            ColumnAttribute part = entity.key().columns().get(at);
            entity.access().set(object, part.index(), of(part, Objects.requireNonNull(parts.get(at))));
        }
        return object;
    }

    /**
     * {@return a value as the attribute's field holds it: a number of its very class}
     *
     * @param column the attribute
     * @param value the value, which a literal beside the column may have
     * @throws QueryException if a number does not fit
     */
    public static Object of(ColumnAttribute column, Object value) {
        Class<?> type = column.type().javaType();
        if (type.isInstance(value) || !(value instanceof Number number)) {
            return value;
        }
        try {
            if (type == Long.class) {
                return exact(number);
            }
            if (type == Integer.class) {
                return Math.toIntExact(exact(number));
            }
        } catch (ArithmeticException tooLarge) {
            throw new QueryException(
                    "'" + column + "' takes values of type " + type.getSimpleName() + ", and this one does not fit.");
        }
        if (type == Short.class) {
            return number.shortValue();
        }
        if (type == Byte.class) {
            return number.byteValue();
        }
        return type == Float.class ? (Object) number.floatValue() : number.doubleValue();
    }

    private static long exact(Number number) {
        return number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte
                ? number.longValue()
                : new BigDecimal(number.toString()).longValueExact();
    }
}
