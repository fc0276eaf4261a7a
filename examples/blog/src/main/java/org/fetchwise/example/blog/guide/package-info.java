/**
 * The code of the guide, part by part: what it warns of, what it recommends. Every method is code as an application has it;
 * what it prints is its answer, and code that is meant to say the same prints the same. Posts are always put in order,
 * because the order of rows that nobody asked for is nobody's promise.
 */
@NullMarked
package org.fetchwise.example.blog.guide;

import org.jspecify.annotations.NullMarked;
