package org.fetchwise.processor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the class {@code Access} inside a managed subclass: how the library creates, fills and reads its objects. */
final class AccessWriter {
    private final EntityModel entity;
    private final TypeName managed;
    private final Names names;
    private final Map<String, String> constants;
    private final StateBits bits;

    private AccessWriter(EntityModel entity, TypeName managed, Names names) {
        this.entity = entity;
        this.managed = managed;
        this.names = names;
        this.constants = Names.constants(entity);
        this.bits = StateBits.of(entity);
    }

    static String write(EntityModel entity, TypeName managed, Names names, List<CallbackModel> callbacks) {
        String members = new AccessWriter(entity, managed, names).write();
        return (members + CallbackWriter.write(entity.type(), callbacks) + "}\n").indent(4);
    }

    private String write() {
        return opening() + read() + get() + set() + embedded() + elements() + foreignKeys() + keyClass();
    }

    private String opening() {
        return """
            /** The straight lines between rows, objects and the library. */
            static final class Access extends ${EntityAccess}<%1$s> {
                @Override
                public %1$s newManaged(${FetchGroup} group) {
            %2$s    }

            """.formatted(
                entity.type(), entity.isAbstract() ? """
                            throw new UnsupportedOperationException("No object is of an abstract class.");
                    """ : """
                                %1$s managed = new %1$s();
                                managed.$group = group;
                                managed.dirty = 0;
                                READY.setRelease(managed, %2$s);
                                return managed;
                        """.formatted(managed, bits == StateBits.INT ? "0" : "0L"));
    }

    private String read() {
        return """
                @Override
                public void read(%1$s entity, ${RowReader} row, long columns, int at) throws ${SQLException} {
                    %2$s managed = (%2$s) entity;
                    long loaded = columns%5$s;
                    int next = at;
            %3$s        READY.setRelease(managed, managed.ready | %4$sloaded);
                }

            """.formatted(
                        entity.type(),
                        managed,
                        reading(),
                        bits.narrowing(),
                        foreign() == 0 ? "" : " & ~0x" + Long.toHexString(foreign()) + "L");
    }

    /** The bits of the columns that rows of other entities of a hierarchy have. */
    private long foreign() {
        return entity.inheritance() == null ? 0 : entity.inheritance().foreign();
    }

    /** Columns of other entities that stand between those that are read are passed over. */
    private String reading() {
        StringBuilder text = new StringBuilder();
        int behind = 0;
        for (ColumnModel column : entity.columns()) {
            long before = foreign() & (column.bit() - 1) & -(1L << behind);
            if (before != 0) {
                text.append(
                        "            next += Long.bitCount(columns & 0x%sL);\n".formatted(Long.toHexString(before)));
            }
            behind = column.index();
            text.append(read(column));
        }
        return text.toString();
    }

    private String read(ColumnModel column) {
        if (column.is(Trait.DISCRIMINATOR)) {
            return "            next += Long.bitCount(columns & 1L << %d);\n".formatted(column.index());
        }
        EmbeddedModel object = objectOf(column);
        if (object != null) {
            return readEmbedded(column);
        }
        String body = column.field() == null
                ? readForeignKey(column)
                : "            %s_FIELD.set(entity, %s);\n"
                        .formatted(constants.get(column.name()), value(column, constants));
        return """
                    if ((columns & 1L << %d) != 0) {
            %s        }
            """.formatted(column.index(), body);
    }

    /** The embedded object that a column is a part of, or null. */
    private @Nullable EmbeddedModel objectOf(ColumnModel column) {
        return column.field() != null || column.is(Trait.FOREIGN_KEY) || column.is(Trait.DISCRIMINATOR)
                ? null
                : entity.findEmbedded(column.name().substring(0, column.name().lastIndexOf('.')));
    }

    /** The parts of an object are always read together, with the first of them. */
    private String readEmbedded(ColumnModel column) {
        EmbeddedModel object = entity.findEmbedded(column.attribute());
        if (!object.attributes().findFirst().equals(Optional.of(column.name()))) {
            return "";
        }
        return """
                    if ((columns & 1L << %1$d) != 0) {
                        %2$s_FIELD.set(entity, read%3$s(row, next));
                        next += %4$d;
                    }
            """.formatted(
                        column.index(),
                        constants.get(object.name()),
                        object.methodName(),
                        object.attributes().count());
    }

    private String embedded() {
        if (entity.embedded().isEmpty()) {
            return "";
        }
        List<EmbeddedModel> all = entity.allEmbedded();
        return """

                @Override
                public @${Nullable} Object embedded(%s entity, int position) {
                    return switch (position) {
            %s            default -> throw new IndexOutOfBoundsException(position);
                    };
                }
            """.formatted(
                                entity.type(),
                                all.stream()
                                        .map(object -> "            case %d -> find%s(entity);\n"
                                                .formatted(all.indexOf(object), object.methodName()))
                                        .collect(Collectors.joining()))
                + all.stream()
                        .map(object -> new EmbeddedWriter(entity, constants, object)
                                .methods()
                                .indent(4))
                        .collect(Collectors.joining());
    }

    /** What makes the embedded objects that stand in tables of their own. */
    private String elements() {
        return entity.elements().stream()
                .flatMap(elements -> elements.allEmbedded().stream()
                        .map(object -> new EmbeddedWriter(elements.rows(entity), constants, object)
                                .elementMethods()
                                .indent(4)))
                .collect(Collectors.joining());
    }

    private String readForeignKey(ColumnModel column) {
        RelationModel relation = entity.relationOf(column);
        return """
                        managed.%1$s = %2$s;
                        if (managed.%1$s == null) {
                            %3$s_FIELD.set(entity, (%4$s) null);
                            loaded |= 1L << %5$d;
                        }
            """.formatted(
                        Names.keyField(column),
                        value(column, constants),
                        constants.get(relation.name()),
                        relation.field().erasedType(),
                        relation.index());
    }

    /** {@return the expression that reads a column's value from the row} */
    static String value(ColumnModel column, Map<String, String> constants) {
        ColumnType type = column.type();
        if (type.isDefined()) {
            String reading = constants.get(column.name()) + "_TYPE.read(row, next++)";
            return type.isPrimitive()
                    ? "(" + type.primitive() + ") ${Objects}.requireNonNull(" + reading + ")"
                    : reading;
        }
        return type.isPrimitive() ? type.kind().primitiveReading() : type.kind().reading();
    }

    /** {@return the method that gives the value of each column of a read-only entity} */
    static String columnValues(EntityModel entity, TypeName managed, Names names) {
        return new AccessWriter(entity, managed, names).get("protected", "valueOf");
    }

    private String get() {
        return get("public", "get");
    }

    private String get(String access, String name) {
        String columns = entity.columns().stream().map(this::get).collect(Collectors.joining());
        String relations = entity.relations().stream()
                .map(relation -> "            case %d -> (%s) %s_FIELD.get(entity);\n"
                        .formatted(relation.index(), declared(relation), constants.get(relation.name())))
                .collect(Collectors.joining());
        return """
                @Override
                %s @${Nullable} Object %s(%s entity, int attribute) {
                    return switch (attribute) {
            %s            default -> throw new IndexOutOfBoundsException(attribute);
                    };
                }

            """.formatted(access, name, entity.type(), columns + relations);
    }

    private String get(ColumnModel column) {
        if (column.is(Trait.DISCRIMINATOR)) {
            return "            case %d -> %s;\n"
                    .formatted(
                            column.index(),
                            Objects.requireNonNull(entity.inheritance()).value());
        }
        EmbeddedModel object = objectOf(column);
        if (object != null) {
            return """
                            case %1$d -> {
                                %2$s object = find%3$s(entity);
                                yield object == null ? null : (%4$s) %5$s_FIELD.get(object);
                            }
                """.formatted(
                            column.index(),
                            object.type(),
                            object.methodName(),
                            column.type().declared(),
                            constants.get(column.name()));
        }
        return column.field() == null
                ? "            case %d -> %s(entity);\n".formatted(column.index(), Names.keyField(column))
                : "            case %d -> (%s) %s_FIELD.get(entity);\n"
                        .formatted(column.index(), column.type().declared(), constants.get(column.name()));
    }

    private String set() {
        String columns = entity.columns().stream().map(this::set).collect(Collectors.joining());
        String relations = entity.relations().stream()
                .map(relation -> "            case %d -> %s_FIELD.set(entity, (%s) value);\n"
                        .formatted(relation.index(), constants.get(relation.name()), declared(relation)))
                .collect(Collectors.joining());
        return """
                @Override
                public void set(%s entity, int attribute, @${Nullable} Object value) {
                    switch (attribute) {
            %s            default -> throw new IndexOutOfBoundsException(attribute);
                    }
                }
            """.formatted(entity.type(), columns + relations);
    }

    private String set(ColumnModel column) {
        if (column.is(Trait.DISCRIMINATOR)) {
            return """
                            case %d -> {
                                // the class says it
                            }
                """.formatted(column.index());
        }
        if (objectOf(column) != null) {
            EmbeddedModel object = entity.findEmbedded(column.attribute());
            return """
                            case %1$d -> {
                                ${List}<@${Nullable} Object> parts = new ${ArrayList}<>(%2$s.type().partsOf(find%3$s(entity)));
                                parts.set(%4$d, value);
                                %2$s_FIELD.set(entity, make%3$s(parts, 0));
                            }
                """.formatted(
                            column.index(),
                            constants.get(object.name()),
                            object.methodName(),
                            object.attributes().toList().indexOf(column.name()));
        }
        if (column.field() == null) {
            return "            case %d -> ((%s) entity).%s = (%s) value;\n"
                    .formatted(
                            column.index(),
                            managed,
                            Names.keyField(column),
                            column.type().boxed());
        }
        String value = column.type().isPrimitive() ? "${Objects}.requireNonNull(value)" : "value";
        return "            case %d -> %s_FIELD.set(entity, (%s) %s);\n"
                .formatted(
                        column.index(),
                        constants.get(column.name()),
                        column.type().declared(),
                        value);
    }

    /** {@return the methods that find the value of a foreign key: in its own field, or in the related object} */
    private String foreignKeys() {
        return entity.columns().stream()
                .filter(column -> column.is(Trait.FOREIGN_KEY))
                .map(this::foreignKey)
                .collect(Collectors.joining());
    }

    private String foreignKey(ColumnModel column) {
        RelationModel relation = entity.relationOf(column);
        return """

                private static @${Nullable} Object %1$s(%2$s entity) {
                    if (entity instanceof %3$s managed
                            && managed.%1$s != null
                            && ((%4$s) READY.getAcquire(managed) & %5$s) == 0) {
                        return managed.%1$s;
                    }
                    %6$s related = (%6$s) %7$s_FIELD.get(entity);
                    return related == null ? null : %8$s.META.%9$s;
                }
            """.formatted(
                        Names.keyField(column),
                        entity.type(),
                        managed,
                        bits.type(),
                        bits.mask(IntStream.of(relation.index())),
                        relation.field().erasedType(),
                        constants.get(relation.name()),
                        names.path(relation.target()),
                        partOfKey(column));
    }

    /** Where the key of the target is made of columns, each of them is taken by its place. */
    private String partOfKey(ColumnModel column) {
        RelationModel.Owning relation = entity.relationOf(column);
        return relation.composed()
                ? "partOfKey(related, " + relation.foreignKey().indexOf(column.name()) + ")"
                : "keyOf(related)";
    }

    private String keyClass() {
        KeyClassModel key = entity.keyClass();
        return key == null
                ? ""
                : new KeyClassWriter(entity, key, constants, names).methods().indent(4);
    }

    private static String declared(RelationModel relation) {
        boolean map = relation instanceof RelationModel.Elements elements && elements.key() != null;
        return relation.field().erasedType() + (map ? "<?, ?>" : relation.isMany() ? "<?>" : "");
    }
}
