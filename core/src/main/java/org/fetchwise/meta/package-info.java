/**
 * What generated classes are made of: the description of an entity ({@link org.fetchwise.meta.EntityMeta} and its
 * attributes), the contract of the managed subclass ({@link org.fetchwise.meta.Managed}), and the two doors through which
 * values pass between the driver and an object ({@link org.fetchwise.meta.RowReader},
 * {@link org.fetchwise.meta.ParameterWriter}). Users meet these types in generated source only.
 */
@NullMarked
package org.fetchwise.meta;

import org.jspecify.annotations.NullMarked;
