package org.fetchwise.processor;

import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * What an entity has to be whose objects nobody manages: a record, or a final class with a constructor that takes all of its values.
 * Such entities are read only.
 */
final class ReadOnlyRules {
    private final TypeElement type;
    private final Problems problems;

    ReadOnlyRules(TypeElement type, Problems problems) {
        this.type = type;
        this.problems = problems;
    }

    /** {@return whether rows become objects of a class that cannot be extended} */
    static boolean isReadOnly(TypeElement type) {
        return type.getKind() == ElementKind.RECORD
                || (type.getKind() == ElementKind.CLASS
                        && type.getModifiers().contains(Modifier.FINAL)
                        && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                                .anyMatch(constructor -> takesAllValues(type, constructor)));
    }

    /** Whether a constructor has one parameter for each attribute, in their order. */
    private static boolean takesAllValues(TypeElement type, ExecutableElement constructor) {
        List<? extends VariableElement> parameters = constructor.getParameters();
        List<VariableElement> fields = EntityReader.mappedFields(type);
        if (parameters.isEmpty()
                || parameters.size() != fields.size()
                || constructor.getModifiers().contains(Modifier.PRIVATE)) {
            return false;
        }
        for (int at = 0; at < fields.size(); at++) {
            if (!TypeText.erased(parameters.get(at).asType())
                    .equals(TypeText.erased(fields.get(at).asType()))) {
                return false;
            }
        }
        return true;
    }

    void check() {
        for (VariableElement field : EntityReader.mappedFields(type)) {
            boolean collection = AnnotationView.isPresent(field, Jpa.ELEMENT_COLLECTION);
            if (collection || RelationReader.annotation(field) != null) {
                problems.error(
                        field,
                        Enclosing.describe(field) + " is a " + (collection ? "collection of values" : "relation")
                                + " of "
                                + type.getSimpleName() + ", which is read-only because it is "
                                + (type.getKind() == ElementKind.RECORD ? "a record" : "final")
                                + ": nothing could load it later. Declare the column of the foreign key, or make "
                                + type.getSimpleName() + " a class that is not final.");
            }
            AnnotationView basic = AnnotationView.find(field, Jpa.BASIC);
            if (basic != null && basic.constant("fetch", "EAGER").equals("LAZY")) {
                problems.error(
                        field,
                        basic.mirror(),
                        Enclosing.describe(field) + " belongs to a read-only entity, which is read as a whole. Remove "
                                + "@Basic(fetch = LAZY).");
            }
        }
    }
}
