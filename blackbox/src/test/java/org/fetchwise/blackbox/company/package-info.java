/** What grown models have beyond plain fields: attributes that are inherited, embedded, and keys of several columns. */
@NullMarked
package org.fetchwise.blackbox.company;

import org.jspecify.annotations.NullMarked;
