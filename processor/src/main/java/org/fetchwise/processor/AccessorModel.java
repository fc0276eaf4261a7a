package org.fetchwise.processor;

/**
 * A getter or setter that the managed subclass overrides.
 *
 * @param name the method's name
 * @param access the access modifier followed by a space, or empty
 * @param annotation the annotation of the declaration that says that the result may be null, as text with a space, or
 *     empty
 * @param returnType the type of the result as text
 * @param parameterType the type of the parameter as text, empty for a getter
 * @param thrown the throws clause with a leading space, or empty
 */
record AccessorModel(
        String name, String access, String annotation, String returnType, String parameterType, String thrown) {}
