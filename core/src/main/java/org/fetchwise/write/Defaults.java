package org.fetchwise.write;

import java.time.Clock;
import java.util.random.RandomGenerator;
import org.fetchwise.annotation.Default;
import org.fetchwise.error.MappingException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.query.Literals;
import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * The values that the library supplies where the program says none.
 *
 * @param clock tells the time
 * @param random gives random numbers
 */
public record Defaults(Clock clock, RandomGenerator random) {
    /** The default of a column, or null where it has none. */
    @Nullable
    Object of(EntityMeta<?> entity, ColumnAttribute column) {
        return switch (column.defaultValue()) {
            case null -> null;
            case Default.UUID -> fitted(entity, column, Keys.randomUuid(random).toString());
            case Default.NOW -> fitted(entity, column, clock.instant().toString());
            case String constant -> fitted(entity, column, constant);
        };
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
        return Values.of(column, literal.value());
    }
}
