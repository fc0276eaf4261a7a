package org.fetchwise.processor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes {@code PostManaged}: the description of an entity, and the class of the objects that queries return. */
final class ManagedWriter {
    private final EntityModel entity;
    private final Names names;
    private final TypeName type;
    private final Map<String, String> constants;
    private final StateBits bits;
    private final SeenValues seen;
    private final long alwaysWritten;
    private final List<CallbackModel> callbacks;

    private ManagedWriter(EntityModel entity, Names names, long alwaysWritten, List<CallbackModel> callbacks) {
        this.entity = entity;
        this.names = names;
        this.type = names.managed(entity.type());
        this.constants = Names.constants(entity);
        this.bits = StateBits.of(entity);
        this.seen = new SeenValues(entity);
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
                + AccessorsWriter.write(entity, bits, seen)
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
                + seen.fields();
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

            """.formatted(bits.type(), bits.narrowing(), seen.changedBits(), seen.taking(), seen.forgetting())
                + seen.methods();
    }
}
