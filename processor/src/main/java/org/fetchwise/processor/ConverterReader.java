package org.fetchwise.processor;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the converter of an attribute: the one that {@code @Convert} names, or one that applies itself. The latter are looked
 * for in the package of the entity and in that of the attribute's type, where every compilation finds them, however few files
 * it has; then among those that are compiled together with the entity.
 */
final class ConverterReader {
    private final Viewpoint viewpoint;
    private final Problems problems;

    ConverterReader(Viewpoint viewpoint, Problems problems) {
        this.viewpoint = viewpoint;
        this.problems = problems;
    }

    /**
     * A converter.
     *
     * @param type its class
     * @param attribute the type of the attributes that it converts
     * @param stored the type that it makes of them
     */
    record Converter(TypeElement type, TypeMirror attribute, TypeMirror stored) {}

    /** {@return whether a field says that nothing converts it} */
    private static boolean isDisabled(VariableElement field) {
        AnnotationView convert = AnnotationView.find(field, Jpa.CONVERT);
        return convert != null && convert.flag("disableConversion", false);
    }

    /** {@return the converter of a field, or null where there is none or after the problem was reported} */
    @Nullable
    Converter find(VariableElement field, TypeMirror type) {
        if (isDisabled(field) || isMappedOtherwise(field)) {
            return null;
        }
        AnnotationView convert = AnnotationView.find(field, Jpa.CONVERT);
        if (convert == null) {
            return automatic(type);
        }
        if (!(convert.type("converter") instanceof DeclaredType named
                && named.asElement() instanceof TypeElement element)) {
            problems.error(
                    field,
                    convert.mirror(),
                    Enclosing.describe(field)
                            + " has @Convert without a converter. Name one, as in @Convert(converter ="
                            + " MoneyConverter.class).");
            return null;
        }
        Converter converter = read(element);
        String problem = problem(field, type, element, converter);
        if (problem != null) {
            problems.error(field, convert.mirror(), problem);
            return null;
        }
        return converter;
    }

    private static boolean isMappedOtherwise(VariableElement field) {
        return Stream.of(Jpa.ID, Jpa.VERSION, Jpa.ENUMERATED, Jpa.JSON, Jpa.HIBERNATE_JDBC_TYPE_CODE)
                        .anyMatch(annotation -> AnnotationView.isPresent(field, annotation))
                && !AnnotationView.isPresent(field, Jpa.CONVERT);
    }

    private @Nullable String problem(
            VariableElement field, TypeMirror type, TypeElement element, @Nullable Converter converter) {
        String name = element.getSimpleName().toString();
        for (String other : List.of(Jpa.ID, Jpa.VERSION, Jpa.ENUMERATED, Jpa.JSON)) {
            AnnotationView contrary = AnnotationView.find(field, other);
            if (contrary != null) {
                return Enclosing.describe(field) + " has @Convert and @" + contrary.simpleName()
                        + ", of which only one can say what is stored. Remove one.";
            }
        }
        if (converter == null) {
            return Enclosing.describe(field) + " is converted by " + name
                    + ", which is no AttributeConverter of two types. Implement AttributeConverter<"
                    + TypeText.simple(type) + ", …>.";
        }
        if (!isSame(converter.attribute(), type)) {
            return Enclosing.describe(field) + " is a " + TypeText.simple(type) + ", but " + name + " converts "
                    + TypeText.simple(converter.attribute()) + ". Name a converter of " + TypeText.simple(type) + ".";
        }
        return canBeCreated(element, Enclosing.packageName(field))
                ? null
                : Enclosing.describe(field) + " is converted by " + name
                        + ", which generated code cannot create. Make it a public class, static if it is nested, with"
                        + " a public constructor without parameters.";
    }

    private @Nullable Converter automatic(TypeMirror type) {
        Element own = viewpoint.types().asElement(type);
        Stream<TypeElement> near = Stream.concat(
                        Stream.of(Enclosing.packageOf(viewpoint.element())),
                        own == null ? Stream.of() : Stream.of(Enclosing.packageOf(own)))
                .distinct()
                .flatMap(around -> ElementFilter.typesIn(around.getEnclosedElements()).stream())
                .flatMap(
                        top -> Stream.concat(Stream.of(top), ElementFilter.typesIn(top.getEnclosedElements()).stream()))
                .filter(ConverterReader::appliesItself);
        return Stream.concat(near, viewpoint.converters().stream())
                .map(this::read)
                .filter(converter -> converter != null
                        && isSame(converter.attribute(), type)
                        && canBeCreated(converter.type(), Enclosing.packageName(viewpoint.element())))
                .findFirst()
                .orElse(null);
    }

    static boolean appliesItself(TypeElement type) {
        AnnotationView converter = AnnotationView.find(type, Jpa.CONVERTER);
        return converter != null && converter.flag("autoApply", false);
    }

    /** {@return whether two types are the same, a primitive counting as its box} */
    private boolean isSame(TypeMirror converted, TypeMirror type) {
        TypeMirror boxed = type.getKind().isPrimitive()
                ? viewpoint.types().boxedClass((PrimitiveType) type).asType()
                : type;
        return viewpoint.types().isSameType(unannotated(converted), unannotated(boxed));
    }

    private static TypeMirror unannotated(TypeMirror type) {
        return type instanceof DeclaredType declared
                        && declared.getTypeArguments().isEmpty()
                ? declared.asElement().asType()
                : type;
    }

    private @Nullable Converter read(TypeElement type) {
        DeclaredType found = converterType(type.asType());
        return found == null || found.getTypeArguments().size() != 2
                ? null
                : new Converter(
                        type,
                        found.getTypeArguments().getFirst(),
                        found.getTypeArguments().getLast());
    }

    private @Nullable DeclaredType converterType(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return null;
        }
        if (((TypeElement) ((DeclaredType) type).asElement())
                .getQualifiedName()
                .contentEquals(Jpa.PACKAGE + "AttributeConverter")) {
            return (DeclaredType) type;
        }
        for (TypeMirror above : viewpoint.types().directSupertypes(type)) {
            DeclaredType found = converterType(above);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean canBeCreated(TypeElement type, String from) {
        boolean nested = type.getEnclosingElement() instanceof TypeElement;
        return type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && (!nested || type.getModifiers().contains(Modifier.STATIC))
                && canBeReached(type, from)
                && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .anyMatch(constructor -> isUsable(constructor, from));
    }

    private static boolean isUsable(ExecutableElement constructor, String from) {
        return constructor.getParameters().isEmpty() && canBeReached(constructor, from);
    }

    /** {@return whether code of a package may use a class or member} */
    static boolean canBeReached(Element element, String from) {
        return element.getModifiers().contains(Modifier.PUBLIC)
                || (!element.getModifiers().contains(Modifier.PRIVATE)
                        && Enclosing.packageName(element).equals(from));
    }
}
