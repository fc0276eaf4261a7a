package org.fetchwise.processor;

import java.util.List;

/**
 * A class of embedded objects as it was read, whichever entities embed it.
 *
 * @param type the class
 * @param columns the fields that stand in columns
 * @param objects the fields that hold embedded objects themselves
 * @param deprecated whether using it, or what it names, makes the compiler warn
 * @param hasGeneratedAnnotation whether generated code may say so: its module reads {@code java.compiler}
 */
record EmbeddableModel(
        TypeName type,
        List<ColumnModel> columns,
        List<EmbeddedField> objects,
        boolean deprecated,
        boolean hasGeneratedAnnotation) {
    EmbeddableModel {
        columns = List.copyOf(columns);
        objects = List.copyOf(objects);
    }

    /**
     * A field that holds an embedded object.
     *
     * @param name the field
     * @param type its class
     */
    record EmbeddedField(String name, TypeName type) {}
}
