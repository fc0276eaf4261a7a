package org.fetchwise.processor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The class whose objects are the keys of an entity with several fields of them, as {@code @IdClass} names it.
 *
 * @param type the class
 * @param record whether it is a record, whose constructor takes the parts in their order
 * @param parts its fields, in the order of the columns that they hold
 */
record KeyClassModel(TypeName type, boolean record, List<Part> parts) {
    KeyClassModel {
        parts = List.copyOf(parts);
    }

    /**
     * A field of a key.
     *
     * @param field the field
     * @param attribute the name of the constant of its handle, told from those of the entity's own fields
     * @param columns the names of the attributes of the columns that it holds: one, or as many as the key of {@code target} has
     * @param target the entity whose key it is, where that is an object made of columns; null elsewhere
     */
    record Part(
            FieldModel field,
            String attribute,
            List<String> columns,
            @Nullable TypeName target) {
        Part {
            columns = List.copyOf(columns);
        }
    }
}
