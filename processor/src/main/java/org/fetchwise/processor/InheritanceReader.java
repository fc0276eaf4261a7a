package org.fetchwise.processor;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Gives each attribute of a hierarchy an index that is its own among all of them. So the bits of an attribute are the same in
 * every object that has it, whichever its class is, and those of the whole hierarchy fit into one mask.
 */
final class InheritanceReader {
    private final Hierarchy hierarchy;

    /** What the length of the column is where nothing is said. */
    private static final int LENGTH = 31;

    InheritanceReader(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** {@return the place of an entity, its indexes not yet known} */
    InheritanceModel read(TypeElement type) {
        TypeElement parent = Hierarchy.parent(type);
        return new InheritanceModel(
                hierarchy.isJoined() ? "JOINED" : "SINGLE_TABLE",
                hierarchy.literal(type),
                parent == null ? null : TypeName.of(parent),
                hierarchy.below(type).stream().map(TypeName::of).toList(),
                constraint(type),
                Map.of(),
                0,
                0);
    }

    private static ForeignKeyModel constraint(TypeElement type) {
        AnnotationView join = AnnotationView.find(type, Jpa.PRIMARY_KEY_JOIN_COLUMN);
        AnnotationView foreignKey = join == null ? null : join.annotation("foreignKey");
        return foreignKey == null ? ForeignKeyModel.DERIVED : ForeignKeyReader.model(foreignKey);
    }

    /** {@return the column that tells which entity a row is of, with index 0} */
    ColumnModel discriminator() {
        @Nullable AnnotationView given = AnnotationView.find(hierarchy.root(), Jpa.DISCRIMINATOR_COLUMN);
        String type = hierarchy.discriminatorType();
        ColumnType values = switch (type) {
            case "INTEGER" -> ColumnType.of(ValueKind.INTEGER, "Integer");
            case "CHAR" -> ColumnType.of(ValueKind.CHARACTER, "Character");
            default -> ColumnType.of(ValueKind.STRING, "String");
        };
        int length = type.equals("STRING") ? given == null ? LENGTH : given.number("length", LENGTH) : 0;
        Set<Trait> traits = EnumSet.of(Trait.DISCRIMINATOR, Trait.NOT_UPDATABLE);
        if (hierarchy.isComputed()) {
            traits.add(Trait.NOT_INSERTABLE);
        }
        return new ColumnModel(
                0,
                InheritanceModel.TYPE,
                hierarchy.isComputed() ? "" : given == null ? "DTYPE" : given.string("name", "DTYPE"),
                values,
                type.equals("CHAR") ? 1 : length,
                0,
                0,
                null,
                given == null ? null : given.text("columnDefinition"),
                traits,
                null);
    }

    /**
     * {@return an entity whose attributes have the indexes that are theirs in the whole hierarchy}
     *
     * @param entity the entity
     * @param others reads each class of the hierarchy
     */
    EntityModel place(EntityModel entity, Function<TypeElement, EntityModel> others) {
        InheritanceModel inheritance = entity.inheritance();
        if (inheritance == null) {
            return entity;
        }
        Map<TypeElement, EntityModel> models = new LinkedHashMap<>();
        hierarchy.classes().forEach(type -> models.put(type, others.apply(type)));
        Map<TypeElement, Map<String, Integer>> places = new HashMap<>();
        int[] next = {0};
        models.forEach((type, model) -> {
            Map<String, Integer> own = places.computeIfAbsent(type, key -> new HashMap<>(inherited(type, places)));
            model.columns().forEach(column -> own.computeIfAbsent(column.name(), name -> next[0]++));
        });
        int columns = next[0];
        models.forEach((type, model) -> {
            Map<String, Integer> own = places.getOrDefault(type, new HashMap<>());
            own.putAll(inherited(type, places));
            model.relations().forEach(relation -> own.computeIfAbsent(relation.name(), name -> next[0]++));
        });
        Map<String, Integer> own = models.keySet().stream()
                .filter(type -> TypeName.of(type).equals(entity.type()))
                .findFirst()
                .map(places::get)
                .orElse(Map.of());
        long mine = own.values().stream().mapToLong(index -> 1L << index).reduce(0, (one, other) -> one | other);
        long all = columns >= Long.SIZE ? -1L : (1L << columns) - 1;
        return placed(entity, inheritance.placed(own, all & ~mine, next[0]));
    }

    private static Map<String, Integer> inherited(TypeElement type, Map<TypeElement, Map<String, Integer>> places) {
        TypeElement parent = Hierarchy.parent(type);
        return parent == null ? Map.of() : places.getOrDefault(parent, Map.of());
    }

    private static EntityModel placed(EntityModel entity, InheritanceModel inheritance) {
        Map<String, Integer> places = inheritance.places();
        List<ColumnModel> columns = entity.columns().stream()
                .map(column -> column.at(places.getOrDefault(column.name(), column.index())))
                .sorted(Comparator.comparingInt(ColumnModel::index))
                .toList();
        List<RelationModel> relations = entity.relations().stream()
                .map(relation -> relation.at(places.getOrDefault(relation.name(), relation.index())))
                .sorted(Comparator.comparingInt(RelationModel::index))
                .toList();
        return entity.with(columns, relations).inheriting(inheritance);
    }
}
