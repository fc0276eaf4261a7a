package org.fetchwise.processor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what a managed object remembers of values that can be changed behind it: what an array and an embedded object held
 * when a getter gave them away, which is what changes are told by.
 */
final class SeenValues {
    private final EntityModel entity;
    private final Map<String, String> constants;

    SeenValues(EntityModel entity) {
        this.entity = entity;
        this.constants = Names.constants(entity);
    }

    /** {@return the fields that hold it} */
    String fields() {
        return copied().map(column -> "    private transient @${Nullable} Object %s;\n".formatted(field(column)))
                        .collect(Collectors.joining())
                + changeable()
                        .map(object -> "    private transient @${Nullable} ${List}<@${Nullable} Object> %s;\n"
                                .formatted(field(object)))
                        .collect(Collectors.joining());
    }

    /** {@return the expression of the bits of what is changed, to be added to other bits} */
    String changedBits() {
        return ofObjects("\n                | (%1$s == null ? 0 : %2$s.changed(%1$s, Access.find%3$s(this)))")
                + ofColumns("\n                | %2$s.changed(%1$s, %2$s_FIELD.get(this))");
    }

    /** {@return the statements that take what is held now for what is held in the row} */
    String taking() {
        return ofObjects("        %1$s = %1$s == null ? null : %2$s.seen(Access.find%3$s(this));\n")
                + ofColumns("        %1$s = %1$s == null ? null : %2$s.seen(%2$s_FIELD.get(this));\n");
    }

    /** {@return the statements that forget what attributes held that are loaded no more} */
    String forgetting() {
        return ofObjects("        %1$s = (bits & %2$s.bits()) == 0 ? %1$s : null;\n")
                + ofColumns("        %1$s = (bits & %2$s.bit()) == 0 ? %1$s : null;\n");
    }

    /** {@return the methods that tell the library what was held} */
    String methods() {
        return seen() + seenAt();
    }

    /** {@return the statement that remembers what a column holds} */
    String remember(ColumnModel column) {
        return "%s = %s.seen(%s_FIELD.get(this));"
                .formatted(field(column), constant(column.name()), constant(column.name()));
    }

    /** {@return the statement that remembers what an object holds} */
    String remember(EmbeddedModel object) {
        return "%s = %s.seen(Access.find%s(this));"
                .formatted(field(object), constant(object.name()), object.methodName());
    }

    /** {@return the name of the field that holds what a column held} */
    static String field(ColumnModel column) {
        return column.name() + "Seen";
    }

    /** {@return the name of the field that holds the values that an object's columns had} */
    static String field(EmbeddedModel object) {
        return object.name() + "Seen";
    }

    /** {@return whether the value of a column can be changed behind the entity} */
    static boolean isCopied(ColumnModel column) {
        return column.field() != null
                && column.type().kind().isCopied()
                && !column.is(Trait.KEY)
                && !column.is(Trait.NOT_UPDATABLE);
    }

    private Stream<ColumnModel> copied() {
        return entity.columns().stream().filter(SeenValues::isCopied);
    }

    private Stream<EmbeddedModel> changeable() {
        return entity.embedded().stream().filter(EmbeddedModel::isChangeable);
    }

    /** {@return the constant that describes an attribute} */
    private String constant(String attribute) {
        return Objects.requireNonNull(constants.get(attribute));
    }

    private String ofColumns(String text) {
        return copied().map(column -> text.formatted(field(column), constant(column.name())))
                .collect(Collectors.joining());
    }

    private String ofObjects(String text) {
        return changeable()
                .map(object -> text.formatted(field(object), constant(object.name()), object.methodName()))
                .collect(Collectors.joining());
    }

    /** {@return the method that tells what objects held that may have been changed behind the entity} */
    private String seen() {
        List<EmbeddedModel> all = entity.allEmbedded();
        String cases = changeable()
                .map(object -> "            case %d -> %s;\n".formatted(all.indexOf(object), field(object)))
                .collect(Collectors.joining());
        return cases.isEmpty() ? "" : """
                @Override
                public @${Nullable} ${List}<@${Nullable} Object> $seen(int position) {
                    return switch (position) {
            %s            default -> null;
                    };
                }

            """.formatted(cases);
    }

    /** {@return the method that tells what arrays held that may have been changed behind the entity} */
    private String seenAt() {
        String cases = copied().map(column -> "            case %d -> %s;\n".formatted(column.index(), field(column)))
                .collect(Collectors.joining());
        return cases.isEmpty() ? "" : """
                @Override
                public @${Nullable} Object $seenAt(int column) {
                    return switch (column) {
            %s            default -> null;
                    };
                }

            """.formatted(cases);
    }
}
