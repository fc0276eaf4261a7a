/** The guide's blog: entities, their querysets, and a deterministic generator of rows. */
@NullMarked
package org.fetchwise.example.blog;

import org.jspecify.annotations.NullMarked;
