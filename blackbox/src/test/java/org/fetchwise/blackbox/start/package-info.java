/** The first program of the manual: two entities, one repository. */
@NullMarked
package org.fetchwise.blackbox.start;

import org.jspecify.annotations.NullMarked;
