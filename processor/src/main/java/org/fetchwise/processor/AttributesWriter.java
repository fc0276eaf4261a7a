package org.fetchwise.processor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the constants that describe the attributes of an entity: its columns, relations and embedded objects. */
final class AttributesWriter {
    private final EntityModel entity;
    private final Names names;
    private final Map<String, String> constants;

    private AttributesWriter(EntityModel entity, Names names) {
        this.entity = entity;
        this.names = names;
        this.constants = Names.constants(entity);
    }

    /** {@return the constants, each after those that it names} */
    static String write(EntityModel entity, Names names) {
        AttributesWriter writer = new AttributesWriter(entity, names);
        return writer.definedTypes() + writer.columns() + writer.relations() + writer.embedded();
    }

    /** {@return the constant that describes an attribute} */
    private String constant(String attribute) {
        return Objects.requireNonNull(constants.get(attribute));
    }

    /** {@return the types that no constant of the library stands for} */
    private String definedTypes() {
        return allColumns()
                .filter(column -> column.type().isDefined())
                .map(column -> "    static final ${ValueType}<%s> %s_TYPE = %s;\n"
                        .formatted(
                                column.type().full(),
                                constant(column.name()),
                                column.type().definition()))
                .collect(Collectors.joining());
    }

    /** {@return the columns of the entity's table, then those of its collections of values} */
    private Stream<ColumnModel> allColumns() {
        return Stream.concat(
                entity.columns().stream(), entity.elements().stream().flatMap(elements -> elements.columns().stream()));
    }

    private String columns() {
        return allColumns().map(this::column).collect(Collectors.joining());
    }

    private String column(ColumnModel column) {
        String constant = constant(column.name());
        Stream<String> arguments = Stream.of(
                Integer.toString(column.index()),
                Names.literal(column.name()),
                Names.literal(column.column()),
                column.type().isDefined()
                        ? constant + "_TYPE"
                        : "${ValueType}." + column.type().kind().constant(),
                Integer.toString(column.length()),
                Integer.toString(column.precision()),
                Integer.toString(column.scale()),
                column.defaultValue() == null ? "null" : Names.literal(column.defaultValue()));
        Stream<String> traits = column.traits().stream().map(trait -> "${Trait}." + trait);
        return "    static final ${ColumnAttribute} %s = new ${ColumnAttribute}(%s)%s;\n"
                .formatted(
                        constant,
                        Stream.concat(arguments, traits).collect(Collectors.joining(", ")),
                        column.definition() == null ? "" : ".definedAs(" + Names.literal(column.definition()) + ")");
    }

    private String relations() {
        return entity.relations().stream().map(this::relation).collect(Collectors.joining());
    }

    private String relation(RelationModel relation) {
        return switch (relation) {
            case RelationModel.Owning owning ->
                relation(
                        owning,
                        "ToOneAttribute",
                        "owning",
                        foreignKey(owning),
                        Boolean.toString(owning.single()),
                        "${DeleteRule}." + owning.deleteRule());
            case RelationModel.Reverse reverse ->
                relation(reverse, "ToOneAttribute", "reverse", Names.literal(reverse.mappedBy()));
            case RelationModel.Mapped mapped ->
                relation(
                        mapped,
                        "ToManyAttribute",
                        "mappedBy",
                        "${Container}." + mapped.container(),
                        Names.literal(mapped.mappedBy()));
            case RelationModel.Elements elements -> elements(elements);
            case RelationModel.Joined joined ->
                relation(
                        joined,
                        "ToManyAttribute",
                        "joined",
                        "${Container}." + joined.container(),
                        "() -> " + names.path(entity.type()) + ".META",
                        "new ${JoinColumns}(%s, %s, ${DeleteRule}.%s)%s"
                                .formatted(
                                        list(joined.columns()),
                                        joined.nullable(),
                                        joined.deleteRule(),
                                        guardedBy(joined.constraint())));
            case RelationModel.Linked linked ->
                relation(
                        linked,
                        "ToManyAttribute",
                        "linked",
                        "${Container}." + linked.container(),
                        "new ${LinkTable}(%s, %s, %s)%s"
                                .formatted(
                                        Names.literal(linked.table()),
                                        list(linked.ownerColumns()),
                                        list(linked.targetColumns()),
                                        guardedBy(linked.ownerConstraint(), linked.targetConstraint())));
        };
    }

    private String elements(RelationModel.Elements elements) {
        String table = "new ${ElementTable}(%s, %s, %s, ${List}.of(%s), %s%s)%s"
                .formatted(
                        Names.literal(entity.type().simpleName() + "." + elements.name()),
                        Names.literal(elements.table()),
                        list(elements.ownerColumns()),
                        elements.columns().stream()
                                .map(column -> constant(column.name()))
                                .collect(Collectors.joining(", ")),
                        elements.object() == null
                                ? "null"
                                : constant(elements.object().name()),
                        elements.key() == null ? "" : ", " + constant(elements.key()),
                        guardedBy(elements.constraint()));
        return elements.allEmbedded().stream()
                        .map(object -> new EmbeddedWriter(elements.rows(entity), constants, object).description())
                        .collect(Collectors.joining())
                + relation(elements, "ToManyAttribute", "elements", "${Container}." + elements.container(), table);
    }

    /** {@return the columns of a foreign key: the only one where it holds the key by itself} */
    private String foreignKey(RelationModel.Owning owning) {
        String all = owning.foreignKey().stream().map(this::constant).collect(Collectors.joining(", "));
        return owning.composed() ? "${List}.of(" + all + ")" : all;
    }

    private static String list(List<String> columns) {
        String all = columns.stream().map(Names::literal).collect(Collectors.joining(", "));
        return columns.size() == 1 ? all : "${List}.of(" + all + ")";
    }

    private static String guardedBy(ForeignKeyModel... constraints) {
        return Stream.of(constraints).allMatch(ForeignKeyModel.DERIVED::equals)
                ? ""
                : Stream.of(constraints)
                        .map(ForeignKeyModel::text)
                        .collect(Collectors.joining(", ", ".guardedBy(", ")"));
    }

    private static String refinements(RelationModel relation) {
        return switch (relation) {
            case RelationModel.Owning owning -> guardedBy(owning.constraint());
            case RelationModel.Reverse reverse -> "";
            case RelationModel.Mapped mapped -> mapped.order().text();
            case RelationModel.Joined joined -> joined.order().text();
            case RelationModel.Linked linked -> linked.order().text();
            case RelationModel.Elements elements -> elements.order().text();
        };
    }

    private String relation(RelationModel relation, String attribute, String factory, String... more) {
        return "    static final ${%1$s} %2$s = ${%1$s}.%3$s(%4$d, %5$s, () -> %6$s.META, %7$s)%8$s;\n"
                .formatted(
                        attribute,
                        constant(relation.name()),
                        factory,
                        relation.index(),
                        Names.literal(relation.name()),
                        names.path(relation.target()),
                        String.join(", ", more),
                        refinements(relation));
    }

    private String embedded() {
        return entity.allEmbedded().stream()
                .map(object -> new EmbeddedWriter(entity, constants, object).description())
                .collect(Collectors.joining());
    }
}
