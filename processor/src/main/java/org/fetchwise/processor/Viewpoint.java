package org.fetchwise.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * A class as the place from which its fields and those of its superclasses are seen: there the type variables of a mapped
 * superclass have their types.
 *
 * @param types answers about types
 * @param type the class, with its type arguments
 * @param converters the converters that are compiled together with it and apply by themselves
 */
record Viewpoint(Types types, DeclaredType type, List<TypeElement> converters) {
    Viewpoint {
        converters = List.copyOf(converters);
    }

    static Viewpoint of(Types types, TypeElement type) {
        return of(types, type, List.of());
    }

    static Viewpoint of(Types types, TypeElement type, List<TypeElement> converters) {
        return new Viewpoint(types, (DeclaredType) type.asType(), converters);
    }

    /** {@return the same answers from a class with type arguments} */
    Viewpoint within(DeclaredType other) {
        return new Viewpoint(types, other, converters);
    }

    /** {@return the class} */
    TypeElement element() {
        return (TypeElement) type.asElement();
    }

    /** {@return the same answers from another class} */
    Viewpoint from(TypeElement other) {
        return of(types, other, converters);
    }

    /** {@return the type of a field of this class or of a superclass} */
    TypeMirror typeOf(VariableElement field) {
        return types.asMemberOf(type, field);
    }

    /** {@return the entity that a relation leads to, or null where the field's type names none} */
    @Nullable
    TypeElement target(VariableElement field) {
        return RelationReader.target(typeOf(field));
    }
}
