package org.fetchwise.processor;

import java.util.Map;
import java.util.stream.Collectors;

/** Writes the path classes of an entity: {@code QPost}, which users start from, and {@code QPostMany}. */
final class PathWriter {
    private final EntityModel entity;
    private final Names names;
    private final boolean many;
    private final TypeName path;
    private final Map<String, String> constants;

    private PathWriter(EntityModel entity, Names names, boolean many) {
        this.entity = entity;
        this.names = names;
        this.many = many;
        this.path = many ? names.manyPath(entity.type()) : names.path(entity.type());
        this.constants = Names.constants(entity);
    }

    static GeneratedFile writeOne(EntityModel entity, Names names) {
        return new PathWriter(entity, names, false).write();
    }

    static GeneratedFile writeMany(EntityModel entity, Names names) {
        return new PathWriter(entity, names, true).write();
    }

    private GeneratedFile write() {
        String body = opening() + (many ? "" : root()) + caches() + constructors() + relations() + narrower() + "}\n";
        return new GeneratedFile(path, new SourceFile(path).render(body));
    }

    private String opening() {
        return """
            /** %1$s {@link %2$s}, typed by the entity {@code R} that they start from. */
            %3$spublic final class %4$s<R> extends %5$s<R> implements ${%6$s}<R, %2$s> {
            """.formatted(
                        many ? "Paths that lead to any number of rows of" : "Paths that lead to one row of",
                        entity.type(),
                        Headers.annotations(entity),
                        path,
                        names.columns(entity.type()),
                        many ? "ToMany" : "ToOne");
    }

    private String root() {
        return """
                /** The description of {@link %1$s}. */
                public static final ${EntityMeta}<%1$s> META = %2$s.META;

                /** The start of every path over {@link %1$s}. */
                public static final %3$s<%1$s> %4$s = new %3$s<>(META);

            """.formatted(entity.type(), names.managed(entity.type()), path, names.root(entity.type()));
    }

    private String caches() {
        return entity.relations().stream()
                        .map(relation ->
                                "    private @${Nullable} %s<R> %s;\n".formatted(target(relation), relation.name()))
                        .collect(Collectors.joining())
                + (entity.relations().isEmpty() ? "" : "\n");
    }

    private String constructors() {
        String simpleName = path.simpleName();
        String root = """
                private %s(${EntityMeta}<%s> root) {
                    super(root);
                }

            """.formatted(simpleName, entity.type());
        return (many ? "" : root) + """
                /**
                 * Creates the path that goes on from another one. Users call the methods of a path instead.
                 *
                 * @param parent the path that goes on
                 * @param relation the relation that it goes on over
                 */
                public %s(${EntityPath}<R, ?> parent, ${RelationAttribute} relation) {
                    super(parent, relation);
                }
            """.formatted(simpleName) + narrowing() + (many ? filtered(simpleName) : "");
    }

    /** {@return the constructor of a path to the same rows as that to the entity above} */
    private String narrowing() {
        return entity.extendsEntity()
                ? """

                    /**
                     * Creates the path to those rows of another one that are of {@link %2$s}. Users call the methods of a path instead.
                     *
                     * @param wider the path to the rows of an entity that it extends
                     */
                    public %1$s(${EntityPath}<R, ?> wider) {
                        super(wider, %3$s.META);
                    }
                """.formatted(path.simpleName(), entity.type(), names.managed(entity.type()))
                : "";
    }

    /** {@return the methods that lead to the attributes of entities that extend this one} */
    private String narrower() {
        InheritanceModel place = entity.inheritance();
        return place == null
                ? ""
                : place.children().stream()
                        .map(child -> """

                                /** {@return the path to the attributes of {@link %1$s}, which are NULL in rows of other classes} */
                                public %2$s<R> as%3$s() {
                                    return new %2$s<>(this);
                                }
                            """.formatted(
                                        child, many ? names.manyPath(child) : names.path(child), child.simpleName()))
                        .collect(Collectors.joining());
    }

    private String filtered(String simpleName) {
        return """

                /**
                 * {@return this path, to those of its last rows only that fulfil a condition}
                 *
                 * @param condition a condition on one row
                 */
                public %1$s<R> filtered(${Condition}<? super %2$s> condition) {
                    return new %1$s<>(parentOf(this), lastFiltered(this, condition));
                }
            """.formatted(simpleName, entity.type());
    }

    private String relations() {
        return entity.relations().stream().map(this::relation).collect(Collectors.joining());
    }

    private String relation(RelationModel relation) {
        return """

                /** {@return the path over %1$s} */
                public %2$s<R> %3$s() {
                    %2$s<R> path = %4$s;
                    return path != null ? path : (%4$s = new %2$s<>(this, %5$s.%6$s));
                }
            """.formatted(
                        describe(relation),
                        target(relation),
                        names.relation(relation),
                        relation.name(),
                        names.managed(entity.type()),
                        constants.get(relation.name()));
    }

    /** {@return the class of the path over a relation; behind a to-many path there are only to-many paths} */
    private TypeName target(RelationModel relation) {
        if (relation instanceof RelationModel.Elements elements) {
            return names.elements(entity.type(), elements);
        }
        return many || relation.isMany() ? names.manyPath(relation.target()) : names.path(relation.target());
    }

    private String describe(RelationModel relation) {
        String name = "{@code " + relation.name() + "}";
        return switch (relation) {
            case RelationModel.Owning owning ->
                name
                        + (owning.foreignKey().size() == 1 ? ", column " : ", columns ")
                        + owning.foreignKey().stream()
                                .map(column -> "{@code " + entity.column(column).column() + "}")
                                .collect(Collectors.joining(" and "));
            case RelationModel.Reverse reverse ->
                name + ", the reverse of {@code " + back(reverse, reverse.mappedBy()) + "}";
            case RelationModel.Mapped mapped ->
                name + ", the reverse of {@code " + back(mapped, mapped.mappedBy()) + "}";
            case RelationModel.Joined joined ->
                name
                        + ", whose rows refer to it by "
                        + joined.columns().stream()
                                .map(column -> "{@code " + column + "}")
                                .collect(Collectors.joining(" and "));
            case RelationModel.Elements elements -> "the values of " + name + ", in {@code " + elements.table() + "}";
            case RelationModel.Linked linked -> name + ", through {@code " + linked.table() + "}";
        };
    }

    private static String back(RelationModel relation, String mappedBy) {
        return relation.target().simpleName() + "." + mappedBy;
    }
}
