/** Pieces that are played in concerts: a link table whose rows have more than their two ends. */
@NullMarked
package org.fetchwise.blackbox.concert;

import org.jspecify.annotations.NullMarked;
