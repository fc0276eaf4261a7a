/**
 * The annotation processor: it reads entity classes and writes their typed paths, row readers and managed subclasses.
 */
@NullMarked
package org.fetchwise.processor;

import org.jspecify.annotations.NullMarked;
