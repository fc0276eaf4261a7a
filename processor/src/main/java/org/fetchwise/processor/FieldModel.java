package org.fetchwise.processor;

import java.util.List;

/**
 * A mapped field.
 *
 * @param name its name
 * @param erasedType its type as text, without type arguments
 * @param getters the methods that return it to the outside
 * @param setters the methods that replace it from outside
 */
record FieldModel(String name, String erasedType, List<AccessorModel> getters, List<AccessorModel> setters) {
    FieldModel {
        getters = List.copyOf(getters);
        setters = List.copyOf(setters);
    }
}
