package org.fetchwise.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes {@code PostManaged}: the description of an entity, and the class of the objects that queries return. */
final class ManagedWriter {
    private final EntityModel entity;
    private final Names names;
    private final TypeName type;
    private final Map<String, String> constants;
    private final StateBits bits;
    private final long alwaysWritten;
    private final List<CallbackModel> callbacks;

    private ManagedWriter(EntityModel entity, Names names, long alwaysWritten, List<CallbackModel> callbacks) {
        this.entity = entity;
        this.names = names;
        this.type = names.managed(entity.type());
        this.constants = Names.constants(entity);
        this.bits = StateBits.of(entity);
        this.alwaysWritten = alwaysWritten;
        this.callbacks = callbacks;
    }

    /**
     * {@return the file}
     *
     * @param alwaysWritten the bits of the columns that methods of the entity write without a setter
     * @param callbacks what is called in the life of objects
     */
    static GeneratedFile write(EntityModel entity, Names names, long alwaysWritten, List<CallbackModel> callbacks) {
        return new ManagedWriter(entity, names, alwaysWritten, callbacks).write();
    }

    private GeneratedFile write() {
        String body = opening()
                + AttributesWriter.write(entity, names)
                + keyType()
                + description()
                + HandlesWriter.ofManaged(entity, type, bits)
                + fields()
                + accessors()
                + state()
                + AccessWriter.write(entity, type, names, callbacks)
                + "}\n";
        return new GeneratedFile(type, new SourceFile(type, "Access").render(body));
    }

    /** {@return the constant that describes an attribute} */
    private String constant(String attribute) {
        return Objects.requireNonNull(constants.get(attribute));
    }

    private String opening() {
        return """
            /** The attributes of {@link %1$s}, the access to its fields, and the class of its managed objects. */
            %2$s%4$s class %3$s extends %1$s implements ${Managed} {
            """.formatted(
                        entity.type(), Headers.annotations(entity), type, entity.isAbstract() ? "abstract" : "final");
    }

    private String keyType() {
        KeyClassModel key = entity.keyClass();
        return key == null ? "" : new KeyClassWriter(entity, key, constants, names).description();
    }

    private String description() {
        return """

                static final ${EntityMeta}<%1$s> META = new ${EntityMeta}<>(
                        %1$s.class,
                        %2$s,
                        ${List}.of(%3$s),
                        ${List}.of(%4$s),
                        ${List}.of(%5$s),
                        ${List}.of(%6$s),
                        %7$s,
                        %8$s,
                        new Access(),
                        %9$s)%10$s;

            """.formatted(
                entity.type(),
                Names.literal(entity.table()),
                entity.columns().stream().map(column -> constant(column.name())).collect(Collectors.joining(", ")),
                entity.relations().stream()
                        .map(relation -> constant(relation.name()))
                        .collect(Collectors.joining(", ")),
                entity.allEmbedded().stream()
                        .map(object -> constant(object.name()))
                        .collect(Collectors.joining(", ")),
                entity.ordering().stream()
                        .map(term -> "new ${OrderBy}(" + Names.literal(term.path()) + ", " + term.descending() + ")")
                        .collect(Collectors.joining(", ")),
                entity.constraints().text(),
                entity.generation().text(),
                alwaysWritten == 0
                        ? "0"
                        : StateBits.LONG.mask(
                                IntStream.range(0, Long.SIZE).filter(at -> (alwaysWritten & 1L << at) != 0)),
                (entity.keyClass() == null ? "" : ".keyedBy(" + KeyClassWriter.TYPE + ")") + inheritance());
    }

    private String inheritance() {
        InheritanceModel place = entity.inheritance();
        return place == null ? "" : ".inheriting(" + place.text(names, constant(InheritanceModel.TYPE)) + ")";
    }

    private String fields() {
        String foreignKeys = entity.columns().stream()
                .filter(column -> column.is(Trait.FOREIGN_KEY))
                .map(column -> "    private transient @${Nullable} %s %s;\n"
                        .formatted(column.type().boxed(), Names.keyField(column)))
                .collect(Collectors.joining());
        return (entity.traits().serializable() ? "    private static final long serialVersionUID = 1L;\n\n" : "")
                + """
                    private transient @${Nullable} ${FetchGroup} $group;
                    private transient @${Nullable} ${Extras} $extras;
                    private transient %1$s ready;
                    private transient %1$s dirty;
                """.formatted(bits.type())
                + foreignKeys
                + copied().map(column -> "    private transient @${Nullable} Object %s;\n".formatted(seen(column)))
                        .collect(Collectors.joining())
                + entity.embedded().stream()
                        .filter(EmbeddedModel::isChangeable)
                        .map(object -> "    private transient @${Nullable} ${List}<@${Nullable} Object> %s;\n"
                                .formatted(seen(object)))
                        .collect(Collectors.joining());
    }

    private String accessors() {
        StringBuilder text = new StringBuilder();
        for (ColumnModel column : entity.columns()) {
            if (column.field() != null) {
                String bit = bits.mask(IntStream.of(column.index()));
                boolean copied = isCopied(column);
                column.field()
                        .getters()
                        .forEach(getter ->
                                text.append(copied ? copyingGetter(getter, column) : getter(getter, column.index())));
                column.field()
                        .setters()
                        .forEach(setter -> text.append(setter(
                                setter, bit, IntStream.of(column.index()), List.of(), copied ? copy(column) : "")));
            }
        }
        for (EmbeddedModel object : entity.embedded()) {
            int[] parts = object.attributes()
                    .mapToInt(attribute -> entity.column(attribute).index())
                    .toArray();
            String mask = bits.mask(IntStream.of(parts));
            object.field()
                    .getters()
                    .forEach(getter -> text.append(
                            object.isChangeable()
                                    ? watchedGetter(getter, parts[0], object)
                                    : getter(getter, parts[0])));
            object.field()
                    .setters()
                    .forEach(setter -> text.append(setter(setter, mask, IntStream.of(parts), List.of())));
        }
        for (RelationModel relation : entity.relations()) {
            relation.field().getters().forEach(getter -> text.append(getter(getter, relation.index())));
            relation.field().setters().forEach(setter -> text.append(relationSetter(setter, relation)));
        }
        return text.toString();
    }

    private String relationSetter(AccessorModel setter, RelationModel relation) {
        if (!(relation instanceof RelationModel.Owning owning)) {
            IntStream changed = relation instanceof RelationModel.Elements elements
                    ? IntStream.of(elements.index())
                    : IntStream.empty();
            return setter(setter, bits.mask(IntStream.of(relation.index())), changed, List.of());
        }
        List<ColumnModel> foreignKey = entity.ownColumns(owning);
        IntStream columns = foreignKey.stream().mapToInt(ColumnModel::index);
        return setter(
                setter,
                bits.mask(IntStream.concat(columns, IntStream.of(relation.index()))),
                foreignKey.stream().mapToInt(ColumnModel::index),
                foreignKey);
    }

    private String getter(AccessorModel getter, int index) {
        return """

                @Override
                %1$s%2$s%3$s %4$s()%5$s {
                    if (((%6$s) READY.getAcquire(this) & %7$s) == 0) {
                        ${Managed}.touch(this, $group, %8$d);
                    }
                    return super.%4$s();
                }
            """.formatted(
                        getter.annotation(),
                        getter.access(),
                        getter.returnType(),
                        getter.name(),
                        getter.thrown(),
                        bits.type(),
                        bits.mask(IntStream.of(index)),
                        index);
    }

    /** {@return the columns whose values can be changed behind the entity} */
    private Stream<ColumnModel> copied() {
        return entity.columns().stream().filter(ManagedWriter::isCopied);
    }

    private static boolean isCopied(ColumnModel column) {
        return column.field() != null
                && column.type().kind().isCopied()
                && !column.is(Trait.KEY)
                && !column.is(Trait.NOT_UPDATABLE);
    }

    /** The field that holds a copy of what a column held when its getter gave it away, or its setter took it. */
    private static String seen(ColumnModel column) {
        return column.name() + "Seen";
    }

    private String copy(ColumnModel column) {
        return "%s = %s.seen(%s_FIELD.get(this));"
                .formatted(seen(column), constant(column.name()), constant(column.name()));
    }

    private String copyingGetter(AccessorModel getter, ColumnModel column) {
        String loading = getter(getter, column.index());
        return loading.substring(0, loading.indexOf("        return super."))
                + """
                        if (%1$s == null) {
                            %2$s
                        }
                        return super.%3$s();
                    }
                """.formatted(seen(column), copy(column), getter.name());
    }

    /** {@return the getter of an object that may be changed behind it: what it holds then is what changes are told by} */
    private String watchedGetter(AccessorModel getter, int index, EmbeddedModel object) {
        String loading = getter(getter, index);
        return loading.substring(0, loading.indexOf("        return super."))
                + """
                        if (%1$s == null) {
                            %1$s = %2$s.seen(Access.find%3$s(this));
                        }
                        return super.%4$s();
                    }
                """.formatted(seen(object), constant(object.name()), object.methodName(), getter.name());
    }

    /** The field that holds the values of an object's columns as they were when its getter gave it away. */
    private static String seen(EmbeddedModel object) {
        return object.name() + "Seen";
    }

    /** {@return the method that passes a value on and marks what it changes} */
    private String setter(
            AccessorModel setter, String madeReady, IntStream changedAttributes, List<ColumnModel> forgotten) {
        return setter(setter, madeReady, changedAttributes, forgotten, "");
    }

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

    private String state() {
        return """

                @Override
                public ${EntityMeta}<?> $meta() {
                    return META;
                }

                @Override
                public ${FetchGroup} $group() {
                    return ${Objects}.requireNonNull($group);
                }

                @Override
                public long $ready() {
                    return (%1$s) READY.getAcquire(this);
                }

                @Override
                public void $makeReady(long bits) {
                    READY.getAndBitwiseOrRelease(this, %2$sbits);
                }

                @Override
                public void $makeUnready(long bits) {
                    READY.getAndBitwiseAndRelease(this, %2$s~bits);
            %5$s    }

                @Override
                public long $dirty() {
                    return dirty%3$s;
                }

                @Override
                public void $clean(long bits) {
                    dirty &= %2$s~bits;
                    if ($extras != null) {
                        $extras.forgetFormer(bits);
                    }
            %4$s    }

                @Override
                public @${Nullable} ${Extras} $extras() {
                    return $extras;
                }

                @Override
                public void $extras(@${Nullable} ${Extras} extras) {
                    $extras = extras;
                }

            """.formatted(
                        bits.type(),
                        bits.narrowing(),
                        changeable("\n"
                                        + "                | (%1$s == null ? 0 : %2$s.changed(%1$s,"
                                        + " Access.find%3$s(this)))")
                                + copied("\n                | %2$s.changed(%1$s, %2$s_FIELD.get(this))"),
                        changeable("        %1$s = %1$s == null ? null :" + " %2$s.seen(Access.find%3$s(this));\n")
                                + copied(
                                        "        %1$s = %1$s == null ? null :" + " %2$s.seen(%2$s_FIELD.get(this));\n"),
                        changeable("        %1$s = (bits & %2$s.bits()) == 0 ? %1$s : null;\n")
                                + copied("        %1$s = (bits & %2$s.bit()) == 0 ? %1$s : null;\n"))
                + seen()
                + seenAt();
    }

    /** {@return the method that tells what arrays held that may have been changed behind the entity} */
    private String seenAt() {
        String cases = copied().map(column -> "            case %d -> %s;\n".formatted(column.index(), seen(column)))
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

    private String copied(String text) {
        return copied().map(column -> text.formatted(seen(column), constant(column.name())))
                .collect(Collectors.joining());
    }

    /** {@return the method that tells what objects held that may have been changed behind the entity} */
    private String seen() {
        List<EmbeddedModel> all = entity.allEmbedded();
        String cases = entity.embedded().stream()
                .filter(EmbeddedModel::isChangeable)
                .map(object -> "            case %d -> %s;\n".formatted(all.indexOf(object), seen(object)))
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

    private String changeable(String text) {
        return entity.embedded().stream()
                .filter(EmbeddedModel::isChangeable)
                .map(object -> text.formatted(seen(object), constant(object.name()), object.methodName()))
                .collect(Collectors.joining());
    }
}
