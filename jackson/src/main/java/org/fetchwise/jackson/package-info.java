/**
 * JSON by Jackson 3: with this module beside core, attributes marked {@code @Json} may hold records, maps and lists. A mapper
 * with settings of its own is given to a subclass of {@link org.fetchwise.jackson.JacksonCodec} that is registered instead.
 */
@NullMarked
package org.fetchwise.jackson;

import org.jspecify.annotations.NullMarked;
