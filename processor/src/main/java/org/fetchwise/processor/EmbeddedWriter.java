package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes what a managed subclass has for one embedded object: its description, and how it is made and taken apart. */
final class EmbeddedWriter {
    private final EntityModel entity;
    private final Map<String, String> constants;
    private final EmbeddedModel embedded;

    EmbeddedWriter(EntityModel entity, Map<String, String> constants, EmbeddedModel embedded) {
        this.entity = entity;
        this.constants = constants;
        this.embedded = embedded;
    }

    /** {@return the constant that describes the object} */
    String description() {
        List<String> columns = embedded.attributes().map(this::constant).toList();
        return """
                static final ${EmbeddedAttribute} %1$s = new ${EmbeddedAttribute}(%2$d, %3$s, \
            ${ValueType}.composite(%4$s.class, ${List}.of(%5$s), Access::read%6$s, Access::partsOf%6$s, \
            values -> Access.make%6$s(values, 0)), ${List}.of(%7$s), ${List}.of(%8$s));
            """.formatted(
                        constant(embedded.name()),
                        entity.allEmbedded().indexOf(embedded),
                        Names.literal(embedded.name()),
                        embedded.type(),
                        columns.stream().map(column -> column + ".type()").collect(Collectors.joining(", ")),
                        embedded.methodName(),
                        String.join(", ", columns),
                        embedded.parts().stream()
                                .filter(part -> part.embedded() != null)
                                .map(part -> constant(part.attribute()))
                                .collect(Collectors.joining(", ")));
    }

    /** {@return the methods that make the object, find it and take it apart} */
    String methods() {
        return reading() + making() + finding() + takingApart();
    }

    /** {@return the methods that make the object and take it apart, where it is no field of the entity's} */
    String elementMethods() {
        return reading() + making() + takingApart();
    }

    /** {@return whether only a cast that nobody checks makes a value of the part's own type} */
    private boolean isGeneric(EmbeddedModel.Part part) {
        return part.embedded() == null
                && !entity.column(part.attribute())
                        .type()
                        .full()
                        .equals(entity.column(part.attribute()).type().boxed());
    }

    private String unchecked() {
        return embedded.isRecord() && embedded.parts().stream().anyMatch(this::isGeneric)
                ? "@SuppressWarnings(\"unchecked\") // the column is of that type\n"
                : "";
    }

    private String reading() {
        List<String> statements = new ArrayList<>();
        for (int at = 0; at < embedded.parts().size(); at++) {
            EmbeddedModel.Part part = embedded.parts().get(at);
            statements.add(
                    part.embedded() == null
                            ? declared(part, at, AccessWriter.value(boxed(part), constants))
                            : "    %s part%d = read%s(row, next);\n    next += %d;\n"
                                    .formatted(
                                            part.embedded().type(),
                                            at,
                                            part.embedded().methodName(),
                                            part.embedded().attributes().count()));
        }
        return "\n" + unchecked()
                + """
                static @${Nullable} %1$s read%2$s(${RowReader} row, int at) throws ${SQLException} {
                    int next = at;
                %3$s%4$s}
                """.formatted(
                        embedded.type(), embedded.methodName(), nullable(String.join("", statements)), construction());
    }

    private String making() {
        List<String> statements = new ArrayList<>();
        int column = 0;
        for (int at = 0; at < embedded.parts().size(); at++) {
            EmbeddedModel.Part part = embedded.parts().get(at);
            String from = column == 0 ? "at" : "at + " + column;
            if (part.embedded() == null) {
                statements.add(declared(part, at, "(" + boxed(part).type().boxed() + ") values.get(" + from + ")"));
                column++;
            } else {
                statements.add("    %s part%d = make%s(values, %s);\n"
                        .formatted(part.embedded().type(), at, part.embedded().methodName(), from));
                column += (int) part.embedded().attributes().count();
            }
        }
        return "\n" + unchecked()
                + """
                static @${Nullable} %1$s make%2$s(${List}<@${Nullable} Object> values, int at) {
                %3$s%4$s}
                """.formatted(
                        embedded.type(), embedded.methodName(), nullable(String.join("", statements)), construction());
    }

    /** Every part may be NULL in its column. */
    private static String nullable(String declarations) {
        return declarations
                .lines()
                .map(line -> line.contains(" part") && line.contains(" = ") ? "    @${Nullable} " + line.strip() : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String declared(EmbeddedModel.Part part, int at, String value) {
        return "    %s part%d = %s;\n".formatted(boxed(part).type().boxed(), at, value);
    }

    /** The end of a method that has declared a variable for each part: the object, or null where all of them are. */
    private String construction() {
        String absent = each((part, at) -> "part" + at + " == null", " && ");
        String start = "    if (" + absent + ") {\n        return null;\n    }\n";
        if (embedded.isRecord()) {
            return start + "    return new %s(%s);\n".formatted(embedded.type(), each(this::argument, ", "));
        }
        return start + "    %1$s value = new %1$s();\n".formatted(embedded.type())
                + each(this::assignment, "")
                + "    return value;\n";
    }

    private String argument(EmbeddedModel.Part part, int at) {
        String primitive = primitive(part);
        if (isGeneric(part)) {
            return "(%s) part%d"
                    .formatted(entity.column(part.attribute()).type().full(), at);
        }
        return primitive.isEmpty() ? "part" + at : "part%d == null ? %s : part%d".formatted(at, zero(primitive), at);
    }

    private String assignment(EmbeddedModel.Part part, int at) {
        String primitive = primitive(part);
        String set = "%s_FIELD.set(value, %spart%d);\n"
                .formatted(constant(part.attribute()), primitive.isEmpty() ? "" : "(" + primitive + ") ", at);
        return primitive.isEmpty() ? "    " + set : "    if (part%d != null) {\n        %s    }\n".formatted(at, set);
    }

    private static String zero(String primitive) {
        return switch (primitive) {
            case "boolean" -> "false";
            case "char" -> "'\\0'";
            case "int" -> "0";
            case "long" -> "0L";
            default -> "(" + primitive + ") 0";
        };
    }

    private String finding() {
        int dot = embedded.name().lastIndexOf('.');
        if (dot < 0) {
            return """

                static @${Nullable} %1$s find%2$s(%3$s entity) {
                    return (%1$s) %4$s_FIELD.get(entity);
                }
                """.formatted(embedded.type(), embedded.methodName(), entity.type(), constant(embedded.name()));
        }
        EmbeddedModel outer = entity.findEmbedded(embedded.name().substring(0, dot));
        return """

            static @${Nullable} %1$s find%2$s(%3$s entity) {
                %5$s outer = find%6$s(entity);
                return outer == null ? null : (%1$s) %4$s_FIELD.get(outer);
            }
            """.formatted(
                        embedded.type(),
                        embedded.methodName(),
                        entity.type(),
                        constant(embedded.name()),
                        outer.type(),
                        outer.methodName());
    }

    private String takingApart() {
        return """

            static ${List}<@${Nullable} Object> partsOf%1$s(%2$s value) {
                ${List}<@${Nullable} Object> parts = new ${ArrayList}<>(%3$d);
            %4$s    return parts;
            }
            """.formatted(
                embedded.methodName(), embedded.type(), embedded.attributes().count(), each(this::taken, ""));
    }

    private String taken(EmbeddedModel.Part part, int at) {
        String value = "(%s) %s_FIELD.get(value)".formatted(declaredType(part), constant(part.attribute()));
        return part.embedded() == null
                ? "    parts.add(%s);\n".formatted(value)
                : "    parts.addAll(%s.type().partsOf(%s));\n".formatted(constant(part.attribute()), value);
    }

    private String each(PartText text, String separator) {
        StringBuilder whole = new StringBuilder();
        for (int at = 0; at < embedded.parts().size(); at++) {
            whole.append(at == 0 ? "" : separator)
                    .append(text.of(embedded.parts().get(at), at));
        }
        return whole.toString();
    }

    private String declaredType(EmbeddedModel.Part part) {
        return part.embedded() == null
                ? entity.column(part.attribute()).type().declared()
                : part.embedded().type().toString();
    }

    private String primitive(EmbeddedModel.Part part) {
        return part.embedded() == null ? entity.column(part.attribute()).type().primitive() : "";
    }

    private ColumnModel boxed(EmbeddedModel.Part part) {
        return entity.column(part.attribute()).asNullable();
    }

    private String constant(String attribute) {
        return Objects.requireNonNull(constants.get(attribute));
    }

    /** What is written for one part. */
    @FunctionalInterface
    private interface PartText {
        String of(EmbeddedModel.Part part, int at);
    }
}
