package org.fetchwise.processor;

import java.util.List;

/**
 * A mapped field.
 *
 * @param name its name
 * @param declaredIn the class that declares it: the entity, or a mapped superclass
 * @param declaredType the type that it is declared with, as text without type arguments
 * @param erasedType the type that it has in the entity, which differs where a superclass declares a type variable
 * @param getters the methods that return it to the outside
 * @param setters the methods that replace it from outside
 */
record FieldModel(
        String name,
        TypeName declaredIn,
        String declaredType,
        String erasedType,
        List<AccessorModel> getters,
        List<AccessorModel> setters) {
    FieldModel {
        getters = List.copyOf(getters);
        setters = List.copyOf(setters);
    }
}
