package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes how the keys of an entity with a class of keys are made of the values of columns, and taken apart. */
final class KeyClassWriter {
    /** The name of the constant that describes the keys. */
    static final String TYPE = "KEY_TYPE";

    private final EntityModel entity;
    private final KeyClassModel key;
    private final Map<String, String> constants;
    private final Names names;

    KeyClassWriter(EntityModel entity, KeyClassModel key, Map<String, String> constants, Names names) {
        this.entity = entity;
        this.key = key;
        this.constants = constants;
        this.names = names;
    }

    String description() {
        return """
                static final ${ValueType}<%1$s> %2$s = ${ValueType}.composite(%1$s.class, ${List}.of(%3$s), \
            Access::readKey, Access::partsOfKey, Access::makeKey);
            """.formatted(
                        key.type(),
                        TYPE,
                        entity.key().stream()
                                .map(column -> constant(column.name()) + ".type()")
                                .collect(Collectors.joining(", ")));
    }

    /** {@return the methods that read a key, make one and take one apart} */
    String methods() {
        return reading() + making() + takingApart();
    }

    private String reading() {
        List<String> reads = new ArrayList<>();
        for (ColumnModel column : entity.key()) {
            String place = reads.isEmpty() ? "at" : "at + " + reads.size();
            reads.add("    values.add(%s.type().read(row, %s));\n".formatted(constant(column.name()), place));
        }
        return """

            static @${Nullable} %1$s readKey(${RowReader} row, int at) throws ${SQLException} {
                ${List}<@${Nullable} Object> values = new ${ArrayList}<>(%2$d);
            %3$s    return makeKey(values);
            }
            """.formatted(key.type(), reads.size(), String.join("", reads));
    }

    private String making() {
        String made = key.record()
                ? "    return new %s(%s);\n"
                        .formatted(
                                key.type(), key.parts().stream().map(this::part).collect(Collectors.joining(", ")))
                : "    %1$s key = new %1$s();\n".formatted(key.type())
                        + key.parts().stream()
                                .map(part -> "    %s_FIELD.set(key, %s);\n"
                                        .formatted(constant(part.attribute()), part(part)))
                                .collect(Collectors.joining())
                        + "    return key;\n";
        return """

            static @${Nullable} %s makeKey(${List}<@${Nullable} Object> values) {
                if (values.contains(null)) {
                    return null;
                }
            %s}
            """.formatted(key.type(), made);
    }

    /** {@return the expression of a part: a value of a column, or a key made of several} */
    private String part(KeyClassModel.Part part) {
        int from = position(part.columns().getFirst());
        return part.target() != null
                ? "(%s) %s.META.key().type().valueOf(values.subList(%d, %d))"
                        .formatted(
                                part.field().erasedType(),
                                names.path(part.target()),
                                from,
                                from + part.columns().size())
                : "(%s) values.get(%d)".formatted(part.field().erasedType(), from);
    }

    private int position(String column) {
        List<ColumnModel> columns = entity.key();
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at).name().equals(column)) {
                return at;
            }
        }
        throw new IllegalArgumentException(column + " is not of the key");
    }

    private String takingApart() {
        return """

            static ${List}<@${Nullable} Object> partsOfKey(%s key) {
                ${List}<@${Nullable} Object> parts = new ${ArrayList}<>(%d);
            %s    return parts;
            }
            """.formatted(
                        key.type(),
                        entity.key().size(),
                        key.parts().stream()
                                .sorted(Comparator.comparingInt(
                                        part -> position(part.columns().getFirst())))
                                .map(this::taken)
                                .collect(Collectors.joining()));
    }

    private String taken(KeyClassModel.Part part) {
        String value = "(%s) %s_FIELD.get(key)".formatted(part.field().erasedType(), constant(part.attribute()));
        return part.target() != null
                ? "    parts.addAll(%s.META.key().partsOf(%s));\n".formatted(names.path(part.target()), value)
                : "    parts.add(%s);\n".formatted(value);
    }

    private String constant(String attribute) {
        return Objects.requireNonNull(constants.get(attribute));
    }
}
