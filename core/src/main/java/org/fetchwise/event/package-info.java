/**
 * What listeners are told of writes. A {@link org.fetchwise.event.Change} says what was done to rows of one entity: one object was
 * {@link org.fetchwise.event.Saved saved} or {@link org.fetchwise.event.Removed removed}, {@link org.fetchwise.event.BulkChange many
 * rows} were written at once, or {@link org.fetchwise.event.LinksChange link rows} of a many-to-many relation were.
 */
@NullMarked
package org.fetchwise.event;

import org.jspecify.annotations.NullMarked;
