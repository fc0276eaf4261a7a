/** What holds of core as a whole: which package may know which, and what no class does. */
@NullMarked
package org.fetchwise.architecture;

import org.jspecify.annotations.NullMarked;
