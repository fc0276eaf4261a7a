package org.fetchwise.meta;

/** An attribute that leads to rows of another entity, or of the same one. */
public sealed interface RelationAttribute extends Attribute permits ToOneAttribute, ToManyAttribute {
    /** {@return the entity that the relation leads to} */
    EntityMeta<?> target();
}
