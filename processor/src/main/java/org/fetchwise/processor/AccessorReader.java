package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds the getters and setters of an entity's fields. */
final class AccessorReader {
    private final Elements elements;
    private final Types types;
    private final TypeElement entity;
    private final Viewpoint viewpoint;
    private final List<ExecutableElement> methods;

    AccessorReader(Elements elements, Types types, TypeElement entity) {
        this.elements = elements;
        this.types = types;
        this.entity = entity;
        this.viewpoint = Viewpoint.of(types, entity);
        this.methods = ElementFilter.methodsIn(elements.getAllMembers(entity)).stream()
                .filter(this::isOpen)
                .toList();
    }

    /** {@return the entity as the place from which its fields are seen} */
    Viewpoint viewpoint() {
        return viewpoint;
    }

    FieldModel read(VariableElement field) {
        return new FieldModel(
                field.getSimpleName().toString(),
                TypeName.of(Enclosing.type(field)),
                TypeText.erased(types.erasure(field.asType())),
                TypeText.erased(viewpoint.typeOf(field)),
                getters(field).stream().map(this::model).toList(),
                setters(field).stream().map(this::model).toList());
    }

    /** {@return the methods that return a field's value, private and static ones apart} */
    List<ExecutableElement> getters(VariableElement field) {
        List<ExecutableElement> found = new ArrayList<>();
        for (String name : getterNames(field)) {
            for (ExecutableElement method : methods) {
                if (method.getSimpleName().contentEquals(name)
                        && method.getParameters().isEmpty()
                        && method.getReturnType().getKind() != TypeKind.VOID) {
                    found.add(method);
                }
            }
        }
        return found;
    }

    /** {@return the methods that replace a field's value, private and static ones apart} */
    List<ExecutableElement> setters(VariableElement field) {
        TypeMirror type = types.erasure(viewpoint.typeOf(field));
        List<ExecutableElement> found = new ArrayList<>();
        for (String name : setterNames(field)) {
            for (ExecutableElement method : methods) {
                if (method.getSimpleName().contentEquals(name)
                        && method.getParameters().size() == 1
                        && types.isSameType(types.erasure(parameter(method)), type)) {
                    found.add(method);
                }
            }
        }
        return found;
    }

    private static List<String> getterNames(VariableElement field) {
        String name = field.getSimpleName().toString();
        List<String> names = new ArrayList<>(List.of("get" + capitalized(name)));
        if (isBoolean(field)) {
            names.add("is" + capitalized(name));
            if (saysIs(name)) {
                names.add(name);
                names.add("get" + name.substring(2));
            }
        }
        return names;
    }

    private static List<String> setterNames(VariableElement field) {
        String name = field.getSimpleName().toString();
        String setter = "set" + capitalized(name);
        return isBoolean(field) && saysIs(name) ? List.of(setter, "set" + name.substring(2)) : List.of(setter);
    }

    private static boolean isBoolean(VariableElement field) {
        return field.asType().getKind() == TypeKind.BOOLEAN
                || TypeText.erased(field.asType()).equals("${java.lang:Boolean}");
    }

    private static boolean saysIs(String name) {
        return name.length() > 2 && name.startsWith("is") && Character.isUpperCase(name.charAt(2));
    }

    static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private boolean isOpen(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.STATIC)
                || modifiers.contains(Modifier.PRIVATE)
                || modifiers.contains(Modifier.ABSTRACT)
                || !method.getTypeParameters().isEmpty()) {
            return false;
        }
        return modifiers.contains(Modifier.PUBLIC)
                || modifiers.contains(Modifier.PROTECTED)
                || elements.getPackageOf(method).equals(elements.getPackageOf(entity));
    }

    private AccessorModel model(ExecutableElement method) {
        ExecutableType seen = seenFromEntity(method);
        String returnType = TypeText.of(seen.getReturnType());
        boolean getter = method.getParameters().isEmpty();
        return new AccessorModel(
                method.getSimpleName().toString(),
                access(method),
                returnType.contains(":Nullable}") ? "" : nullable(method),
                returnType,
                getter ? "" : parameterText(method, seen),
                thrown(seen));
    }

    private static String access(ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.PUBLIC)) {
            return "public ";
        }
        return method.getModifiers().contains(Modifier.PROTECTED) ? "protected " : "";
    }

    private static String parameterText(ExecutableElement method, ExecutableType seen) {
        String type = TypeText.of(seen.getParameterTypes().getFirst());
        return type.contains(":Nullable}")
                ? type
                : nullable(method.getParameters().getFirst()) + type;
    }

    private static String nullable(Element element) {
        for (AnnotationView annotation : AnnotationView.of(element)) {
            if (annotation.simpleName().equals("Nullable")) {
                TypeElement type =
                        (TypeElement) annotation.mirror().getAnnotationType().asElement();
                return "@" + TypeName.of(type) + " ";
            }
        }
        return "";
    }

    private static String thrown(ExecutableType method) {
        return method.getThrownTypes().isEmpty()
                ? ""
                : method.getThrownTypes().stream().map(TypeText::of).collect(Collectors.joining(", ", " throws ", ""));
    }

    private TypeMirror parameter(ExecutableElement method) {
        return seenFromEntity(method).getParameterTypes().getFirst();
    }

    private ExecutableType seenFromEntity(ExecutableElement method) {
        return (ExecutableType) types.asMemberOf((DeclaredType) entity.asType(), method);
    }
}
