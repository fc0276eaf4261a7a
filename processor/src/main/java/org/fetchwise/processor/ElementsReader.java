package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads collections of values, which {@code @ElementCollection} keeps in tables of their own. */
final class ElementsReader {
    private static final Map<String, String> CONTAINERS = Map.of(
            "java.util.List", "LIST", "java.util.Collection", "LIST", "java.util.Set", "SET", "java.util.Map", "MAP");

    private final Viewpoint viewpoint;
    private final Problems problems;

    ElementsReader(Viewpoint viewpoint, Problems problems) {
        this.viewpoint = viewpoint;
        this.problems = problems;
    }

    /** {@return the collection of a field, with index 0, or null after the problem was reported} */
    RelationModel.@Nullable Elements read(VariableElement field, FieldModel accessors) {
        TypeElement owner = EntityReader.declaringEntity(viewpoint.element(), field);
        TypeMirror type = viewpoint.typeOf(field);
        String container =
                type instanceof DeclaredType declared ? CONTAINERS.get(RelationReader.nameOf(declared)) : null;
        boolean map = "MAP".equals(container);
        TypeMirror element = element(type, map ? 2 : 1);
        if (container == null || element == null) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " is an @ElementCollection of the type " + type
                            + ". Declare a List, Set, Collection or Map of values, or keep it as a document with"
                            + " @Json.");
            return null;
        }
        if (RelationReader.target(element) != null) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " is an @ElementCollection of the entity " + TypeText.simple(element)
                            + ". Write @OneToMany or @ManyToMany.");
            return null;
        }
        List<ColumnModel> key = KeyReader.read(viewpoint);
        List<ColumnModel> columns = new ArrayList<>();
        EmbeddedModel object = null;
        if (EmbeddedReader.embeddable(element) != null) {
            object = new EmbeddedReader(columns, problems)
                    .readElement(field, field.getSimpleName() + ".value", element, viewpoint, accessors);
        } else {
            ColumnModel column = new ColumnReader(viewpoint, problems).readElement(field, element);
            if (column != null) {
                columns.add(column);
            }
        }
        if (key.isEmpty() || columns.isEmpty()) {
            return null;
        }
        if (map) {
            ColumnModel mapKey = new ColumnReader(viewpoint, problems)
                    .readMapKey(field, ((DeclaredType) type).getTypeArguments().getFirst());
            if (mapKey == null) {
                return null;
            }
            columns.add(mapKey);
        }
        for (int at = 0; at < columns.size(); at++) {
            columns.set(at, columns.get(at).at(key.size() + at));
        }
        String name = EntityReader.entityName(owner);
        AnnotationView table = AnnotationView.find(field, Jpa.COLLECTION_TABLE);
        String otherwise = name + "_" + field.getSimpleName();
        List<AnnotationView> joins = table == null ? List.of() : table.annotations("joinColumns");
        ForeignKeyReader constraints = new ForeignKeyReader(problems);
        return new RelationModel.Elements(
                0,
                accessors,
                TypeName.of(viewpoint.element()),
                container,
                table == null ? otherwise : Qualified.name(table, table.string("name", otherwise)),
                new ReferenceReader(viewpoint, problems).names(field, key, joins, name),
                columns,
                object,
                map ? columns.getLast().name() : null,
                constraints.read(field, table, "foreignKey", joins),
                order(field, object));
    }

    private static @Nullable TypeMirror element(TypeMirror type, int arguments) {
        return type instanceof DeclaredType declared
                        && declared.getTypeArguments().size() == arguments
                        && declared.getTypeArguments().getLast().getKind() == TypeKind.DECLARED
                ? declared.getTypeArguments().getLast()
                : null;
    }

    /** Without a name {@code @OrderBy} means the values themselves, which an object has no order of. */
    private CollectionOrder order(VariableElement field, @Nullable EmbeddedModel object) {
        CollectionOrder order = CollectionOrder.of(field);
        if (order.terms().stream()
                .noneMatch(term -> term.path().equals("pk") || term.path().isEmpty())) {
            return order;
        }
        if (object != null) {
            problems.error(
                    field,
                    "@OrderBy of " + Enclosing.describe(field) + " names no part of "
                            + object.type().simpleName() + ". Name one, as in @OrderBy(\""
                            + object.parts().getFirst().field().name() + "\").");
        }
        return new CollectionOrder(
                order.terms().stream()
                        .map(term -> new EntityModel.OrderTerm("value", term.descending()))
                        .toList(),
                order.column());
    }
}
