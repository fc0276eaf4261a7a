package org.fetchwise.raw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.StorageType;
import org.fetchwise.query.Literals;
import org.fetchwise.query.Term;
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
            case byte[] bytes -> new One(StorageType.BINARY, bytes);
            case Character character -> new One(StorageType.VARCHAR, character.toString());
            case Enum<?> constant ->
                throw new QueryException("The value for :" + name + " is a constant of "
                        + constant.getDeclaringClass().getSimpleName()
                        + ", of which a statement cannot know how it is stored. Bind its name() or its ordinal().");
            case Managed entity ->
                throw new QueryException("The value for :" + name + " is a " + entity.$meta() + ". Bind its key.");
            case Object other -> {
                Term.Literal literal = literal(name, other);
                yield new One(literal.type().storage(), literal.type().stored(literal.value()));
            }
        };
    }

    private static Term.Literal literal(String name, Object value) {
        try {
            return Literals.of(value);
        } catch (QueryException unknown) {
            throw new QueryException(
                    "The value for :" + name + " is a " + value.getClass().getName()
                            + ", which no column holds. Bind a number, a text, a truth value, a UUID, bytes, or a date or"
                            + " time of java.time.",
                    unknown);
        }
    }
}
