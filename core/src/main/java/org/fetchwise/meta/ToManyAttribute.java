package org.fetchwise.meta;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A relation to any number of rows: the reverse side of a foreign key, or either side of a many-to-many relation. */
public final class ToManyAttribute implements RelationAttribute {
    /** What the field is declared as. */
    public enum Container {
        /** A {@code List}. */
        LIST,
        /** A {@code Set}. */
        SET,
        /** Values by keys, in a table of their own. */
        MAP
    }

    private final int index;
    private final String name;
    private final Supplier<EntityMeta<?>> target;
    private final Container container;
    private final @Nullable LinkTable link;
    private final @Nullable String mappedBy;
    private final List<OrderBy> ordering;
    private final @Nullable String orderColumn;
    private final @Nullable ElementTable elements;
    private final @Nullable OneSidedReference reference;
    private final ToManyAttribute whole;
    private final @Nullable RowCondition condition;

    private ToManyAttribute(
            int index,
            String name,
            Supplier<EntityMeta<?>> target,
            Container container,
            @Nullable LinkTable link,
            @Nullable String mappedBy,
            List<OrderBy> ordering,
            @Nullable String orderColumn,
            @Nullable ElementTable elements,
            @Nullable OneSidedReference reference) {
        this.index = index;
        this.name = name;
        this.target = target;
        this.container = container;
        this.link = link;
        this.mappedBy = mappedBy;
        this.ordering = List.copyOf(ordering);
        this.orderColumn = orderColumn;
        this.elements = elements;
        this.reference = reference;
        this.whole = this;
        this.condition = null;
    }

    private ToManyAttribute(ToManyAttribute whole, RowCondition condition) {
        this.index = whole.index;
        this.name = whole.name;
        this.target = whole.target;
        this.container = whole.container;
        this.link = whole.link;
        this.mappedBy = whole.mappedBy;
        this.ordering = whole.ordering;
        this.orderColumn = whole.orderColumn;
        this.elements = whole.elements;
        this.reference = whole.reference;
        this.whole = whole;
        this.condition = condition;
    }

    /**
     * {@return a many-to-many relation that declares its link table}
     *
     * @param index the position of its state bit
     * @param name the attribute's name
     * @param target gives the target, once all descriptions exist
     * @param container what the field is declared as
     * @param link the link table, seen from this side
     */
    public static ToManyAttribute linked(
            int index, String name, Supplier<EntityMeta<?>> target, Container container, LinkTable link) {
        return new ToManyAttribute(index, name, target, container, link, null, List.of(), null, null, null);
    }

    /**
     * {@return the reverse side of the target's foreign key or of its many-to-many relation}
     *
     * @param index the position of its state bit
     * @param name the attribute's name
     * @param target gives the target, once all descriptions exist
     * @param container what the field is declared as
     * @param mappedBy the name of the target's relation back to this entity
     */
    public static ToManyAttribute mappedBy(
            int index, String name, Supplier<EntityMeta<?>> target, Container container, String mappedBy) {
        return new ToManyAttribute(index, name, target, container, null, mappedBy, List.of(), null, null, null);
    }

    /**
     * {@return a relation that itself declares the columns of the target's table by which rows refer to their owner}
     *
     * @param index the position of its state bit
     * @param name the attribute's name
     * @param target gives the target, once all descriptions exist
     * @param container what the field is declared as
     * @param owner gives the entity that has the relation, once all descriptions exist
     * @param columns the columns
     */
    public static ToManyAttribute joined(
            int index,
            String name,
            Supplier<EntityMeta<?>> target,
            Container container,
            Supplier<EntityMeta<?>> owner,
            JoinColumns columns) {
        return new ToManyAttribute(
                index,
                name,
                target,
                container,
                null,
                null,
                List.of(),
                null,
                null,
                new OneSidedReference(owner, target, columns));
    }

    /**
     * {@return a collection of values, each of which stands in a row of a table of its own}
     *
     * @param index the position of its state bit
     * @param name the attribute's name
     * @param owner gives the entity that has the collection, once all descriptions exist
     * @param container what the field is declared as
     * @param table the table
     */
    public static ToManyAttribute elements(
            int index, String name, Supplier<EntityMeta<?>> owner, Container container, ElementTable table) {
        return new ToManyAttribute(
                index,
                name,
                new ElementMeta(table, owner),
                container,
                null,
                ElementAccess.OWNER,
                List.of(),
                null,
                table,
                null);
    }

    /** The description of the rows of a table of elements, made when it is first asked for. */
    private static final class ElementMeta implements Supplier<EntityMeta<?>> {
        private final ElementTable table;
        private final Supplier<EntityMeta<?>> owner;
        private volatile @Nullable EntityMeta<?> made;

        ElementMeta(ElementTable table, Supplier<EntityMeta<?>> owner) {
            this.table = table;
            this.owner = owner;
        }

        /** Descriptions are compared by identity, so that there may be but one. */
        @Override
        public EntityMeta<?> get() {
            EntityMeta<?> meta = made;
            return meta == null ? make() : meta;
        }

        private synchronized EntityMeta<?> make() {
            EntityMeta<?> meta = made;
            if (meta == null) {
                meta = new ElementAccess(table, owner.get()).meta();
                made = meta;
            }
            return meta;
        }
    }

    /**
     * {@return the same relation, its rows in an order of its own}
     *
     * @param order the order, which replaces the default one of the target
     */
    public ToManyAttribute orderedBy(List<OrderBy> order) {
        return new ToManyAttribute(
                index, name, target, container, link, mappedBy, order, orderColumn, elements, reference);
    }

    /**
     * {@return the same relation, its rows in the order of a column that is no attribute}
     *
     * @param column the column's name, unquoted: in the link table where there is one, else in the target's table
     */
    public ToManyAttribute orderedByColumn(String column) {
        return new ToManyAttribute(
                index, name, target, container, link, mappedBy, ordering, column, elements, reference);
    }

    /**
     * {@return the same relation, to those of its rows only that fulfil a condition; equal to every other of the same condition}
     *
     * @param chosen the condition, instead of any other
     */
    public ToManyAttribute filtered(RowCondition chosen) {
        return new ToManyAttribute(whole, chosen);
    }

    /** {@return the condition that its rows fulfil; null where it leads to all} */
    public @Nullable RowCondition condition() {
        return condition;
    }

    /** {@return the order of the rows; empty where it is the default one of the target} */
    public List<OrderBy> ordering() {
        return ordering;
    }

    /** {@return the column that keeps the positions of the rows, counted from 0; null where there is none} */
    public @Nullable String orderColumn() {
        return orderColumn;
    }

    /** {@return the table of the values, where they are no rows of an entity; else null} */
    public @Nullable ElementTable elements() {
        return elements;
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

    /** {@return what the field is declared as} */
    public Container container() {
        return container;
    }

    /**
     * {@return the target's relation back to this entity: null where this side declares the link table} Where {@link #isOneSided()}
     * it is no attribute of the target.
     */
    public @Nullable RelationAttribute inverse() {
        if (reference != null) {
            return reference.get();
        }
        return mappedBy == null ? null : target().relation(mappedBy);
    }

    /** {@return whether rows refer to their owner by columns that no relation of theirs stands for} */
    public boolean isOneSided() {
        return reference != null && reference.get().index() == OneSidedReference.INDEX;
    }

    /** {@return how rows refer to their owner, where this side declares the columns} */
    public ToOneAttribute reference() {
        if (reference == null) {
            throw new IllegalStateException(name + " declares no columns of its target");
        }
        return reference.get();
    }

    /** {@return whether this side declares the columns by which rows refer to their owner} */
    public boolean isJoined() {
        return reference != null;
    }

    /** {@return the link table seen from this side: null for the reverse side of a foreign key} */
    public @Nullable LinkTable link() {
        if (link != null) {
            return link;
        }
        return inverse() instanceof ToManyAttribute other && other.link != null ? other.link.reversed() : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ToManyAttribute that
                && that.whole == whole
                && Objects.equals(that.condition, condition);
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(whole) + Objects.hashCode(condition);
    }

    @Override
    public String toString() {
        return condition == null ? name : name + ".filtered(" + condition + ")";
    }
}
