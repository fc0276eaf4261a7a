/** Tests that use Fetchwise as its customers do, on every database. */
@NullMarked
package org.fetchwise.blackbox;

import org.jspecify.annotations.NullMarked;
