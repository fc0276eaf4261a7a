package org.fetchwise.processor;

import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads the interfaces that extend {@code QuerySet}, and says what keeps one from being implemented. */
final class QuerySetReader {
    private static final String QUERY_SET = "org.fetchwise.QuerySet";
    private static final String DEFAULT_SCOPE = "org.fetchwise.annotation.DefaultScope";

    private final Elements elements;
    private final Types types;
    private final Problems problems;

    QuerySetReader(Elements elements, Types types, Problems problems) {
        this.elements = elements;
        this.types = types;
        this.problems = problems;
    }

    /** {@return whether an interface is one for which an implementation is due: generic ones are bases of others} */
    boolean isQuerySet(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE
                && type.getTypeParameters().isEmpty()
                && findQuerySet(type.asType()) != null;
    }

    /** {@return what an interface declares, or null after the problems were reported} */
    @Nullable
    QuerySetModel read(TypeElement type) {
        DeclaredType querySet = findQuerySet(type.asType());
        if (querySet == null) {
            return null;
        }
        checkMethods(type, (TypeElement) querySet.asElement());
        checkAccess(type);
        TypeElement entity = entity(type, querySet);
        if (entity == null) {
            return null;
        }
        checkSelfType(type, querySet, entity);
        return new QuerySetModel(
                TypeName.of(type),
                TypeName.of(entity),
                scope(type),
                elements.isDeprecated(type) || elements.isDeprecated(entity),
                EntityReader.hasGeneratedAnnotation(elements, type));
    }

    private @Nullable TypeElement entity(TypeElement type, DeclaredType querySet) {
        String name = type.getSimpleName().toString();
        if (querySet.getTypeArguments().isEmpty()) {
            problems.error(
                    type,
                    name + " extends QuerySet without type arguments. Write the entity and the interface itself, "
                            + "as in interface " + name + " extends QuerySet<Post, " + name + ">.");
            return null;
        }
        if (types.asElement(querySet.getTypeArguments().getFirst()) instanceof TypeElement entity
                && AnnotationView.isPresent(entity, Jpa.ENTITY)) {
            return entity;
        }
        problems.error(
                type,
                name + " queries " + querySet.getTypeArguments().getFirst()
                        + ", which is no entity. Write a class with @Entity as the first type argument of QuerySet.");
        return null;
    }

    /** The name of the method that every queryset begins with. */
    private @Nullable String scope(TypeElement type) {
        String found = null;
        for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(type))) {
            if (!AnnotationView.isPresent(method, DEFAULT_SCOPE)) {
                continue;
            }
            String name = type.getSimpleName() + "." + method.getSimpleName();
            if (!method.getModifiers().contains(Modifier.DEFAULT)
                    || !method.getParameters().isEmpty()
                    || !isSelf(type, method)) {
                problems.error(
                        method,
                        name + " cannot be the default scope. Write a default method without parameters that returns "
                                + type.getSimpleName() + ".");
            } else if (found != null) {
                problems.error(
                        method,
                        type.getSimpleName() + " has two default scopes, " + found + " and " + method.getSimpleName()
                                + ". Mark one method, which calls the other.");
            } else {
                found = method.getSimpleName().toString();
            }
        }
        return found;
    }

    private boolean isSelf(TypeElement type, ExecutableElement method) {
        ExecutableType seen = (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
        return types.isSameType(seen.getReturnType(), type.asType());
    }

    private void checkSelfType(TypeElement type, DeclaredType querySet, TypeElement entity) {
        TypeMirror self = querySet.getTypeArguments().get(1);
        if (!types.isSameType(self, type.asType())) {
            String name = type.getSimpleName().toString();
            problems.error(
                    type,
                    name + " extends QuerySet<" + entity.getSimpleName() + ", " + simpleName(self)
                            + ">, so that its methods would return " + simpleName(self) + ". Write interface " + name
                            + " extends QuerySet<" + entity.getSimpleName() + ", " + name
                            + ">; methods for several interfaces go into a generic one, as in interface Common<T, Q "
                            + "extends QuerySet<T, Q>> extends QuerySet<T, Q>.");
        }
    }

    private void checkAccess(TypeElement type) {
        if (type.getModifiers().contains(Modifier.PRIVATE)) {
            problems.error(
                    type,
                    type.getSimpleName() + " is private, so that no class can implement it. Make it package-private.");
        }
    }

    private void checkMethods(TypeElement type, TypeElement querySet) {
        List<ExecutableElement> own = ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(method -> !isFromLibrary(method) && !isFromObject(method))
                .toList();
        List<ExecutableElement> library = ElementFilter.methodsIn(elements.getAllMembers(querySet)).stream()
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                .toList();
        for (ExecutableElement method : own) {
            checkMethod(type, method, library);
        }
    }

    private void checkMethod(TypeElement type, ExecutableElement method, List<ExecutableElement> library) {
        String name = type.getSimpleName() + "." + method.getSimpleName();
        if (library.stream().anyMatch(other -> elements.overrides(method, other, type))) {
            problems.error(
                    method,
                    name + " overrides a method of QuerySet, on which the library itself relies. "
                            + "Give it a name of its own; it may call " + method.getSimpleName() + ".");
        } else if (method.getModifiers().contains(Modifier.ABSTRACT)) {
            problems.error(
                    method, name + " has no body. Write it as a default method that calls the methods of QuerySet.");
        }
    }

    private boolean isFromLibrary(ExecutableElement method) {
        String packageName = elements.getPackageOf(method).getQualifiedName().toString();
        return packageName.equals("org.fetchwise") || packageName.startsWith("java.");
    }

    private static boolean isFromObject(ExecutableElement method) {
        return Enclosing.type(method).getSimpleName().contentEquals("Object");
    }

    private @Nullable DeclaredType findQuerySet(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(QUERY_SET)) {
            return declared;
        }
        for (TypeMirror supertype : types.directSupertypes(type)) {
            DeclaredType found = findQuerySet(supertype);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private String simpleName(TypeMirror type) {
        return types.asElement(type) == null
                ? type.toString()
                : types.asElement(type).getSimpleName().toString();
    }
}
