/**
 * What {@code jakarta.persistence} has no word for: rules of deletion, default orderings, JSON columns, defaults that the
 * library supplies, and values that must never be shown. The processor reads these annotations from the source; nothing
 * looks at them at run time.
 */
@NullMarked
package org.fetchwise.annotation;

import org.jspecify.annotations.NullMarked;
