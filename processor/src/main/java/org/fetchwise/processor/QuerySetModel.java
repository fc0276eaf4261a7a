package org.fetchwise.processor;

/**
 * An interface of custom query methods.
 *
 * @param type the interface
 * @param entity the entity whose rows it queries
 * @param deprecated whether naming it makes the compiler warn
 * @param hasGeneratedAnnotation whether generated code may say so: its module reads {@code java.compiler}
 */
record QuerySetModel(TypeName type, TypeName entity, boolean deprecated, boolean hasGeneratedAnnotation) {}
