package org.fetchwise.processor;

import java.util.List;

/**
 * What one package declares.
 *
 * @param name the package's name
 * @param entities its entities, by name
 * @param querySets its interfaces of custom query methods, by name
 * @param deprecated whether naming one of them makes the compiler warn
 * @param hasGeneratedAnnotation whether generated code may say so: its module reads {@code java.compiler}
 */
record PackageModel(
        String name,
        List<TypeName> entities,
        List<QuerySetModel> querySets,
        boolean deprecated,
        boolean hasGeneratedAnnotation) {
    PackageModel {
        entities = List.copyOf(entities);
        querySets = List.copyOf(querySets);
    }

    TypeName type() {
        return new TypeName(name, "FetchwiseModel");
    }
}
