package org.fetchwise.processor;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object that is embedded in the rows of an entity.
 *
 * @param name the name of the field that holds it, behind those of the objects that it stands in
 * @param field the field that holds it
 * @param type its class
 * @param shape what its class is
 * @param parts its fields, in the order of their columns
 */
record EmbeddedModel(String name, FieldModel field, TypeName type, Shape shape, List<Part> parts) {
    EmbeddedModel {
        parts = List.copyOf(parts);
    }

    /** What a class of embedded objects is. */
    enum Shape {
        /** A class whose fields are written after its constructor ran, and perhaps again by its users. */
        CLASS,
        /** A record, which never changes. */
        RECORD
    }

    /**
     * A field of an embedded object.
     *
     * @param field the field
     * @param attribute the name of the column's attribute; of an object, the names of those of its columns begin with it
     * @param embedded the object that it holds, or null where it stands in a column
     */
    record Part(
            FieldModel field, String attribute, @Nullable EmbeddedModel embedded) {}

    boolean isRecord() {
        return shape == Shape.RECORD;
    }

    /** {@return whether users can change it without replacing it} */
    boolean isChangeable() {
        return !isRecord()
                || parts.stream()
                        .anyMatch(part ->
                                part.embedded() != null && part.embedded().isChangeable());
    }

    /** {@return the objects embedded in this one at any depth, the innermost first, and then this one} */
    Stream<EmbeddedModel> withNested() {
        return Stream.concat(
                parts.stream()
                        .flatMap(part -> Stream.ofNullable(part.embedded()))
                        .flatMap(EmbeddedModel::withNested),
                Stream.of(this));
    }

    /** {@return the attributes of the columns, in their order} */
    Stream<String> attributes() {
        return parts.stream()
                .flatMap(part -> part.embedded() == null
                        ? Stream.of(part.attribute())
                        : part.embedded().attributes());
    }

    /** {@return the name in the middle of a method's name, as in {@code AddressPosition}} */
    String methodName() {
        StringBuilder text = new StringBuilder();
        for (String word : name.split("\\.", -1)) {
            text.append(AccessorReader.capitalized(word));
        }
        return text.toString();
    }
}
