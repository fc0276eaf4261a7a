package org.fetchwise.meta;

import java.util.List;
import java.util.function.Supplier;
import org.fetchwise.annotation.DeleteRule;
import org.jspecify.annotations.Nullable;

/**
 * A relation to at most one row: a foreign key of this entity's table, or the reverse side of a one-to-one relation whose
 * foreign key stands in the target's table.
 */
public final class ToOneAttribute implements RelationAttribute {
    private final int index;
    private final String name;
    private final Supplier<EntityMeta<?>> target;
    private final @Nullable KeyColumns foreignKey;
    private final @Nullable String mappedBy;
    private final boolean nullable;
    private final boolean single;
    private final DeleteRule deleteRule;
    private final ForeignKeyConstraint constraint;

    private ToOneAttribute(
            int index,
            String name,
            Supplier<EntityMeta<?>> target,
            @Nullable KeyColumns foreignKey,
            @Nullable String mappedBy,
            boolean nullable,
            boolean single,
            DeleteRule deleteRule,
            ForeignKeyConstraint constraint) {
        this.index = index;
        this.name = name;
        this.target = target;
        this.foreignKey = foreignKey;
        this.mappedBy = mappedBy;
        this.nullable = nullable;
        this.single = single;
        this.deleteRule = deleteRule;
        this.constraint = constraint;
    }

    /**
     * {@return a relation whose foreign key stands in this entity's table}
     *
     * @param index the position of its state bit
     * @param name the attribute's name
     * @param target gives the target, once all descriptions exist
     * @param foreignKey the column that holds the target's key
     * @param single whether it is one-to-one
     * @param deleteRule what happens here when the target row is deleted
     */
    public static ToOneAttribute owning(
            int index,
            String name,
            Supplier<EntityMeta<?>> target,
            ColumnAttribute foreignKey,
            boolean single,
            DeleteRule deleteRule) {
        return owning(index, name, target, KeyColumns.of(foreignKey), single, deleteRule);
    }

    /**
     * {@return a relation to an entity whose key is made of columns; as many of this entity's table refer to it}
     *
     * @param index the position of its state bit
     * @param name the attribute's name
     * @param target gives the target, once all descriptions exist
     * @param foreignKey the columns that hold the target's key, in the order of the key's own
     * @param single whether it is one-to-one
     * @param deleteRule what happens here when the target row is deleted
     */
    public static ToOneAttribute owning(
            int index,
            String name,
            Supplier<EntityMeta<?>> target,
            List<ColumnAttribute> foreignKey,
            boolean single,
            DeleteRule deleteRule) {
        KeyColumns columns = KeyColumns.of(foreignKey, () -> target.get().key().type());
        return owning(index, name, target, columns, single, deleteRule);
    }

    private static ToOneAttribute owning(
            int index,
            String name,
            Supplier<EntityMeta<?>> target,
            KeyColumns foreignKey,
            boolean single,
            DeleteRule deleteRule) {
        return new ToOneAttribute(
                index,
                name,
                target,
                foreignKey,
                null,
                foreignKey.isNullable(),
                single,
                deleteRule,
                ForeignKeyConstraint.DERIVED);
    }

    /**
     * {@return the reverse side of a one-to-one relation}
     *
     * @param index the position of its state bit
     * @param name the attribute's name
     * @param target gives the target, once all descriptions exist
     * @param mappedBy the name of the target's one-to-one relation back to this entity
     */
    public static ToOneAttribute reverse(int index, String name, Supplier<EntityMeta<?>> target, String mappedBy) {
        return new ToOneAttribute(
                index, name, target, null, mappedBy, true, true, DeleteRule.DO_NOTHING, ForeignKeyConstraint.DERIVED);
    }

    /**
     * {@return the same relation with another constraint}
     *
     * @param other what guards its foreign key
     */
    public ToOneAttribute guardedBy(ForeignKeyConstraint other) {
        return new ToOneAttribute(index, name, target, foreignKey, mappedBy, nullable, single, deleteRule, other);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public EntityMeta<?> target() {
        return target.get();
    }

    /** {@return whether the foreign key stands in this entity's table} */
    public boolean isOwning() {
        return foreignKey != null;
    }

    /** {@return the columns that hold the target's key; only of an owning relation} */
    public KeyColumns foreignKey() {
        if (foreignKey == null) {
            throw new IllegalStateException(name + " is the reverse side of a one-to-one relation");
        }
        return foreignKey;
    }

    /** {@return the target's relation back to this entity; only of a reverse relation} */
    public ToOneAttribute mappedBy() {
        if (mappedBy == null) {
            throw new IllegalStateException(name + " is no reverse side");
        }
        return (ToOneAttribute) target().relation(mappedBy);
    }

    /** {@return whether there may be no row at the other end} */
    public boolean isNullable() {
        return nullable;
    }

    /** {@return whether it is one-to-one} */
    public boolean isSingle() {
        return single;
    }

    /** {@return what happens to a row of this entity when the target row is deleted} */
    public DeleteRule deleteRule() {
        return deleteRule;
    }

    /** {@return what guards its foreign key} */
    public ForeignKeyConstraint constraint() {
        return constraint;
    }

    @Override
    public String toString() {
        return name;
    }
}
