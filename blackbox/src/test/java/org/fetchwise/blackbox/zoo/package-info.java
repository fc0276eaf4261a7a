/** A zoo whose animals are of several classes in one table. */
@NullMarked
package org.fetchwise.blackbox.zoo;

import org.jspecify.annotations.NullMarked;
