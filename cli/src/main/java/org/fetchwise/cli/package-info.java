/** The command line behind {@code ./fetchwise}; {@link org.fetchwise.cli.Main} is where it begins. */
@NullMarked
package org.fetchwise.cli;

import org.jspecify.annotations.NullMarked;
