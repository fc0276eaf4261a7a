/** Entities whose tables stand in a schema of their own. */
@NullMarked
package org.fetchwise.blackbox.vault;

import org.jspecify.annotations.NullMarked;
