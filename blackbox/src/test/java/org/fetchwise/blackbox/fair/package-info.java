/** A fair whose stands know what belongs to them, while most of that does not know its stand. */
@NullMarked
package org.fetchwise.blackbox.fair;

import org.jspecify.annotations.NullMarked;
