package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;

/** Writes {@code CardManaged} of a read-only entity: its description, and how rows become its objects. */
final class ReadOnlyWriter {
    private final EntityModel entity;
    private final Names names;
    private final TypeName type;
    private final Map<String, String> constants;

    private ReadOnlyWriter(EntityModel entity, Names names) {
        this.entity = entity;
        this.names = names;
        this.type = names.managed(entity.type());
        this.constants = Names.constants(entity);
    }

    /**
     * {@return the file}
     *
     * @param fields the attributes, in the order of the constructor's parameters
     */
    static GeneratedFile write(EntityModel entity, Names names, List<? extends Element> fields) {
        ReadOnlyWriter writer = new ReadOnlyWriter(entity, names);
        List<String> attributes =
                fields.stream().map(field -> field.getSimpleName().toString()).toList();
        String body = writer.opening()
                + AttributesWriter.write(entity, names)
                + writer.description()
                + HandlesWriter.ofReadOnly(entity)
                + "    private " + writer.type.simpleName() + "() {}\n\n"
                + writer.access(attributes).indent(4)
                + "}\n";
        return new GeneratedFile(writer.type, new SourceFile(writer.type, "Access").render(body));
    }

    private String opening() {
        return """
            /** The attributes of {@link %1$s}, which is only read, and how rows become its objects. */
            %2$sfinal class %3$s {
            """.formatted(entity.type(), Headers.annotations(entity), type);
    }

    private String constant(String attribute) {
        return Objects.requireNonNull(constants.get(attribute));
    }

    private String description() {
        return """

                static final ${EntityMeta}<%1$s> META = ${EntityMeta}.readOnly(%1$s.class, %2$s, ${List}.of(%3$s), \
            ${List}.of(%4$s), ${List}.of(%5$s), %6$s, %7$s, new Access());

            """.formatted(
                entity.type(),
                Names.literal(entity.table()),
                entity.columns().stream().map(column -> constant(column.name())).collect(Collectors.joining(", ")),
                entity.allEmbedded().stream()
                        .map(object -> constant(object.name()))
                        .collect(Collectors.joining(", ")),
                entity.ordering().stream()
                        .map(term -> "new ${OrderBy}(" + Names.literal(term.path()) + ", " + term.descending() + ")")
                        .collect(Collectors.joining(", ")),
                entity.constraints().text(),
                entity.generation().text());
    }

    private String access(List<String> attributes) {
        return """
            /** The straight lines from rows to objects, and back to values. */
            static final class Access extends ${ReadOnlyAccess}<%1$s> {
                @Override
                protected ${EntityMeta}<%1$s> meta() {
                    return META;
                }

                @Override
                protected %1$s readObject(${RowReader} row, int at) throws ${SQLException} {
                    int next = at;
            %2$s        return new %1$s(%3$s);
                }

            """.formatted(
                                entity.type(),
                                parts(attributes),
                                IntStream.range(0, attributes.size())
                                        .mapToObj(at -> "part" + at)
                                        .collect(Collectors.joining(", ")))
                + AccessWriter.columnValues(entity, type, names).stripTrailing() + "\n"
                + entity.allEmbedded().stream()
                        .map(object -> new EmbeddedWriter(entity, constants, object)
                                .methods()
                                .indent(4))
                        .collect(Collectors.joining())
                + "}\n";
    }

    private String parts(List<String> attributes) {
        List<String> statements = new ArrayList<>();
        for (int at = 0; at < attributes.size(); at++) {
            String attribute = attributes.get(at);
            ColumnModel column = entity.findColumn(attribute);
            if (column == null) {
                EmbeddedModel object = entity.findEmbedded(attribute);
                statements.add("        @${Nullable} %s part%d = read%s(row, next);\n        next += %d;\n"
                        .formatted(
                                object.type(),
                                at,
                                object.methodName(),
                                object.attributes().count()));
            } else {
                ColumnType value = column.type();
                statements.add("        %s part%d = %s;\n"
                        .formatted(
                                value.isPrimitive() ? value.primitive() : "@${Nullable} " + value.full(),
                                at,
                                AccessWriter.value(column, constants)));
            }
        }
        return String.join("", statements);
    }
}
