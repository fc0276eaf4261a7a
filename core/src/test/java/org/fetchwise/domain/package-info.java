/** The entities that the tests of this module ask for: authors, their books, and who publishes and reviews them. */
@NullMarked
package org.fetchwise.domain;

import org.jspecify.annotations.NullMarked;
