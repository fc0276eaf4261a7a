/** What must not compile, and what the compiler says then; and what must, without a warning. */
@NullMarked
package org.fetchwise.misuse;

import org.jspecify.annotations.NullMarked;
