/** The guide's blog: entities, a deterministic data generator, and the scenarios. */
@NullMarked
package org.fetchwise.example.blog;

import org.jspecify.annotations.NullMarked;
