/** What the processor writes and says, seen through the compiler. */
@NullMarked
package org.fetchwise.blackbox.processor;

import org.jspecify.annotations.NullMarked;
