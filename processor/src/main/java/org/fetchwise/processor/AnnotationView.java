package org.fetchwise.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * An annotation read by name: what is written in the source, without the defaults of its members. So the processor
 * needs none of the libraries whose annotations it understands.
 */
final class AnnotationView {
    private final AnnotationMirror mirror;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private AnnotationView(AnnotationMirror mirror) {
        this.mirror = mirror;
        mirror.getElementValues()
                .forEach((member, value) -> values.put(member.getSimpleName().toString(), value.getValue()));
    }

    /** {@return the annotations of an element, in source order} */
    static List<AnnotationView> of(Element element) {
        return element.getAnnotationMirrors().stream().map(AnnotationView::new).toList();
    }

    /** {@return the annotation of a qualified name, or null} */
    static @Nullable AnnotationView find(Element element, String name) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (nameOf(mirror).equals(name)) {
                return new AnnotationView(mirror);
            }
        }
        return null;
    }

    static boolean isPresent(Element element, String name) {
        return find(element, name) != null;
    }

    AnnotationMirror mirror() {
        return mirror;
    }

    /** {@return the qualified name of the annotation} */
    String name() {
        return nameOf(mirror);
    }

    String simpleName() {
        return mirror.getAnnotationType().asElement().getSimpleName().toString();
    }

    /** {@return the names of the members that are written} */
    Set<String> members() {
        return values.keySet();
    }

    String string(String member, String otherwise) {
        return values.get(member) instanceof String text && !text.isEmpty() ? text : otherwise;
    }

    /** {@return the text of a member, empty text included, or null where it is not written} */
    @Nullable
    String text(String member) {
        return values.get(member) instanceof String text ? text : null;
    }

    /** {@return the type that a member names, or null where it is not written} */
    @Nullable
    TypeMirror type(String member) {
        return values.get(member) instanceof TypeMirror type ? type : null;
    }

    boolean flag(String member, boolean otherwise) {
        return values.get(member) instanceof Boolean flag ? flag : otherwise;
    }

    int number(String member, int otherwise) {
        return values.get(member) instanceof Integer number ? number : otherwise;
    }

    /** {@return the constant that a member names, or what is given} */
    String constant(String member, String otherwise) {
        return values.get(member) instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : otherwise;
    }

    /** {@return the constants that an array member names} */
    List<String> constants(String member) {
        return elements(member).stream()
                .map(AnnotationValue::getValue)
                .filter(VariableElement.class::isInstance)
                .map(constant -> ((VariableElement) constant).getSimpleName().toString())
                .toList();
    }

    List<String> strings(String member) {
        return elements(member).stream()
                .map(value -> String.valueOf(value.getValue()))
                .toList();
    }

    /** {@return the types that an array member names} */
    List<TypeMirror> types(String member) {
        return elements(member).stream()
                .map(AnnotationValue::getValue)
                .filter(TypeMirror.class::isInstance)
                .map(TypeMirror.class::cast)
                .toList();
    }

    List<AnnotationView> annotations(String member) {
        return elements(member).stream()
                .map(AnnotationValue::getValue)
                .filter(AnnotationMirror.class::isInstance)
                .map(inner -> new AnnotationView((AnnotationMirror) inner))
                .toList();
    }

    /** {@return the annotation that a member holds, or null where it is not written} */
    @Nullable
    AnnotationView annotation(String member) {
        return values.get(member) instanceof AnnotationMirror inner ? new AnnotationView(inner) : null;
    }

    private List<AnnotationValue> elements(String member) {
        return Optional.ofNullable(values.get(member))
                .filter(List.class::isInstance)
                .map(list -> ((List<?>) list)
                        .stream().map(AnnotationValue.class::cast).toList())
                .orElse(List.of());
    }

    private static String nameOf(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }
}
