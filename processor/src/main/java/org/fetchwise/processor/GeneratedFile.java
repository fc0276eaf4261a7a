package org.fetchwise.processor;

/**
 * A source file as it is written.
 *
 * @param type the class that it declares
 * @param text its whole text
 */
record GeneratedFile(TypeName type, String text) {}
