/** Tests of the checks by Jakarta Validation. */
@NullMarked
package org.fetchwise.validation;

import org.jspecify.annotations.NullMarked;
