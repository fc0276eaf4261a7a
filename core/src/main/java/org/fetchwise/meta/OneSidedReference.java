package org.fetchwise.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a relation refer to their owner where the relation declares the columns: by a relation of the target that has
 * the same columns, or by one that is no attribute of anything. Found when it is first asked for, by when all descriptions exist.
 */
final class OneSidedReference {
    /** The index of what is no attribute: no entity has so many. */
    static final int INDEX = Long.SIZE - 1;

    private final Supplier<EntityMeta<?>> owner;
    private final Supplier<EntityMeta<?>> target;
    private final JoinColumns join;
    private volatile @Nullable ToOneAttribute found;

    OneSidedReference(Supplier<EntityMeta<?>> owner, Supplier<EntityMeta<?>> target, JoinColumns join) {
        this.owner = owner;
        this.target = target;
        this.join = join;
    }

    /** Attributes are compared by identity, so that there may be but one. */
    ToOneAttribute get() {
        ToOneAttribute known = found;
        return known == null ? make() : known;
    }

    private synchronized ToOneAttribute make() {
        ToOneAttribute known = found;
        if (known == null) {
            ToOneAttribute own = ofTarget();
            known = own == null ? hidden() : own;
            found = known;
        }
        return known;
    }

    private @Nullable ToOneAttribute ofTarget() {
        for (RelationAttribute relation : target.get().relations()) {
            if (relation instanceof ToOneAttribute toOne
                    && toOne.isOwning()
                    && toOne.foreignKey().names().equals(join.columns())
                    && toOne.target().root() == owner.get().root()) {
                return toOne;
            }
        }
        return null;
    }

    private ToOneAttribute hidden() {
        KeyColumns key = owner.get().key();
        List<ColumnAttribute> columns = new ArrayList<>(key.columns().size());
        for (int part = 0; part < key.columns().size(); part++) {
            columns.add(column(join.columns().get(part), key.columns().get(part)));
        }
        String name = String.join("_", join.columns());
        ToOneAttribute reference = key.isValue()
                ? ToOneAttribute.owning(INDEX, name, owner, columns.getFirst(), false, join.deleteRule())
                : ToOneAttribute.owning(INDEX, name, owner, columns, false, join.deleteRule());
        return reference.guardedBy(join.constraint());
    }

    /** The target may have an attribute for a column, without a relation being made of it. */
    private ColumnAttribute column(String name, ColumnAttribute key) {
        for (ColumnAttribute own : target.get().columns()) {
            if (own.column().equals(name) && own.type().storage() == key.type().storage()) {
                return own;
            }
        }
        ColumnAttribute.Trait[] traits = join.nullable()
                ? new ColumnAttribute.Trait[] {ColumnAttribute.Trait.FOREIGN_KEY, ColumnAttribute.Trait.NULLABLE}
                : new ColumnAttribute.Trait[] {ColumnAttribute.Trait.FOREIGN_KEY};
        return new ColumnAttribute(
                INDEX, name, name, key.type(), key.length(), key.precision(), key.scale(), null, traits);
    }
}
