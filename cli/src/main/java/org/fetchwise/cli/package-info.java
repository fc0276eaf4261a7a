/** The command line behind {@code ./fetchwise}. */
@NullMarked
package org.fetchwise.cli;

import org.jspecify.annotations.NullMarked;
