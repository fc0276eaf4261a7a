/**
 * Cases of the corpus once more, as a user would write them: with typed paths. Each must build the very query that the
 * interpreter builds from the case, and give the same answer.
 */
@NullMarked
package org.fetchwise.conformance.twin;

import org.jspecify.annotations.NullMarked;
