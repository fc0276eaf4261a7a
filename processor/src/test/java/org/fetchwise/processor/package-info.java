/** Tests of the processor's parts that need no compiler; the whole is tested in the blackbox module. */
@NullMarked
package org.fetchwise.processor;

import org.jspecify.annotations.NullMarked;
