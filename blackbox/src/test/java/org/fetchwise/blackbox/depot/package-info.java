/** A depot whose rows have keys of several columns, of relations, and relations that share them. */
@NullMarked
package org.fetchwise.blackbox.depot;

import org.jspecify.annotations.NullMarked;
