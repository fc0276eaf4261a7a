/**
 * Statements of the user's own: their named parameters, and what their rows become. Knows tables and columns only as the text
 * and its result name them.
 */
@NullMarked
package org.fetchwise.raw;

import org.jspecify.annotations.NullMarked;
