/** The domain of the tests: a library with authors, books, tags and publishers, and an entity with every type of attribute. */
@NullMarked
package org.fetchwise.blackbox.library;

import org.jspecify.annotations.NullMarked;
