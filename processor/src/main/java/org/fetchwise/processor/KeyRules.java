package org.fetchwise.processor;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** What the key of an entity has to be, and what relations may share of it. */
final class KeyRules {
    private static final Set<ValueKind> WHOLE =
            EnumSet.of(ValueKind.BYTE, ValueKind.SHORT, ValueKind.INTEGER, ValueKind.LONG);

    private static final Set<ValueKind> KEYS = EnumSet.of(ValueKind.STRING, ValueKind.UUID);

    /** Values that make no key by themselves, but are the same in Java just if they are in the database. */
    private static final Set<ValueKind> PARTS =
            EnumSet.of(ValueKind.DATE, ValueKind.BOOLEAN, ValueKind.ENUM_BY_NAME, ValueKind.ENUM_BY_ORDINAL);

    private final Viewpoint viewpoint;
    private final TypeElement type;
    private final EntityModel entity;
    private final Problems problems;

    KeyRules(Viewpoint viewpoint, EntityModel entity, Problems problems) {
        this.viewpoint = viewpoint;
        this.type = viewpoint.element();
        this.entity = entity;
        this.problems = problems;
    }

    void check() {
        List<VariableElement> fields = KeyReader.fields(type);
        if (fields.isEmpty()) {
            problems.error(
                    type,
                    type.getSimpleName() + " has no key. Add @Id @GeneratedValue(strategy = GenerationType.IDENTITY) "
                            + "private Long id.");
        }
        for (VariableElement field : fields) {
            if (AnnotationView.isPresent(field, Jpa.EMBEDDED_ID)) {
                embeddedKeyStandsAlone(field, fields);
                TypeElement embeddable = EmbeddedReader.embeddable(viewpoint.typeOf(field));
                if (embeddable != null) {
                    canBeCompared(type, embeddable, problems);
                }
            }
            keyLeadsToRow(field);
        }
        if (entity.traits().readOnly()) {
            readOnlyKeyIsPlain();
        }
        for (ColumnModel column : entity.key()) {
            partIsUsable(column, field(column, fields), entity.key().size() > 1);
        }
        for (VariableElement field : EntityReader.mappedFields(type)) {
            if (AnnotationView.isPresent(field, Jpa.MAPS_ID)) {
                sharedPartExists(field);
            }
            generatedKeyIsAlone(field, fields);
        }
    }

    /** The values of a row that is only read stand in the order of its fields. */
    private void readOnlyKeyIsPlain() {
        List<ColumnModel> key = entity.key();
        if (KeyClassReader.annotation(type) != null) {
            problems.error(
                    type,
                    type.getSimpleName()
                            + " is only read, and names a class of keys with @IdClass. Remove it: its keys are"
                            + " lists of the values of the fields with @Id.");
        }
        if (!key.isEmpty() && key.getLast().index() - key.getFirst().index() >= key.size()) {
            problems.error(
                    type,
                    type.getSimpleName()
                            + " is only read, and the fields of its key stand apart. Declare those with @Id"
                            + " next to each other.");
        }
    }

    private @Nullable VariableElement field(ColumnModel column, List<VariableElement> fields) {
        return fields.stream()
                .filter(field -> field.getSimpleName().contentEquals(column.attribute()))
                .findFirst()
                .orElse(null);
    }

    private void embeddedKeyStandsAlone(VariableElement field, List<VariableElement> fields) {
        if (fields.size() > 1) {
            problems.error(
                    field,
                    type.getSimpleName() + " has the key " + field.getSimpleName() + " and "
                            + fields.stream()
                                    .filter(other -> !other.equals(field))
                                    .map(other -> other.getSimpleName().toString())
                                    .collect(Collectors.joining(", "))
                            + " besides. Keep @EmbeddedId with all parts in its class, or @Id on each field.");
        }
        if (AnnotationView.isPresent(field, Jpa.ID)) {
            problems.error(
                    field, Enclosing.describe(field) + " has @Id and @EmbeddedId. Remove @Id: the object is the key.");
        }
    }

    private void keyLeadsToRow(VariableElement field) {
        AnnotationView relation = RelationReader.annotation(field);
        if (relation == null) {
            return;
        }
        boolean owning =
                (relation.name().equals(Jpa.MANY_TO_ONE) || relation.name().equals(Jpa.ONE_TO_ONE))
                        && relation.string("mappedBy", "").isEmpty();
        TypeElement target = viewpoint.target(field);
        if (!owning) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " is a key, but no column of " + type.getSimpleName()
                            + " holds it. Mark the side with the foreign key.");
        } else if (target != null
                && KeyReader.read(viewpoint.from(target), Set.of(type)).isEmpty()) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " makes the key of " + type.getSimpleName() + " of that of "
                            + target.getSimpleName()
                            + ", which is made of this one or cannot be read. Give one of them a"
                            + " key of its own.");
        }
    }

    private void partIsUsable(ColumnModel column, @Nullable VariableElement field, boolean several) {
        if (field == null || column.is(Trait.FOREIGN_KEY)) {
            return;
        }
        String name = column.field() == null ? type.getSimpleName() + "." + column.name() : Enclosing.describe(field);
        ValueKind kind = column.type().kind();
        boolean value = !several && column.field() != null;
        if (value && column.type().isPrimitive()) {
            problems.error(
                    field,
                    name + " is a primitive, so that an object without a key could not be told from the "
                            + "one with key 0. Declare the boxed type.");
        } else if (!WHOLE.contains(kind) && !KEYS.contains(kind) && (value || !PARTS.contains(kind))) {
            problems.error(
                    field,
                    name + " is a key of a type whose values are not compared alike everywhere. "
                            + (value
                                    ? "Declare a whole number, String or UUID."
                                    : "Declare a whole number, String, UUID, LocalDate, boolean or an enum."));
        }
        if (column.is(Trait.LAZY)) {
            problems.error(field, name + " is the key, which is always read. Remove @Basic(fetch = LAZY).");
        }
    }

    private void generatedKeyIsAlone(VariableElement field, List<VariableElement> fields) {
        if (!AnnotationView.isPresent(field, Jpa.GENERATED_VALUE)) {
            return;
        }
        boolean shared = EntityReader.mappedFields(type).stream()
                .anyMatch(relation -> AnnotationView.isPresent(relation, Jpa.MAPS_ID));
        if (KeyReader.isKey(field) && (fields.size() > 1 || shared)) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " is generated, but "
                            + (shared ? "a relation with @MapsId tells it" : "only keys of one column are made")
                            + ". Remove @GeneratedValue.");
        }
    }

    private void sharedPartExists(VariableElement field) {
        AnnotationView maps = AnnotationView.find(field, Jpa.MAPS_ID);
        AnnotationView relation = RelationReader.annotation(field);
        TypeElement target = viewpoint.target(field);
        if (maps == null
                || relation == null
                || target == null
                || !relation.string("mappedBy", "").isEmpty()) {
            problems.error(
                    field,
                    Enclosing.describe(field)
                            + " has @MapsId, but no foreign key that could be a part of the key. Write"
                            + " it on a @ManyToOne or @OneToOne without mappedBy.");
            return;
        }
        List<ColumnModel> key = KeyReader.read(viewpoint);
        List<ColumnModel> parts = KeyReader.shared(field, viewpoint, target);
        List<ColumnModel> wanted = KeyReader.read(viewpoint.from(target), Set.of(type));
        String part = maps.string("value", "");
        if (parts.isEmpty()) {
            problems.error(
                    field,
                    maps.mirror(),
                    Enclosing.describe(field) + " shares '" + part + "' of the key, which does not exist. The key has "
                            + key.stream().map(ColumnModel::name).collect(Collectors.joining(", ")) + ".");
            return;
        }
        boolean alike = parts.size() == wanted.size();
        for (int at = 0; alike && at < parts.size(); at++) {
            alike = parts.get(at).type().boxed().equals(wanted.get(at).type().boxed());
        }
        if (!alike) {
            problems.error(
                    field,
                    maps.mirror(),
                    Enclosing.describe(field) + " shares " + described(parts) + " of the key, but the key of "
                            + target.getSimpleName() + " is " + described(wanted)
                            + ". Give both the same types in the same order.");
        }
    }

    private static String described(List<ColumnModel> columns) {
        return columns.stream()
                .map(column -> column.name() + " (" + simpleName(column.type().boxed()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** A type in text is a mark with its package. */
    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf(':') + 1).replace("}", "");
    }

    /** Objects that stand for the same key must be equal. */
    static void canBeCompared(TypeElement entity, TypeElement keys, Problems problems) {
        if (keys.getKind() == ElementKind.RECORD || (declares(keys, "equals", 1) && declares(keys, "hashCode", 0))) {
            return;
        }
        problems.error(
                entity,
                keys.getSimpleName() + " makes the keys of " + entity.getSimpleName()
                        + ", but two of them with the same values are not equal. Make it a record, or add equals and"
                        + " hashCode over all fields.");
    }

    private static boolean declares(TypeElement type, String name, int parameters) {
        for (TypeElement at = type; at != null; at = EntityReader.superclass(at)) {
            if (at.getQualifiedName().contentEquals("java.lang.Object")) {
                return false;
            }
            for (ExecutableElement method : ElementFilter.methodsIn(at.getEnclosedElements())) {
                if (method.getSimpleName().contentEquals(name)
                        && method.getParameters().size() == parameters) {
                    return true;
                }
            }
        }
        return false;
    }
}
