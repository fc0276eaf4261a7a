package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads classes of embedded objects, and says what keeps one from being embedded. */
final class EmbeddableReader {
    private final Elements elements;
    private final Types types;
    private final List<TypeElement> converters;
    private final Problems problems;

    EmbeddableReader(Elements elements, Types types, List<TypeElement> converters, Problems problems) {
        this.converters = converters;
        this.elements = elements;
        this.types = types;
        this.problems = problems;
    }

    EmbeddableModel read(TypeElement type) {
        classCanBeFilled(type);
        new AnnotationRules(type, problems).check();
        Viewpoint viewpoint = Viewpoint.of(types, type, converters);
        List<ColumnModel> columns = new ArrayList<>();
        List<EmbeddableModel.EmbeddedField> objects = new ArrayList<>();
        List<VariableElement> fields = EntityReader.mappedFields(type);
        for (VariableElement field : fields) {
            fieldCanBePart(type, field);
            TypeElement embedded = EmbeddedReader.embeddable(viewpoint.typeOf(field));
            if (embedded != null) {
                objects.add(
                        new EmbeddableModel.EmbeddedField(field.getSimpleName().toString(), TypeName.of(embedded)));
            } else if (RelationReader.annotation(field) == null && AnnotationRules.areUnderstood(field)) {
                FieldModel own = new FieldModel(
                        field.getSimpleName().toString(),
                        TypeName.of(Enclosing.type(field)),
                        "",
                        "",
                        List.of(),
                        List.of());
                ColumnModel column = new ColumnReader(viewpoint, problems).read(field, own);
                if (column != null) {
                    columns.add(column);
                }
            }
        }
        if (fields.isEmpty()) {
            problems.error(
                    type,
                    type.getSimpleName() + " has no fields that could be stored. Add one, or remove @Embeddable.");
        }
        return new EmbeddableModel(
                TypeName.of(type),
                columns,
                objects,
                elements.isDeprecated(type),
                EntityReader.hasGeneratedAnnotation(elements, type));
    }

    private void classCanBeFilled(TypeElement type) {
        String name = type.getSimpleName().toString();
        boolean record = type.getKind() == ElementKind.RECORD;
        if (type.getKind() != ElementKind.CLASS && !record) {
            problems.error(type, name + " is no class. Only classes and records can be embedded.");
            return;
        }
        if (!ClassRules.canBeNamed(type)) {
            problems.error(type, name + " is private, so that generated code cannot name it. Make it package-private.");
        }
        if (!type.getTypeParameters().isEmpty()) {
            problems.error(type, name + " has type parameters. Write one class for each kind of value, without any.");
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            problems.error(type, name + " is abstract, so that no row could hold one. Make it a concrete class.");
        }
        if (!record) {
            constructorCanBeCalled(type);
        }
    }

    private void constructorCanBeCalled(TypeElement type) {
        String name = type.getSimpleName().toString();
        boolean callable = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty()
                        && !constructor.getModifiers().contains(Modifier.PRIVATE));
        if (!callable) {
            problems.error(
                    type,
                    name + " has no constructor without parameters that generated code can call. Add " + name
                            + "() {}, or make it a record.");
        }
    }

    private void fieldCanBePart(TypeElement type, VariableElement field) {
        String name = Enclosing.describe(field);
        if (type.getKind() == ElementKind.CLASS && field.getModifiers().contains(Modifier.FINAL)) {
            problems.error(
                    field,
                    name + " is final, so that the value of a row cannot be written into it. Remove final, or make "
                            + type.getSimpleName() + " a record.");
        }
        for (String annotation : List.of(Jpa.ID, Jpa.VERSION, Jpa.GENERATED_VALUE)) {
            AnnotationView found = AnnotationView.find(field, annotation);
            if (found != null) {
                problems.error(
                        field,
                        found.mirror(),
                        name + " is part of an embedded object, which has no @" + found.simpleName()
                                + " of its own. Write it in the entity.");
            }
        }
        AnnotationView basic = AnnotationView.find(field, Jpa.BASIC);
        if (basic != null && basic.constant("fetch", "EAGER").equals("LAZY")) {
            problems.error(
                    field,
                    basic.mirror(),
                    name + " is part of an embedded object, which is read as a whole. Remove @Basic(fetch = LAZY), or "
                            + "leave the object out of a query with defer(…).");
        }
    }
}
