package org.fetchwise.meta;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The place of an entity among those whose classes extend each other. Every attribute of such a hierarchy has an index that is its
 * own among all of them, so that the bits of an attribute are the same in every object that has it. Immutable.
 */
public final class Inheritance {
    /** How the rows of a hierarchy are kept. */
    public enum Strategy {
        /** All in the table of the root; columns of other classes are NULL. */
        SINGLE_TABLE,
        /** The attributes of each class in a table of its own, joined by the key. */
        JOINED
    }

    private final Strategy strategy;
    private final ColumnAttribute discriminator;
    private final @Nullable Object value;
    private final @Nullable Supplier<EntityMeta<?>> parent;
    private final Supplier<List<EntityMeta<?>>> children;
    private final ForeignKeyConstraint constraint;

    private Inheritance(
            Strategy strategy,
            ColumnAttribute discriminator,
            @Nullable Object value,
            @Nullable Supplier<EntityMeta<?>> parent,
            Supplier<List<EntityMeta<?>>> children,
            ForeignKeyConstraint constraint) {
        this.strategy = strategy;
        this.discriminator = discriminator;
        this.value = value;
        this.parent = parent;
        this.children = children;
        this.constraint = constraint;
    }

    /**
     * {@return a place in a hierarchy whose rows stand in one table}
     *
     * @param discriminator the attribute that tells the class of a row
     * @param value what it holds in the rows of this very class, null where the class is abstract
     * @param parent gives the entity above once all descriptions exist, null at the root
     * @param children gives the entities directly below
     */
    public static Inheritance singleTable(
            ColumnAttribute discriminator,
            @Nullable Object value,
            @Nullable Supplier<EntityMeta<?>> parent,
            Supplier<List<EntityMeta<?>>> children) {
        return new Inheritance(
                Strategy.SINGLE_TABLE, discriminator, value, parent, children, ForeignKeyConstraint.DERIVED);
    }

    /**
     * {@return a place in a hierarchy whose entities have a table each for the attributes that they add, and the key}
     *
     * @param discriminator the attribute that tells the class of a row; without a name for its column, the tables tell it that have
     *     the row
     * @param value what it holds in the rows of this very class, null where the class is abstract
     * @param parent gives the entity above once all descriptions exist, null at the root
     * @param children gives the entities directly below
     */
    public static Inheritance joined(
            ColumnAttribute discriminator,
            @Nullable Object value,
            @Nullable Supplier<EntityMeta<?>> parent,
            Supplier<List<EntityMeta<?>>> children) {
        return new Inheritance(Strategy.JOINED, discriminator, value, parent, children, ForeignKeyConstraint.DERIVED);
    }

    /**
     * {@return the same place with another constraint}
     *
     * @param other what guards that each row has one in the table of the entity above
     */
    public Inheritance guardedBy(ForeignKeyConstraint other) {
        return new Inheritance(strategy, discriminator, value, parent, children, other);
    }

    /** {@return what guards that each row has one in the table of the entity above, where each entity has a table} */
    public ForeignKeyConstraint constraint() {
        return constraint;
    }

    /** {@return whether no column holds the discriminator, so that the tables tell it that have the row} */
    public boolean isComputed() {
        return discriminator.column().isEmpty();
    }

    /** {@return how the rows of the hierarchy are kept} */
    public Strategy strategy() {
        return strategy;
    }

    /** {@return the attribute that tells the class of a row, as this entity has it} */
    public ColumnAttribute discriminator() {
        return discriminator;
    }

    /** {@return what the discriminator holds in the rows of this very class, null where the class is abstract} */
    public @Nullable Object value() {
        return value;
    }

    /** {@return the entity above, null at the root} */
    public @Nullable EntityMeta<?> parent() {
        return parent == null ? null : parent.get();
    }

    /** {@return the entities directly below} */
    public List<EntityMeta<?>> children() {
        return children.get();
    }
}
