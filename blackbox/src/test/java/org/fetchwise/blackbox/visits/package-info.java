/** What is told of itself while it is created, changed, read and deleted. */
@NullMarked
package org.fetchwise.blackbox.visits;

import org.jspecify.annotations.NullMarked;
