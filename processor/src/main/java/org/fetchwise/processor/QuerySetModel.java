package org.fetchwise.processor;

import org.jspecify.annotations.Nullable;

/**
 * An interface of custom query methods.
 *
 * @param type the interface
 * @param entity the entity whose rows it queries
 * @param scope the method that every queryset begins with, or null for none
 * @param deprecated whether naming it makes the compiler warn
 * @param hasGeneratedAnnotation whether generated code may say so: its module reads {@code java.compiler}
 */
record QuerySetModel(
        TypeName type, TypeName entity, @Nullable String scope, boolean deprecated, boolean hasGeneratedAnnotation) {}
