package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is called in the life of an entity's objects, in the order of the calls: first the listeners that its classes name,
 * then its own methods; those of superclasses before those of subclasses.
 */
final class CallbackReader {
    /** The constants of the moments, by the annotations that name them. */
    static final Map<String, String> MOMENTS = moments();

    private final Elements elements;
    private final Types types;
    private final TypeElement entity;
    private final Problems problems;
    private final List<CallbackModel> found = new ArrayList<>();

    private CallbackReader(Elements elements, Types types, TypeElement entity, Problems problems) {
        this.elements = elements;
        this.types = types;
        this.entity = entity;
        this.problems = problems;
    }

    private static Map<String, String> moments() {
        Map<String, String> moments = new LinkedHashMap<>();
        for (String name : List.of(
                "PrePersist", "PostPersist", "PreUpdate", "PostUpdate", "PreRemove", "PostRemove", "PostLoad")) {
            moments.put(Jpa.PACKAGE + name, Names.upperSnake(name));
        }
        return Map.copyOf(moments);
    }

    static List<CallbackModel> read(Elements elements, Types types, TypeElement entity, Problems problems) {
        CallbackReader reader = new CallbackReader(elements, types, entity, problems);
        List<TypeElement> classes = EntityReader.mappedClasses(entity).reversed();
        classes.stream().skip(firstWithListeners(classes)).forEach(reader::listeners);
        List<TypeElement> all = new ArrayList<>(classes);
        classes.forEach(type -> reader.methods(type, all, null));
        return List.copyOf(reader.found);
    }

    /** A class may say that the listeners of those above it do not count. */
    private static long firstWithListeners(List<TypeElement> classes) {
        int first = 0;
        for (int at = 0; at < classes.size(); at++) {
            if (AnnotationView.isPresent(classes.get(at), Jpa.EXCLUDE_SUPERCLASS_LISTENERS)) {
                first = at;
            }
        }
        return first;
    }

    private void listeners(TypeElement type) {
        AnnotationView annotation = AnnotationView.find(type, Jpa.ENTITY_LISTENERS);
        if (annotation == null) {
            return;
        }
        for (TypeMirror mirror : annotation.types("value")) {
            if (mirror instanceof DeclaredType declared && declared.asElement() instanceof TypeElement listener) {
                if (canBeMade(listener)) {
                    List<TypeElement> classes = new ArrayList<>();
                    for (TypeElement at = listener; at != null; at = EntityReader.superclass(at)) {
                        classes.addFirst(at);
                    }
                    classes.forEach(above -> methods(above, classes, listener));
                } else {
                    problems.error(
                            type,
                            annotation.mirror(),
                            "The listener " + listener.getSimpleName() + " of " + type.getSimpleName()
                                    + " cannot be made by generated code. Make it a class of its own, not abstract,"
                                    + " with a constructor without parameters, both public or of the entity's"
                                    + " package.");
                }
            }
        }
    }

    private boolean canBeMade(TypeElement listener) {
        boolean inner =
                listener.getNestingKind().isNested() && !listener.getModifiers().contains(Modifier.STATIC);
        return listener.getKind() == ElementKind.CLASS
                && !inner
                && !listener.getModifiers().contains(Modifier.ABSTRACT)
                && isVisible(listener, listener.getModifiers())
                && ElementFilter.constructorsIn(listener.getEnclosedElements()).stream()
                        .anyMatch(constructor -> constructor.getParameters().isEmpty()
                                && isVisible(listener, constructor.getModifiers()));
    }

    private boolean isVisible(TypeElement declaring, Set<Modifier> modifiers) {
        return modifiers.contains(Modifier.PUBLIC)
                || (!modifiers.contains(Modifier.PRIVATE)
                        && Enclosing.packageOf(declaring).equals(Enclosing.packageOf(entity)));
    }

    private void methods(TypeElement type, List<TypeElement> hierarchy, @Nullable TypeElement listener) {
        Set<String> seen = new HashSet<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            for (AnnotationView annotation : AnnotationView.of(method)) {
                String moment = MOMENTS.get(annotation.name());
                if (moment != null) {
                    if (!seen.add(moment)) {
                        problems.error(
                                method,
                                annotation.mirror(),
                                type.getSimpleName() + " has two methods with @" + annotation.simpleName()
                                        + ". Call one from the other.");
                    }
                    if (isCallable(method, annotation, listener) && !isOverridden(method, hierarchy)) {
                        found.add(model(type, method, moment, listener));
                    }
                }
            }
        }
    }

    private CallbackModel model(
            TypeElement type, ExecutableElement method, String moment, @Nullable TypeElement listener) {
        boolean visible = isVisible(type, method.getModifiers()) && isVisible(type, type.getModifiers());
        return new CallbackModel(
                moment,
                TypeName.of(type),
                method.getSimpleName().toString(),
                listener == null ? null : TypeName.of(listener),
                listener == null ? null : parameter(method),
                visible);
    }

    private @Nullable TypeName parameter(ExecutableElement method) {
        TypeMirror erased = types.erasure(method.getParameters().getFirst().asType());
        return types.asElement(erased) instanceof TypeElement parameter ? TypeName.of(parameter) : null;
    }

    /** A method that is overridden by a class below is not called. */
    private boolean isOverridden(ExecutableElement method, List<TypeElement> hierarchy) {
        return hierarchy.stream()
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .anyMatch(other -> elements.overrides(other, method, Enclosing.type(other)));
    }

    private boolean isCallable(ExecutableElement method, AnnotationView annotation, @Nullable TypeElement listener) {
        boolean plain = method.getReturnType().getKind() == TypeKind.VOID
                && method.getModifiers().stream().noneMatch(EnumSet.of(Modifier.STATIC, Modifier.ABSTRACT)::contains)
                && method.getThrownTypes().stream().noneMatch(this::isChecked);
        boolean fits = listener == null
                ? method.getParameters().isEmpty()
                : method.getParameters().size() == 1
                        && types.isAssignable(
                                entity.asType(),
                                types.erasure(method.getParameters().getFirst().asType()));
        if (plain && fits) {
            return true;
        }
        problems.error(
                method,
                annotation.mirror(),
                Enclosing.describe(method) + " cannot be called for @" + annotation.simpleName() + ". Write it as void "
                        + method.getSimpleName() + "(" + (listener == null ? "" : entity.getSimpleName() + " object")
                        + "), not static and without checked exceptions.");
        return false;
    }

    private boolean isChecked(TypeMirror thrown) {
        return !types.isSubtype(thrown, type("java.lang.RuntimeException"))
                && !types.isSubtype(thrown, type("java.lang.Error"));
    }

    private TypeMirror type(String name) {
        return elements.getTypeElement(name).asType();
    }
}
