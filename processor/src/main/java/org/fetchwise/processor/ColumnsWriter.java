package org.fetchwise.processor;

import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code QPostColumns}: the columns, which to-one and to-many paths have in common. */
final class ColumnsWriter {
    private final EntityModel entity;
    private final Names names;
    private final TypeName type;
    private final Map<String, String> constants;

    private ColumnsWriter(EntityModel entity, Names names) {
        this.entity = entity;
        this.names = names;
        this.type = names.columns(entity.type());
        this.constants = Names.constants(entity);
    }

    static GeneratedFile write(EntityModel entity, Names names) {
        return new ColumnsWriter(entity, names).write();
    }

    private GeneratedFile write() {
        return new GeneratedFile(
                type,
                new SourceFile(type).render(opening() + fields() + caches() + constructors() + embedded() + "}\n"));
    }

    private String opening() {
        return """
            /** The columns of {@link %1$s}, as every path that leads to it has them. */
            %2$sabstract class %3$s<R> extends ${EntityPath}<R, %1$s> {
            """.formatted(entity.type(), Headers.annotations(entity), type);
    }

    private String fields() {
        return entity.columns().stream()
                .filter(column -> column.field() != null)
                .map(this::field)
                .collect(Collectors.joining());
    }

    private String field(ColumnModel column) {
        ColumnType value = column.type();
        boolean typed = value.kind().isTypedByClass();
        return """
                /** The column {@code %1$s}: %2$s. */
                public final ${%3$s}<R%4$s> %5$s = %6$s(%7$s.%8$s%9$s);

            """.formatted(
                        column.column(),
                        column.sqlType(),
                        value.kind().columnClass(),
                        typed ? ", " + value.full() : "",
                        names.column(entity, column),
                        value.kind().factory(),
                        names.managed(entity.type()),
                        constants.get(column.name()),
                        typed && !value.isDefined() ? ", " + value.boxed() + ".class" : "");
    }

    private String caches() {
        return entity.embedded().stream()
                .map(object ->
                        "    private @${Nullable} %s<R> %s;\n\n".formatted(names.path(object.type()), object.name()))
                .collect(Collectors.joining());
    }

    private String embedded() {
        return entity.embedded().stream()
                .map(object -> """

                        /** {@return the path to the embedded {@code %1$s}} */
                        public final %2$s<R> %3$s() {
                            %2$s<R> path = %1$s;
                            return path != null ? path : (%1$s = new %2$s<>(this, %4$s));
                        }
                    """.formatted(
                                object.name(),
                                names.path(object.type()),
                                names.method(object.name()),
                                Names.literal(object.name())))
                .collect(Collectors.joining());
    }

    private String constructors() {
        return """
                %1$s(${EntityMeta}<%2$s> root) {
                    super(root);
                }

                %1$s(${EntityPath}<R, ?> parent, ${RelationAttribute} relation) {
                    super(parent, relation);
                }
            """.formatted(type.simpleName(), entity.type()) + narrowing();
    }

    private String narrowing() {
        return entity.extendsEntity() ? """

                %1$s(${EntityPath}<R, ?> wider, ${EntityMeta}<%2$s> entity) {
                    super(wider, entity);
                }
            """.formatted(type.simpleName(), entity.type()) : "";
    }
}
