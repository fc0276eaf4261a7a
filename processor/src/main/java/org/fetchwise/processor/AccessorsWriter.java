package org.fetchwise.processor;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the getters of a managed object, which load what is missing, and the setters, which mark what they change. */
final class AccessorsWriter {
    private final EntityModel entity;
    private final StateBits bits;
    private final SeenValues seen;

    private AccessorsWriter(EntityModel entity, StateBits bits, SeenValues seen) {
        this.entity = entity;
        this.bits = bits;
        this.seen = seen;
    }

    /**
     * {@return the methods}
     *
     * @param bits how the object keeps which attributes are ready
     * @param seen what it remembers of values that can be changed behind it
     */
    static String write(EntityModel entity, StateBits bits, SeenValues seen) {
        return new AccessorsWriter(entity, bits, seen).write();
    }

    private String write() {
        return entity.columns().stream()
                        .filter(column -> column.field() != null)
                        .map(this::ofColumn)
                        .collect(Collectors.joining())
                + entity.embedded().stream().map(this::ofObject).collect(Collectors.joining())
                + entity.relations().stream().map(this::ofRelation).collect(Collectors.joining());
    }

    private String ofColumn(ColumnModel column) {
        FieldModel field = Objects.requireNonNull(column.field());
        boolean copied = SeenValues.isCopied(column);
        String watching = copied ? watching(SeenValues.field(column), seen.remember(column)) : "";
        String copying = copied ? seen.remember(column) : "";
        String bit = bits.mask(IntStream.of(column.index()));
        return field.getters().stream()
                        .map(getter -> getter(getter, column.index(), watching))
                        .collect(Collectors.joining())
                + field.setters().stream()
                        .map(setter -> setter(setter, bit, IntStream.of(column.index()), List.of(), copying))
                        .collect(Collectors.joining());
    }

    private String ofObject(EmbeddedModel object) {
        int[] parts = object.attributes()
                .mapToInt(attribute -> entity.column(attribute).index())
                .toArray();
        String watching = object.isChangeable() ? watching(SeenValues.field(object), seen.remember(object)) : "";
        String mask = bits.mask(IntStream.of(parts));
        return object.field().getters().stream()
                        .map(getter -> getter(getter, parts[0], watching))
                        .collect(Collectors.joining())
                + object.field().setters().stream()
                        .map(setter -> setter(setter, mask, IntStream.of(parts), List.of(), ""))
                        .collect(Collectors.joining());
    }

    private String ofRelation(RelationModel relation) {
        return relation.field().getters().stream()
                        .map(getter -> getter(getter, relation.index(), ""))
                        .collect(Collectors.joining())
                + relation.field().setters().stream()
                        .map(setter -> relationSetter(setter, relation))
                        .collect(Collectors.joining());
    }

    private String relationSetter(AccessorModel setter, RelationModel relation) {
        if (!(relation instanceof RelationModel.Owning owning)) {
            IntStream changed = relation instanceof RelationModel.Elements elements
                    ? IntStream.of(elements.index())
                    : IntStream.empty();
            return setter(setter, bits.mask(IntStream.of(relation.index())), changed, List.of(), "");
        }
        List<ColumnModel> foreignKey = entity.ownColumns(owning);
        IntStream columns = foreignKey.stream().mapToInt(ColumnModel::index);
        return setter(
                setter,
                bits.mask(IntStream.concat(columns, IntStream.of(relation.index()))),
                foreignKey.stream().mapToInt(ColumnModel::index),
                foreignKey,
                "");
    }

    /** {@return the method that loads what is missing, and remembers what it gives away where it must be watched} */
    private String getter(AccessorModel getter, int index, String watching) {
        return """

                @Override
                %1$s%2$s%3$s %4$s()%5$s {
                    if (((%6$s) READY.getAcquire(this) & %7$s) == 0) {
                        ${Managed}.touch(this, $group, %8$d);
                    }
            %9$s        return super.%4$s();
                }
            """.formatted(
                        getter.annotation(),
                        getter.access(),
                        getter.returnType(),
                        getter.name(),
                        getter.thrown(),
                        bits.type(),
                        bits.mask(IntStream.of(index)),
                        index,
                        watching);
    }

    private static String watching(String field, String remember) {
        return """
                    if (%s == null) {
                        %s
                    }
            """.formatted(field, remember);
    }

    /** {@return the method that passes a value on and marks what it changes} */
    private String setter(
            AccessorModel setter,
            String madeReady,
            IntStream changedAttributes,
            List<ColumnModel> forgotten,
            String copying) {
        int[] changed = changedAttributes.toArray();
        boolean columns = entity.columns().stream()
                .anyMatch(column -> IntStream.of(changed).anyMatch(at -> at == column.index()));
        String madeDirty = changed.length == 0 ? "" : bits.mask(IntStream.of(changed));
        boolean returns = !setter.returnType().equals("void");
        return """

                @Override
                %1$s%2$s %3$s(%4$s value)%5$s {
            %11$s        %6$ssuper.%3$s(value);
            %7$s%8$s        READY.setRelease(this, ready | %9$s);
            %10$s    }
            """.formatted(
                        setter.access(),
                        setter.returnType(),
                        setter.name(),
                        setter.parameterType(),
                        setter.thrown(),
                        returns ? setter.returnType() + " result = " : "",
                        forgotten.stream()
                                .map(column -> "        " + Names.keyField(column) + " = null;\n")
                                .collect(Collectors.joining()),
                        (madeDirty.isEmpty() ? "" : "        dirty |= " + madeDirty + ";\n")
                                + (copying.isEmpty() ? "" : "        " + copying + "\n"),
                        madeReady,
                        returns ? "        return result;\n" : "",
                        columns ? keeping(changed) : "");
    }

    /** {@return the statement that keeps what columns hold before their first change} */
    private String keeping(int... changed) {
        String mask = bits.mask(IntStream.of(changed));
        return """
                    if ($group != null && (dirty & %s) == 0) {
                        ${Managed}.keep(this, %s);
                    }
            """.formatted(changed.length == 1 ? mask : "(" + mask + ")", StateBits.LONG.mask(IntStream.of(changed)));
    }
}
