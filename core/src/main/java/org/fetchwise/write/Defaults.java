package org.fetchwise.write;

import org.fetchwise.error.MappingException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.query.Literals;
import org.fetchwise.query.Term;

/** The values that the library supplies where the program says none. */
final class Defaults {
    private Defaults() {}

    /** The default of a column, which must be a constant. */
    static Object constant(EntityMeta<?> entity, ColumnAttribute column) {
        String text = column.defaultValue();
        Term.Literal literal = text == null ? null : Literals.beside(column.type(), text);
        if (literal == null || literal.value() == null) {
            throw new MappingException("The rule SET_DEFAULT on " + entity + "." + column + " needs a default of type "
                    + column.type().javaType().getSimpleName() + ": add @Default(\"…\").");
        }
        return literal.value();
    }
}
