package org.fetchwise.query;

import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;

/**
 * The restriction of a query to the rows that a relation leads to from certain owners. Each row comes with its owner's key,
 * and a slice is taken for each owner by itself.
 *
 * @param owner the entity that has the relation
 * @param relation the relation: to-many, or the reverse side of a one-to-one
 * @param keys the owners' keys
 */
public record Owners(EntityMeta<?> owner, RelationAttribute relation, Term.Values keys) {}
