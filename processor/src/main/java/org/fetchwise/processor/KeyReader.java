package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Reads which columns the key of an entity has: those of its fields with {@code @Id} or {@code @EmbeddedId}, under the names
 * that they have once relations share them by {@code @MapsId}. What is wrong with a key is said about its entity, not here.
 */
final class KeyReader {
    private final Viewpoint viewpoint;
    private final Set<TypeElement> around;

    private KeyReader(Viewpoint viewpoint, Set<TypeElement> around) {
        this.viewpoint = viewpoint;
        this.around = around;
    }

    /** {@return the columns of an entity's key, with index 0; empty where it cannot be read} */
    static List<ColumnModel> read(Viewpoint entity) {
        return read(entity, Set.of());
    }

    /**
     * {@return the columns of an entity's key, with index 0; empty where it cannot be read}
     *
     * @param around the entities whose keys are made of this one
     */
    static List<ColumnModel> read(Viewpoint entity, Set<TypeElement> around) {
        if (around.contains(entity.element())) {
            return List.of();
        }
        Set<TypeElement> wider = new HashSet<>(around);
        wider.add(entity.element());
        return new KeyReader(entity, wider).read();
    }

    /** {@return the fields that make the key of an entity} */
    static List<VariableElement> fields(TypeElement entity) {
        return EntityReader.mappedFields(entity).stream()
                .filter(KeyReader::isKey)
                .toList();
    }

    /** {@return whether the key of an entity is an object made of columns} */
    static boolean isComposed(Viewpoint entity) {
        return read(entity).size() > 1
                || fields(entity.element()).stream()
                        .anyMatch(field -> AnnotationView.isPresent(field, Jpa.EMBEDDED_ID));
    }

    static boolean isKey(VariableElement field) {
        return AnnotationView.isPresent(field, Jpa.ID) || AnnotationView.isPresent(field, Jpa.EMBEDDED_ID);
    }

    private List<ColumnModel> read() {
        List<ColumnModel> columns = new ArrayList<>();
        for (VariableElement field : fields(viewpoint.element())) {
            FieldModel unseen = new FieldModel(
                    field.getSimpleName().toString(), TypeName.of(viewpoint.element()), "", "", List.of(), List.of());
            AnnotationView relation = RelationReader.annotation(field);
            TypeElement target = viewpoint.target(field);
            if (relation != null && target != null) {
                columns.addAll(references(field, relation, target));
            } else if (EmbeddedReader.isEmbedded(field, viewpoint.typeOf(field))) {
                new EmbeddedReader(columns, new Problems()).read(field, viewpoint, unseen);
            } else {
                ColumnModel column = new ColumnReader(viewpoint, new Problems()).read(field, unseen);
                if (column != null) {
                    columns.add(column);
                }
            }
        }
        columns.replaceAll(ColumnModel::asKey);
        Map<String, String> shared = new HashMap<>();
        for (VariableElement field : EntityReader.mappedFields(viewpoint.element())) {
            AnnotationView relation = RelationReader.annotation(field);
            TypeElement target = viewpoint.target(field);
            if (relation != null && target != null && AnnotationView.isPresent(field, Jpa.MAPS_ID)) {
                List<ColumnModel> references = references(field, relation, target);
                List<ColumnModel> parts = shared(field, viewpoint, columns, target);
                for (int at = 0; at < Math.min(parts.size(), references.size()); at++) {
                    shared.put(parts.get(at).name(), references.get(at).column());
                }
            }
        }
        columns.replaceAll(column -> column.named(shared.getOrDefault(column.name(), column.column())));
        if (columns.size() == 1) {
            ColumnModel only = columns.getFirst();
            columns.set(0, only.named(nameInTable(viewpoint.element(), only.column())));
        }
        return columns;
    }

    /** The name of a key's only column in the table of an entity: where nothing is said, as in that of the entity above. */
    private static String nameInTable(TypeElement entity, String ofRoot) {
        TypeElement above = Hierarchy.parent(entity);
        if (above == null) {
            return ofRoot;
        }
        String inherited = nameInTable(above, ofRoot);
        AnnotationView joined = AnnotationView.find(entity, Jpa.PRIMARY_KEY_JOIN_COLUMN);
        return joined == null ? inherited : joined.string("name", inherited);
    }

    private List<ColumnModel> references(VariableElement field, AnnotationView relation, TypeElement target) {
        return new ReferenceReader(viewpoint, new Problems(), around).read(field, relation, target);
    }

    /** {@return the columns of the key that a relation with {@code @MapsId} shares, each in the place of the target's own} */
    static List<ColumnModel> shared(VariableElement field, Viewpoint entity, TypeElement target) {
        return shared(field, entity, read(entity), target);
    }

    private static List<ColumnModel> shared(
            VariableElement field, Viewpoint entity, List<ColumnModel> key, TypeElement target) {
        AnnotationView maps = AnnotationView.find(field, Jpa.MAPS_ID);
        String part = maps == null ? "" : maps.string("value", "");
        String within = embeddedKey(entity.element());
        String name = within + part;
        List<ColumnModel> parts = part.isEmpty()
                ? key
                : key.stream()
                        .filter(column ->
                                column.name().equals(name) || column.name().startsWith(name + "."))
                        .toList();
        String start = part.isEmpty() ? within : name + ".";
        return inOrderOf(read(entity.from(target), Set.of(entity.element())), embeddedKey(target), parts, start);
    }

    /** Both keys name their parts alike, but may declare them in different orders. */
    private static List<ColumnModel> inOrderOf(
            List<ColumnModel> wanted, String within, List<ColumnModel> parts, String start) {
        List<ColumnModel> ordered = new ArrayList<>();
        for (ColumnModel column : wanted) {
            String name = within.isEmpty() ? column.attribute() : column.name().substring(within.length());
            parts.stream()
                    .filter(part -> part.name().equals(start + name))
                    .findFirst()
                    .ifPresent(ordered::add);
        }
        return ordered.size() == parts.size() ? ordered : parts;
    }

    /** What the names of the columns begin with where the key is an object that is embedded; empty elsewhere. */
    private static String embeddedKey(TypeElement entity) {
        return fields(entity).stream()
                .filter(field -> AnnotationView.isPresent(field, Jpa.EMBEDDED_ID))
                .map(field -> field.getSimpleName() + ".")
                .findFirst()
                .orElse("");
    }
}
