package org.fetchwise.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entity as it was read from its class.
 *
 * @param type the class
 * @param table the table's name
 * @param columns the columns, by index
 * @param relations the relations, by index; the indexes go on where those of the columns end
 * @param embedded the objects embedded in its rows, without those within others
 * @param keyClass the class of the keys where several fields make them, or null
 * @param ordering the default ordering
 * @param constraints what the table has beyond its columns
 * @param generation who makes the keys
 * @param traits facts about the class that generated code has to respect
 * @param inheritance its place among the entities that extend each other, or null where it stands alone
 */
record EntityModel(
        TypeName type,
        String table,
        List<ColumnModel> columns,
        List<RelationModel> relations,
        List<EmbeddedModel> embedded,
        @Nullable KeyClassModel keyClass,
        List<OrderTerm> ordering,
        ConstraintsModel constraints,
        GenerationModel generation,
        ClassTraits traits,
        @Nullable InheritanceModel inheritance) {
    EntityModel {
        columns = List.copyOf(columns);
        relations = List.copyOf(relations);
        embedded = List.copyOf(embedded);
        ordering = List.copyOf(ordering);
    }

    /**
     * One term of a default ordering.
     *
     * @param path the attribute's name
     * @param descending whether the greatest comes first
     */
    record OrderTerm(String path, boolean descending) {}

    /**
     * Facts about a class.
     *
     * @param serializable whether it is {@link java.io.Serializable}
     * @param deprecated whether using it, or what it names, makes the compiler warn
     * @param hasGeneratedAnnotation whether generated code may say so: its module reads {@code java.compiler}
     * @param readOnly whether its objects are made whole and managed by nobody
     */
    record ClassTraits(boolean serializable, boolean deprecated, boolean hasGeneratedAnnotation, boolean readOnly) {}

    /** {@return the same entity with other columns and relations} */
    EntityModel with(List<ColumnModel> otherColumns, List<RelationModel> otherRelations) {
        return new EntityModel(
                type,
                table,
                otherColumns,
                otherRelations,
                embedded,
                keyClass,
                ordering,
                constraints,
                generation,
                traits,
                inheritance);
    }

    /** {@return the same entity at a place among those that extend each other} */
    EntityModel inheriting(InheritanceModel place) {
        return new EntityModel(
                type, table, columns, relations, embedded, keyClass, ordering, constraints, generation, traits, place);
    }

    /** {@return how many attributes there are, with those of all entities that extend each other} */
    int attributes() {
        return inheritance == null ? columns.size() + relations.size() : inheritance.width();
    }

    /** {@return whether its class extends that of another entity} */
    boolean extendsEntity() {
        return inheritance != null && inheritance.parent() != null;
    }

    /** {@return whether no object is of this very class} */
    boolean isAbstract() {
        return inheritance != null && inheritance.isAbstract();
    }

    @Nullable
    ColumnModel findColumn(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    RelationModel findRelation(String name) {
        return relations.stream()
                .filter(relation -> relation.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** {@return the mapped fields, those of columns first} */
    Stream<FieldModel> fields() {
        return Stream.of(
                        columns.stream().flatMap(column -> Stream.ofNullable(column.field())),
                        relations.stream().map(RelationModel::field),
                        embedded.stream().map(EmbeddedModel::field))
                .flatMap(all -> all);
    }

    /** {@return the embedded objects at any depth, by position: each behind those within it} */
    List<EmbeddedModel> allEmbedded() {
        return embedded.stream().flatMap(EmbeddedModel::withNested).toList();
    }

    /** {@return the collections whose values stand in tables of their own} */
    List<RelationModel.Elements> elements() {
        return relations.stream()
                .filter(RelationModel.Elements.class::isInstance)
                .map(RelationModel.Elements.class::cast)
                .toList();
    }

    /** {@return the embedded object of a name that is known to exist} */
    EmbeddedModel findEmbedded(String name) {
        return allEmbedded().stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.nestedName() + " embeds no " + name));
    }

    /** {@return the bits of the columns that UPDATE may write} */
    long writableColumns() {
        return columns.stream()
                .filter(column -> !column.is(Trait.KEY) && !column.is(Trait.NOT_UPDATABLE))
                .mapToLong(ColumnModel::bit)
                .reduce(0, (first, second) -> first | second);
    }

    /** {@return the bits of the columns that UPDATE may write and whose fields a class declares} */
    long writableColumnsOf(TypeName declaring) {
        Set<String> names = fields().filter(field -> field.declaredIn().equals(declaring))
                .map(FieldModel::name)
                .collect(Collectors.toSet());
        return columns.stream()
                        .filter(column -> names.contains(column.attribute()))
                        .mapToLong(ColumnModel::bit)
                        .reduce(0, (first, second) -> first | second)
                & writableColumns();
    }

    /** {@return the column of a name that is known to exist} */
    ColumnModel column(String name) {
        ColumnModel found = findColumn(name);
        if (found == null) {
            throw new IllegalArgumentException(type.nestedName() + " has no column " + name);
        }
        return found;
    }

    /** {@return the columns of the key, in their order} */
    List<ColumnModel> key() {
        return columns.stream().filter(column -> column.is(Trait.KEY)).toList();
    }

    /** {@return the columns that are there for a relation only} */
    List<ColumnModel> ownColumns(RelationModel.Owning relation) {
        return columns.stream()
                .filter(column ->
                        column.is(Trait.FOREIGN_KEY) && column.attribute().equals(relation.name()))
                .toList();
    }

    /** {@return the relation that a column of a foreign key is there for} */
    RelationModel.Owning relationOf(ColumnModel column) {
        if (findRelation(column.attribute()) instanceof RelationModel.Owning owning) {
            return owning;
        }
        throw new IllegalArgumentException(column.name() + " is no foreign key");
    }
}
