package org.fetchwise.processor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Types as text in which class names are marks, with the annotations that say whether a value may be null. */
final class TypeText {
    private TypeText() {}

    /** {@return a type as it is written in source} */
    static String of(TypeMirror type) {
        if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
            return nullness(type) + name(declared) + arguments(declared);
        }
        if (type instanceof ArrayType array) {
            String nullness = nullness(type);
            return of(array.getComponentType()) + (nullness.isEmpty() ? "" : " " + nullness) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard(wildcard);
        }
        return type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
    }

    /** {@return a type without its type arguments and annotations, as it stands in a class literal or in a cast} */
    static String erased(TypeMirror type) {
        if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
            return name(declared);
        }
        return type instanceof ArrayType array ? erased(array.getComponentType()) + "[]" : of(type);
    }

    /** {@return a type for a message, without packages} */
    static String simple(TypeMirror type) {
        if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
            List<? extends TypeMirror> arguments = declared.getTypeArguments();
            return declared.asElement().getSimpleName()
                    + (arguments.isEmpty()
                            ? ""
                            : arguments.stream().map(TypeText::simple).collect(Collectors.joining(", ", "<", ">")));
        }
        return type instanceof ArrayType array
                ? simple(array.getComponentType()) + "[]"
                : type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
    }

    /** {@return a type with wildcards for its type arguments, as it stands in a cast} */
    static String cast(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && !declared.getTypeArguments().isEmpty()) {
            return declared.getTypeArguments().stream()
                    .map(argument -> "?")
                    .collect(Collectors.joining(", ", name(declared) + "<", ">"));
        }
        return erased(type);
    }

    private static String name(DeclaredType type) {
        return TypeName.of((TypeElement) type.asElement()).toString();
    }

    private static String arguments(DeclaredType type) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(TypeText::of).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String wildcard(WildcardType type) {
        TypeMirror above = type.getExtendsBound();
        TypeMirror below = type.getSuperBound();
        if (above != null) {
            return "? extends " + of(above);
        }
        return below != null ? "? super " + of(below) : "?";
    }

    private static String nullness(TypeMirror type) {
        for (AnnotationMirror annotation : type.getAnnotationMirrors()) {
            TypeElement element = (TypeElement) annotation.getAnnotationType().asElement();
            if (element.getSimpleName().contentEquals("Nullable")) {
                return "@" + TypeName.of(element) + " ";
            }
        }
        return "";
    }
}
