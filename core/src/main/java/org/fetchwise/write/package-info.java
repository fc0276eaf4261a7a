/**
 * What to write, and in which order. {@link org.fetchwise.write.WriteRunner} changes the rows of queries;
 * {@link org.fetchwise.write.Deletion} finds what goes with deleted rows, by the rules of the relations that lead to them
 * ({@link org.fetchwise.write.References}).
 */
@NullMarked
package org.fetchwise.write;

import org.jspecify.annotations.NullMarked;
