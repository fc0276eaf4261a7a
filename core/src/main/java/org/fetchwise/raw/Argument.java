package org.fetchwise.raw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;

/** What a user binds to a named parameter. */
public sealed interface Argument {
    /**
     * One value.
     *
     * @param type how it is stored
     * @param stored the value in stored form, or null
     */
    record One(StorageType type, @Nullable Object stored) implements Argument {}

    /**
     * Any number of values.
     *
     * @param values the values, none of which is null
     */
    record Many(List<One> values) implements Argument {
        public Many {
            values = List.copyOf(values);
        }
    }

    /**
     * {@return a value or a collection of values as the argument of a parameter}
     *
     * @param name the parameter's name
     * @param value the value
     * @throws QueryException if no column could hold it
     */
    static Argument of(String name, @Nullable Object value) {
        if (value instanceof Collection<?> values) {
            List<One> each = new ArrayList<>(values.size());
            for (Object element : values) {
                if (element == null) {
                    throw new QueryException(
                            "The list for :" + name + " has a null in it, which IN never finds and NOT IN"
                                    + " always stumbles over. Take it out, and ask for IS NULL beside the list.");
                }
                each.add(one(name, element));
            }
            return new Many(each);
        }
        return value == null ? new One(StorageType.TEXT, null) : one(name, value);
    }

    private static One one(String name, Object value) {
        return switch (value) {
            case Enum<?> constant ->
                throw new QueryException("The value for :" + name + " is a constant of "
                        + constant.getDeclaringClass().getSimpleName()
                        + ", of which a statement cannot know how it is stored. Bind its name() or its ordinal().");
            case Managed entity ->
                throw new QueryException("The value for :" + name + " is a " + entity.$meta() + ". Bind its key.");
            case Object other -> one(name, other.getClass(), other);
        };
    }

    private static <V> One one(String name, Class<V> type, Object value) {
        ValueType<V> known = ValueType.of(type);
        if (known == null) {
            throw new QueryException("The value for :" + name + " is a " + type.getName()
                    + ", which no column holds. Bind a number, a text, a truth value, a UUID, bytes, or a date or"
                    + " time of java.time.");
        }
        return new One(known.storage(), known.stored(value));
    }
}
