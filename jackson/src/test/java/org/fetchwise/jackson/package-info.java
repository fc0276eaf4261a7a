@NullMarked
package org.fetchwise.jackson;

import org.jspecify.annotations.NullMarked;
