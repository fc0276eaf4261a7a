/**
 * From rows to objects, and from objects to more rows. {@link org.fetchwise.hydrate.QueryRunner} runs a query; a
 * {@code Hydration} turns its rows into objects, of which one stands for one row of one table throughout an
 * {@code Evaluation}; a {@code PeerGroup} loads for all objects of an evaluation what is touched on one of them.
 */
@NullMarked
package org.fetchwise.hydrate;

import org.jspecify.annotations.NullMarked;
