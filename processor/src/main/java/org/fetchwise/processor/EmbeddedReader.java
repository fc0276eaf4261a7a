package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the objects that are embedded in an entity, and the columns of their parts. */
final class EmbeddedReader {
    private final Problems problems;
    private final List<ColumnModel> columns;
    private final Set<TypeName> around = new HashSet<>();

    /**
     * Creates a reader.
     *
     * @param columns where the columns of the parts are added
     */
    EmbeddedReader(List<ColumnModel> columns, Problems problems) {
        this.columns = columns;
        this.problems = problems;
    }

    /** {@return the class of embedded objects that a type is, or null} */
    static @Nullable TypeElement embeddable(TypeMirror type) {
        return type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && AnnotationView.isPresent(element, Jpa.EMBEDDABLE)
                ? element
                : null;
    }

    /** {@return whether a field holds an embedded object, or says so} */
    static boolean isEmbedded(VariableElement field, TypeMirror type) {
        return AnnotationView.isPresent(field, Jpa.EMBEDDED)
                || AnnotationView.isPresent(field, Jpa.EMBEDDED_ID)
                || embeddable(type) != null;
    }

    /**
     * {@return the embedded object that a field holds, or null after the problem was reported}
     *
     * @param viewpoint the class that has the field
     */
    @Nullable
    EmbeddedModel read(VariableElement field, Viewpoint viewpoint, FieldModel accessors) {
        return read(
                field,
                field.getSimpleName().toString(),
                viewpoint.typeOf(field),
                viewpoint,
                accessors,
                overrides(field));
    }

    /**
     * {@return the object that each element of a collection is, or null after the problem was reported}
     *
     * @param name what its attributes begin with
     * @param type its class
     * @param viewpoint the class that has the collection
     */
    @Nullable
    EmbeddedModel readElement(
            VariableElement field, String name, TypeMirror type, Viewpoint viewpoint, FieldModel accessors) {
        return read(field, name, type, viewpoint, accessors, overrides(field));
    }

    private @Nullable EmbeddedModel read(
            VariableElement field,
            String name,
            TypeMirror declared,
            Viewpoint viewpoint,
            FieldModel accessors,
            Map<String, AnnotationView> overrides) {
        TypeElement type = embeddable(declared);
        if (type == null) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " is embedded, but " + declared
                            + " is no class with @Embeddable. Add it to the class, or remove @Embedded.");
            return null;
        }
        TypeName typeName = TypeName.of(type);
        if (!around.add(typeName)) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " embeds " + type.getSimpleName()
                            + " in itself, which has no end. Relate entities instead.");
            return null;
        }
        Viewpoint inner = viewpoint.within((DeclaredType) declared);
        List<EmbeddedModel.Part> parts = new ArrayList<>();
        for (VariableElement part : EntityReader.mappedFields(type)) {
            if (AnnotationRules.areUnderstood(part)) {
                EmbeddedModel.Part read = part(part, name, inner, overrides);
                if (read != null) {
                    parts.add(read);
                }
            }
        }
        around.remove(typeName);
        requireKnown(field, type, overrides);
        boolean record = type.getKind() == ElementKind.RECORD;
        return new EmbeddedModel(
                name, accessors, typeName, record ? EmbeddedModel.Shape.RECORD : EmbeddedModel.Shape.CLASS, parts);
    }

    private EmbeddedModel.@Nullable Part part(
            VariableElement part, String around, Viewpoint inner, Map<String, AnnotationView> overrides) {
        String simpleName = part.getSimpleName().toString();
        String attribute = around + "." + simpleName;
        FieldModel field = new FieldModel(
                simpleName,
                TypeName.of(Enclosing.type(part)),
                TypeText.erased(inner.types().erasure(part.asType())),
                TypeText.erased(inner.typeOf(part)),
                List.of(),
                List.of());
        if (isEmbedded(part, inner.typeOf(part))) {
            Map<String, AnnotationView> deeper = overrides(part);
            overrides.forEach((path, column) -> {
                if (path.startsWith(simpleName + ".")) {
                    deeper.put(path.substring(simpleName.length() + 1), column);
                }
            });
            EmbeddedModel embedded = read(part, attribute, inner.typeOf(part), inner, field, deeper);
            return embedded == null ? null : new EmbeddedModel.Part(field, attribute, embedded);
        }
        if (RelationReader.annotation(part) != null) {
            problems.error(
                    part,
                    Enclosing.describe(part) + " is a relation of an embedded object, which is not supported yet. "
                            + "Declare the relation in the entity.");
            return null;
        }
        ColumnModel column = new ColumnReader(inner, problems).read(part, field, overrides.get(simpleName));
        if (column == null) {
            return null;
        }
        columns.add(column.within(around));
        return new EmbeddedModel.Part(field, attribute, null);
    }

    private void requireKnown(VariableElement field, TypeElement type, Map<String, AnnotationView> overrides) {
        Set<String> names = EntityReader.mappedFields(type).stream()
                .map(part -> part.getSimpleName().toString())
                .collect(Collectors.toSet());
        for (String path : overrides.keySet()) {
            String first = path.split("\\.", 2)[0];
            if (!names.contains(first)) {
                problems.error(
                        field,
                        "@AttributeOverride of " + Enclosing.describe(field) + " names '" + first + "', which "
                                + type.getSimpleName() + " does not have." + NearMiss.suggestion(first, names));
            }
        }
    }

    /** {@return the columns that an element declares for attributes that it does not declare itself, by their names} */
    static Map<String, AnnotationView> overrides(Element element) {
        List<AnnotationView> all = new ArrayList<>();
        AnnotationView several = AnnotationView.find(element, Jpa.ATTRIBUTE_OVERRIDES);
        if (several != null) {
            all.addAll(several.annotations("value"));
        }
        AnnotationView one = AnnotationView.find(element, Jpa.ATTRIBUTE_OVERRIDE);
        if (one != null) {
            all.add(one);
        }
        Map<String, AnnotationView> overrides = new HashMap<>();
        for (AnnotationView override : all) {
            AnnotationView column = override.annotation("column");
            if (column != null) {
                overrides.put(override.string("name", ""), column);
            }
        }
        return overrides;
    }
}
