/**
 * Counts what goes through a data source, in order to check from below what the library says of itself. It is slow and meant
 * for counting, never for measuring time.
 */
@NullMarked
package org.fetchwise.cli.record;

import org.jspecify.annotations.NullMarked;
