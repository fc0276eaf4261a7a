package org.fetchwise.processor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A relation of an entity, by the side on which its foreign key or link table is declared. */
sealed interface RelationModel {
    /** {@return the position of its state bit} */
    int index();

    /** {@return the field that holds it} */
    FieldModel field();

    /** {@return the entity that it leads to} */
    TypeName target();

    /** {@return the same relation with another bit} */
    RelationModel at(int position);

    /** {@return the attribute's name} */
    default String name() {
        return field().name();
    }

    /** {@return whether it leads to any number of rows} */
    default boolean isMany() {
        return switch (this) {
            case Owning owning -> false;
            case Reverse reverse -> false;
            case Mapped mapped -> true;
            case Joined joined -> true;
            case Linked linked -> true;
            case Elements elements -> true;
        };
    }

    /**
     * A to-one relation whose foreign key stands in this entity's table.
     *
     * @param foreignKey the names of the columns' attributes, in the order of the target's key
     * @param composed whether the target's key is an object made of columns
     * @param single whether it is one-to-one
     * @param deleteRule the constant of core's {@code DeleteRule}
     * @param constraint what guards it
     */
    record Owning(
            int index,
            FieldModel field,
            TypeName target,
            List<String> foreignKey,
            boolean composed,
            boolean single,
            String deleteRule,
            ForeignKeyModel constraint)
            implements RelationModel {
        public Owning {
            foreignKey = List.copyOf(foreignKey);
        }

        @Override
        public RelationModel at(int position) {
            return new Owning(position, field, target, foreignKey, composed, single, deleteRule, constraint);
        }

        /** {@return the same relation over other columns} */
        Owning over(List<String> columns) {
            return new Owning(index, field, target, columns, composed, single, deleteRule, constraint);
        }
    }

    /**
     * The reverse side of a one-to-one relation.
     *
     * @param mappedBy the target's relation back to this entity
     */
    record Reverse(int index, FieldModel field, TypeName target, String mappedBy) implements RelationModel {
        @Override
        public RelationModel at(int position) {
            return new Reverse(position, field, target, mappedBy);
        }
    }

    /**
     * The reverse side of a foreign key or of a many-to-many relation.
     *
     * @param container the constant of core's {@code ToManyAttribute.Container}
     * @param mappedBy the target's relation back to this entity
     * @param order the order of its rows
     */
    record Mapped(
            int index, FieldModel field, TypeName target, String container, String mappedBy, CollectionOrder order)
            implements RelationModel {
        @Override
        public RelationModel at(int position) {
            return new Mapped(position, field, target, container, mappedBy, order);
        }
    }

    /**
     * A one-to-many relation that itself declares the columns by which the rows refer to their owner.
     *
     * @param container the constant of core's {@code ToManyAttribute.Container}
     * @param columns the columns of the target's table with this entity's key
     * @param nullable whether there may be rows without an owner
     * @param deleteRule the constant of core's {@code DeleteRule}
     * @param constraint what guards the references
     * @param order the order of its rows
     */
    record Joined(
            int index,
            FieldModel field,
            TypeName target,
            String container,
            List<String> columns,
            boolean nullable,
            String deleteRule,
            ForeignKeyModel constraint,
            CollectionOrder order)
            implements RelationModel {
        public Joined {
            columns = List.copyOf(columns);
        }

        @Override
        public RelationModel at(int position) {
            return new Joined(position, field, target, container, columns, nullable, deleteRule, constraint, order);
        }
    }

    /**
     * A collection of values, which stand in a table of their own.
     *
     * @param target the entity that has the collection: its values are no entities
     * @param container the constant of core's {@code ToManyAttribute.Container}
     * @param table the table
     * @param ownerColumns its columns with this entity's key
     * @param columns the columns of a value; their indexes follow those of the key
     * @param object the embedded object that they hold, or null where a value takes one column
     * @param key the attribute of the keys of a map, that of the last of the columns; null where there is no map
     * @param constraint what guards the references to the owners
     * @param order the order of its rows
     */
    record Elements(
            int index,
            FieldModel field,
            TypeName target,
            String container,
            String table,
            List<String> ownerColumns,
            List<ColumnModel> columns,
            @Nullable EmbeddedModel object,
            @Nullable String key,
            ForeignKeyModel constraint,
            CollectionOrder order)
            implements RelationModel {
        public Elements {
            ownerColumns = List.copyOf(ownerColumns);
            columns = List.copyOf(columns);
        }

        @Override
        public RelationModel at(int position) {
            return new Elements(
                    position, field, target, container, table, ownerColumns, columns, object, key, constraint, order);
        }

        /** {@return the embedded objects of a value at any depth: each behind those within it} */
        List<EmbeddedModel> allEmbedded() {
            return object == null ? List.of() : object.withNested().toList();
        }

        /** {@return the rows of the table as an entity with nothing but the columns of a value} */
        EntityModel rows(EntityModel owner) {
            return new EntityModel(
                    owner.type(),
                    table,
                    columns,
                    List.of(),
                    object == null ? List.of() : List.of(object),
                    null,
                    List.of(),
                    owner.constraints(),
                    owner.generation(),
                    owner.traits(),
                    null);
        }
    }

    /**
     * A many-to-many relation that declares its link table.
     *
     * @param container the constant of core's {@code ToManyAttribute.Container}
     * @param table the link table
     * @param ownerColumns its columns with this entity's key
     * @param targetColumns its columns with the target's key
     * @param ownerConstraint what guards the references to this entity
     * @param targetConstraint what guards the references to the target
     * @param order the order of its rows
     */
    record Linked(
            int index,
            FieldModel field,
            TypeName target,
            String container,
            String table,
            List<String> ownerColumns,
            List<String> targetColumns,
            ForeignKeyModel ownerConstraint,
            ForeignKeyModel targetConstraint,
            CollectionOrder order)
            implements RelationModel {
        public Linked {
            ownerColumns = List.copyOf(ownerColumns);
            targetColumns = List.copyOf(targetColumns);
        }

        @Override
        public RelationModel at(int position) {
            return new Linked(
                    position,
                    field,
                    target,
                    container,
                    table,
                    ownerColumns,
                    targetColumns,
                    ownerConstraint,
                    targetConstraint,
                    order);
        }
    }
}
