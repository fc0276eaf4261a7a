package org.fetchwise.processor;

import java.util.stream.Collectors;

/** Writes {@code QAddress}: the paths that lead to an embedded object, and on to its parts. */
final class EmbeddablePathWriter {
    private final EmbeddableModel model;
    private final Names names;
    private final TypeName path;

    private EmbeddablePathWriter(EmbeddableModel model, Names names) {
        this.model = model;
        this.names = names;
        this.path = names.path(model.type());
    }

    static GeneratedFile write(EmbeddableModel model, Names names) {
        return new EmbeddablePathWriter(model, names).write();
    }

    private GeneratedFile write() {
        String body = opening() + columns() + caches() + constructors() + objects() + "}\n";
        return new GeneratedFile(path, new SourceFile(path).render(body));
    }

    private String opening() {
        return """
                /** Paths that lead to an embedded {@link %1$s}, typed by the entity {@code R} that they start from. */
                %2$spublic final class %3$s<R> extends ${EmbeddedPath}<R, %1$s> {
                """.formatted(
                        model.type(), Headers.annotations(model.hasGeneratedAnnotation(), model.deprecated()), path);
    }

    private String columns() {
        return model.columns().stream().map(this::column).collect(Collectors.joining());
    }

    private String column(ColumnModel column) {
        ColumnType value = column.type();
        boolean typed = value.kind().isTypedByClass();
        return """
                    /** The part {@code %1$s}: %2$s. */
                    public final ${%3$s}<R%4$s> %1$s = %5$s(part(%6$s)%7$s);

                """.formatted(
                        column.name(),
                        column.sqlType(),
                        value.kind().columnClass(),
                        typed ? ", " + value.full() : "",
                        value.kind().factory(),
                        Names.literal(column.name()),
                        typed && !value.isDefined() ? ", " + value.boxed() + ".class" : "");
    }

    private String caches() {
        return model.objects().stream()
                .map(object ->
                        "    private @${Nullable} %s<R> %s;\n\n".formatted(names.path(object.type()), object.name()))
                .collect(Collectors.joining());
    }

    private String constructors() {
        return """
                    /**
                     * Creates the path to an object in a row of an entity. Users call the methods of a path instead.
                     *
                     * @param entity leads to the row
                     * @param name the name of the field that holds the object
                     */
                    public %1$s(${EntityPath}<R, ?> entity, String name) {
                        super(entity, name);
                    }

                    /**
                     * Creates the path to an object within another. Users call the methods of a path instead.
                     *
                     * @param outer leads to the object around
                     * @param part the name of its field
                     */
                    public %1$s(${EmbeddedPath}<R, ?> outer, String part) {
                        super(outer, part);
                    }
                """.formatted(path.simpleName());
    }

    private String objects() {
        return model.objects().stream()
                .map(object -> """

                            /** {@return the path to the embedded {@code %1$s}} */
                            public %2$s<R> %3$s() {
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
}
