package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The entities that extend each other: a root and all that stands below it.
 *
 * @param root the topmost entity
 * @param classes all of them, each before those that extend it, in the order of their names
 */
record Hierarchy(TypeElement root, List<TypeElement> classes) {
    Hierarchy {
        classes = List.copyOf(classes);
    }

    /** {@return the nearest entity that a class extends, or null} */
    static @Nullable TypeElement parent(TypeElement type) {
        for (TypeElement above = EntityReader.superclass(type); above != null; above = EntityReader.superclass(above)) {
            if (AnnotationView.isPresent(above, Jpa.ENTITY)) {
                return above;
            }
        }
        return null;
    }

    /** {@return whether an entity is another one or extends it} */
    static boolean isA(TypeElement type, @Nullable TypeElement other) {
        TypeElement above = parent(type);
        return type.equals(other) || (above != null && isA(above, other));
    }

    /** {@return the topmost entity that a class extends, the class itself where there is none} */
    static TypeElement root(TypeElement type) {
        TypeElement above = parent(type);
        return above == null ? type : root(above);
    }

    /**
     * {@return the hierarchy of an entity; of one class where no entity extends another}
     *
     * @param compiled the entities of this compilation; those of the packages of the hierarchy are looked for, too, so that it is
     *     whole when only a part of a package is compiled again
     */
    static Hierarchy of(TypeElement entity, List<TypeElement> compiled) {
        TypeElement root = root(entity);
        Set<TypeElement> known = new LinkedHashSet<>(compiled);
        for (TypeElement beside : List.of(root, entity)) {
            List<TypeElement> types = new ArrayList<>();
            ElementFilter.typesIn(Enclosing.packageOf(beside).getEnclosedElements())
                    .forEach(type -> FetchwiseProcessor.addWithNested(type, types));
            types.stream()
                    .filter(type -> AnnotationView.isPresent(type, Jpa.ENTITY))
                    .forEach(known::add);
        }
        List<TypeElement> sorted = known.stream()
                .filter(type -> type.getKind() == ElementKind.CLASS)
                .sorted(Comparator.comparing(type -> type.getQualifiedName().toString()))
                .toList();
        List<TypeElement> classes = new ArrayList<>();
        add(root, sorted, classes);
        return new Hierarchy(root, classes);
    }

    private static void add(TypeElement type, List<TypeElement> known, List<TypeElement> classes) {
        classes.add(type);
        for (TypeElement other : known) {
            if (type.equals(parent(other))) {
                add(other, known, classes);
            }
        }
    }

    /** {@return the entities that extend a class directly} */
    List<TypeElement> below(TypeElement type) {
        return classes.stream().filter(other -> type.equals(parent(other))).toList();
    }

    /** {@return whether one entity extends another} */
    boolean isShared() {
        return classes.size() > 1;
    }

    boolean isJoined() {
        return isJoined(root);
    }

    /** {@return whether the attributes that a class adds stand in a table of its own} */
    static boolean isJoined(TypeElement type) {
        AnnotationView inheritance = AnnotationView.find(root(type), Jpa.INHERITANCE);
        return inheritance != null
                && inheritance.constant("strategy", "SINGLE_TABLE").equals("JOINED");
    }

    /** {@return the class whose table has the rows of an entity, or those attributes of them that the entity adds} */
    static TypeElement tableOwner(TypeElement entity) {
        return isJoined(entity) ? entity : root(entity);
    }

    /** {@return whether which tables have a row tells its class, because no column does} */
    boolean isComputed() {
        return isJoined() && !AnnotationView.isPresent(root, Jpa.DISCRIMINATOR_COLUMN);
    }

    /** {@return what the column of the discriminator holds, by the name of Jakarta's constant} */
    String discriminatorType() {
        if (isComputed()) {
            return "INTEGER";
        }
        AnnotationView column = AnnotationView.find(root, Jpa.DISCRIMINATOR_COLUMN);
        return column == null ? "STRING" : column.constant("discriminatorType", "STRING");
    }

    /** {@return the value in the rows of a class as text, null where no row is of it or no value is said that is needed} */
    @Nullable
    String value(TypeElement type) {
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            return null;
        }
        if (isComputed()) {
            return Integer.toString(classes.indexOf(type));
        }
        AnnotationView value = AnnotationView.find(type, Jpa.DISCRIMINATOR_VALUE);
        if (value != null) {
            return value.text("value");
        }
        return discriminatorType().equals("STRING") ? EntityReader.entityName(type) : null;
    }

    /** {@return the value in the rows of a class as a Java literal; null where there is none} */
    @Nullable
    String literal(TypeElement type) {
        String value = value(type);
        if (value == null) {
            return null;
        }
        return switch (discriminatorType()) {
            case "INTEGER" -> value;
            case "CHAR" -> "'" + (value.equals("'") || value.equals("\\") ? "\\" + value : value) + "'";
            default -> Names.literal(value);
        };
    }
}
