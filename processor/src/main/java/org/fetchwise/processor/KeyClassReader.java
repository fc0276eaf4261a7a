package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads the class that {@code @IdClass} names, and says what keeps its objects from being the keys of an entity. */
final class KeyClassReader {
    private final Viewpoint viewpoint;
    private final Problems problems;

    KeyClassReader(Viewpoint viewpoint, Problems problems) {
        this.viewpoint = viewpoint;
        this.problems = problems;
    }

    /** {@return the annotation on an entity or on one of its mapped superclasses, or null} */
    static @Nullable AnnotationView annotation(TypeElement entity) {
        return EntityReader.mappedClasses(entity).stream()
                .flatMap(type -> Stream.ofNullable(AnnotationView.find(type, Jpa.ID_CLASS)))
                .findFirst()
                .orElse(null);
    }

    /** {@return the class that an entity names, or null} */
    static @Nullable TypeElement keyClass(TypeElement entity) {
        AnnotationView annotation = annotation(entity);
        TypeMirror named = annotation == null ? null : annotation.type("value");
        return named instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element
                : null;
    }

    /**
     * {@return the class of an entity's keys, or null where there is none or after the problem was reported}
     *
     * @param columns the entity's columns
     */
    @Nullable
    KeyClassModel read(List<ColumnModel> columns) {
        TypeElement entity = viewpoint.element();
        TypeElement type = keyClass(entity);
        List<VariableElement> keys = KeyReader.fields(entity);
        if (type == null) {
            return null;
        }
        if (keys.size() < 2) {
            problems.error(
                    entity,
                    entity.getSimpleName() + " names " + type.getSimpleName() + " with @IdClass, but has "
                            + (keys.isEmpty() ? "no field" : "one field") + " with @Id. Remove @IdClass, or mark"
                            + " every field of the key with @Id.");
            return null;
        }
        Map<String, VariableElement> byName = new HashMap<>();
        keys.forEach(key -> byName.put(key.getSimpleName().toString(), key));
        List<KeyClassModel.Part> parts = new ArrayList<>();
        Set<String> missing = new HashSet<>(byName.keySet());
        for (VariableElement field : fields(type)) {
            String name = field.getSimpleName().toString();
            missing.remove(name);
            VariableElement key = byName.get(name);
            if (key == null) {
                problems.error(
                        entity,
                        Enclosing.describe(field) + " is no key of " + entity.getSimpleName()
                                + ", which names its class with @IdClass. Remove it, or add the field with @Id."
                                + NearMiss.suggestion(name, byName.keySet()));
            } else if (fits(field, key)) {
                parts.add(part(type, field, key, columns));
            }
        }
        if (!missing.isEmpty()) {
            problems.error(
                    entity,
                    type.getSimpleName() + " lacks " + missing.stream().sorted().collect(Collectors.joining(", "))
                            + ", which " + entity.getSimpleName() + " marks with @Id. Add a field of the same name and"
                            + " type for each.");
        }
        canBeMade(entity, type);
        KeyRules.canBeCompared(entity, type, problems);
        return problems.hasErrors()
                ? null
                : new KeyClassModel(TypeName.of(type), type.getKind() == ElementKind.RECORD, parts);
    }

    private static List<VariableElement> fields(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(EntityReader::isMapped)
                .toList();
    }

    private KeyClassModel.Part part(
            TypeElement type, VariableElement field, VariableElement key, List<ColumnModel> columns) {
        String name = field.getSimpleName().toString();
        TypeElement target = viewpoint.target(key);
        String erased = TypeText.erased(viewpoint.types().erasure(field.asType()));
        return new KeyClassModel.Part(
                new FieldModel(name, TypeName.of(type), erased, erased, List.of(), List.of()),
                type.getSimpleName() + "." + name,
                columns.stream()
                        .filter(column ->
                                column.is(Trait.KEY) && column.attribute().equals(name))
                        .map(ColumnModel::name)
                        .toList(),
                target != null && KeyReader.isComposed(viewpoint.from(target)) ? TypeName.of(target) : null);
    }

    /** A relation stands in the key as the key of its target. */
    private boolean fits(VariableElement field, VariableElement key) {
        TypeElement target = viewpoint.target(key);
        TypeMirror wanted = target == null ? viewpoint.typeOf(key) : keyType(target);
        boolean fits = wanted == null || viewpoint.types().isSameType(boxed(field.asType()), boxed(wanted));
        if (!fits) {
            problems.error(
                    viewpoint.element(),
                    Enclosing.describe(field) + " has the type " + field.asType() + ", but the key of "
                            + (target == null ? Enclosing.describe(key) : target.getSimpleName()) + " is " + wanted
                            + ". Declare it with that type.");
        }
        return fits;
    }

    /** {@return the type of the keys of an entity, or null where it is a list or cannot be read} */
    private @Nullable TypeMirror keyType(TypeElement target) {
        TypeElement keyClass = keyClass(target);
        if (keyClass != null) {
            return keyClass.asType();
        }
        List<VariableElement> keys = KeyReader.fields(target);
        if (keys.size() != 1) {
            return null;
        }
        TypeElement further = viewpoint.from(target).target(keys.getFirst());
        return further == null || further.equals(target)
                ? viewpoint.from(target).typeOf(keys.getFirst())
                : keyType(further);
    }

    private TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? viewpoint.types().boxedClass((PrimitiveType) type).asType()
                : type;
    }

    private void canBeMade(TypeElement entity, TypeElement type) {
        String name = type.getSimpleName().toString();
        boolean nested =
                type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC);
        if (!ClassRules.canBeNamed(type) || nested || type.getModifiers().contains(Modifier.ABSTRACT)) {
            problems.error(
                    entity,
                    name + " makes the keys of " + entity.getSimpleName() + ", but generated code cannot make one. Make"
                            + " it a record or a concrete class that is neither private nor inner.");
            return;
        }
        boolean empty = type.getKind() == ElementKind.RECORD
                || ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .anyMatch(constructor -> constructor.getParameters().isEmpty()
                                && !constructor.getModifiers().contains(Modifier.PRIVATE));
        boolean writable = type.getKind() == ElementKind.RECORD
                || fields(type).stream()
                        .map(Element::getModifiers)
                        .noneMatch(modifiers -> modifiers.contains(Modifier.FINAL));
        if (!empty || !writable) {
            problems.error(
                    entity,
                    name + " makes the keys of " + entity.getSimpleName() + ", but "
                            + (empty ? "has final fields" : "has no constructor without parameters")
                            + ", so that generated code cannot fill one. Make it a record.");
        }
    }
}
