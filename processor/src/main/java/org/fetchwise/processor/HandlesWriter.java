package org.fetchwise.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the handles through which generated code reads and writes fields, and the statements that find them. */
final class HandlesWriter {
    private final EntityModel entity;
    private final Map<String, String> constants;

    private HandlesWriter(EntityModel entity) {
        this.entity = entity;
        this.constants = Names.constants(entity);
    }

    /** {@return the handles of an entity whose objects are only made} */
    static String ofReadOnly(EntityModel entity) {
        return new HandlesWriter(entity).write("", "");
    }

    /**
     * {@return the handles of an entity whose objects keep state}
     *
     * @param managed the class of those objects
     * @param bits how they keep which attributes are ready
     */
    static String ofManaged(EntityModel entity, TypeName managed, StateBits bits) {
        return new HandlesWriter(entity)
                .write(
                        "    private static final ${VarHandle} READY;\n",
                        "            READY = own.findVarHandle(%s.class, \"ready\", %s.class);\n"
                                .formatted(managed, bits.type()));
    }

    private String write(String moreFields, String moreLookups) {
        Map<String, FieldModel> mapped = mappedFields();
        return fields(mapped) + moreFields + """

                static {
                    try {
                        ${MethodHandles}.Lookup own = ${MethodHandles}.lookup();
            """ + moreLookups + lookups(mapped) + """
                    } catch (ReflectiveOperationException impossible) {
                        throw new ExceptionInInitializerError(impossible);
                    }
                }

            """;
    }

    /** {@return the constant that describes an attribute} */
    private String constant(String attribute) {
        return Objects.requireNonNull(constants.get(attribute));
    }

    private String fields(Map<String, FieldModel> mapped) {
        return mapped.keySet().stream()
                .map(attribute -> "    private static final ${VarHandle} %s_FIELD;\n".formatted(constant(attribute)))
                .collect(Collectors.joining());
    }

    /** {@return the statements that find the fields of each class; an entity's own and those of its mapped superclasses} */
    private String lookups(Map<String, FieldModel> mapped) {
        List<TypeName> classes =
                mapped.values().stream().map(FieldModel::declaredIn).distinct().toList();
        StringBuilder text = new StringBuilder();
        for (TypeName declaring : classes) {
            String lookup = declaring.equals(entity.type()) ? "entity" : "other" + classes.indexOf(declaring);
            text.append("            ${MethodHandles}.Lookup %s = ${MethodHandles}.privateLookupIn(%s.class, own);\n"
                    .formatted(lookup, declaring));
            mapped.forEach((attribute, field) -> {
                if (field.declaredIn().equals(declaring)) {
                    text.append("            %s_FIELD = %s.findVarHandle(%s.class, %s, %s.class);\n"
                            .formatted(
                                    constant(attribute),
                                    lookup,
                                    declaring,
                                    Names.literal(field.name()),
                                    field.declaredType()));
                }
            });
        }
        return text.toString();
    }

    /** {@return the fields that are read and written, by attribute: the entity's, and those of embedded objects} */
    private Map<String, FieldModel> mappedFields() {
        Map<String, FieldModel> fields = new LinkedHashMap<>();
        entity.fields().forEach(field -> fields.put(field.name(), field));
        Stream.concat(
                        entity.allEmbedded().stream(),
                        entity.elements().stream().flatMap(elements -> elements.allEmbedded().stream()))
                .forEach(object -> object.parts().forEach(part -> fields.put(part.attribute(), part.field())));
        KeyClassModel key = entity.keyClass();
        if (key != null) {
            key.parts().forEach(part -> fields.put(part.attribute(), part.field()));
        }
        return fields;
    }
}
