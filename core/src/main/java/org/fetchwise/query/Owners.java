package org.fetchwise.query;

import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.meta.ValueType;

/**
 * The restriction of a query to the rows that a relation leads to from certain owners. Each row comes with a mark that tells its
 * owner, and a slice is taken for each owner by itself.
 *
 * @param owner the entity that has the relation
 * @param relation the relation
 * @param keys the owners' keys; the foreign keys where the relation's foreign key stands in the owners' own table
 */
public record Owners(EntityMeta<?> owner, RelationAttribute relation, Term.Values keys) {
    /** {@return the type of the keys} */
    public ValueType<?> keyType() {
        return relation instanceof ToOneAttribute toOne && toOne.isOwning()
                ? relation.target().key().type()
                : owner.key().type();
    }

    /**
     * {@return whether the mark is the position of the owner's key in the list, counted from 1, and not the key itself} Whole
     * numbers are equal in the database just if they are in Java. What makes two texts equal, the database's collation alone
     * knows, and other types have values that can be written in several ways.
     */
    public boolean isByPosition() {
        return !isOne() && !keyType().isWholeNumber();
    }

    /** {@return whether there is just one owner} */
    public boolean isOne() {
        return keys instanceof Term.OneOf || keys instanceof Term.OneRow;
    }

    /** {@return the type of the mark} */
    public ValueType<?> markType() {
        return isByPosition() ? ValueType.LONG : keyType();
    }
}
