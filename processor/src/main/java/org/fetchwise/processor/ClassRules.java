package org.fetchwise.processor;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** What an entity class has to be, so that a managed subclass can extend it and fill its fields. */
final class ClassRules {
    private final TypeElement type;
    private final String name;
    private final AccessorReader accessors;
    private final Problems problems;

    ClassRules(TypeElement type, AccessorReader accessors, Problems problems) {
        this.type = type;
        this.name = type.getSimpleName().toString();
        this.accessors = accessors;
        this.problems = problems;
    }

    void check() {
        boolean readOnly = ReadOnlyRules.isReadOnly(type);
        classIsAClass();
        if (readOnly) {
            new ReadOnlyRules(type, problems).check();
        } else {
            classCanBeExtended();
        }
        classStandsByItself();
        if (readOnly || type.getKind() != ElementKind.CLASS) {
            return;
        }
        superclassesCanBeMapped();
        constructorCanBeCalled();
        for (VariableElement field : EntityReader.mappedFields(type)) {
            fieldCanBeWritten(field);
            accessorsCanBeOverridden(field);
        }
    }

    /** {@return whether generated code may name a class at all} */
    static boolean canBeNamed(TypeElement type) {
        return !type.getModifiers().contains(Modifier.PRIVATE);
    }

    private void classIsAClass() {
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            problems.error(type, name + " is no class. Only classes can be entities.");
        }
    }

    private void classCanBeExtended() {
        Set<Modifier> modifiers = type.getModifiers();
        if (type.getKind() != ElementKind.CLASS) {
            return;
        }
        if (modifiers.contains(Modifier.FINAL)) {
            problems.error(
                    type,
                    name
                            + " is final, but the objects that queries return belong to a subclass that knows what is "
                            + "loaded. Make the class non-final; or give it a constructor with one parameter for each "
                            + "mapped field, in their order, which makes it an entity that is only read.");
        }
        if (modifiers.contains(Modifier.SEALED)) {
            problems.error(
                    type,
                    name + " is sealed, but the objects that queries return belong to a generated subclass. "
                            + "Make the class non-sealed.");
        }
        if (modifiers.contains(Modifier.ABSTRACT)
                && Hierarchy.root(type).equals(type)
                && !AnnotationView.isPresent(type, Jpa.INHERITANCE)) {
            problems.error(
                    type,
                    name + " is abstract, so that no row could become an object. Make it a concrete class, or the root "
                            + "of entities that extend it, with @Inheritance; a class that is no entity itself has "
                            + "@MappedSuperclass.");
        }
        if (!type.getTypeParameters().isEmpty()) {
            problems.error(type, name + " has type parameters. Write one entity class for each table, without any.");
        }
    }

    private void classStandsByItself() {
        if (!canBeNamed(type)) {
            problems.error(type, name + " is private, so that generated code cannot name it. Make it package-private.");
        }
        if (type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC)) {
            problems.error(
                    type,
                    name + " is an inner class, so that no row could become an object by itself. Make it static.");
        }
    }

    private void superclassesCanBeMapped() {
        List<VariableElement> mapped = EntityReader.mappedFields(type);
        for (TypeElement declaring : EntityReader.mappedClasses(type)) {
            if (!declaring.equals(type) && !isReachable(declaring)) {
                problems.error(
                        type,
                        name + " extends " + declaring.getSimpleName() + ", whose fields are mapped, but which "
                                + "generated code cannot name. Make " + declaring.getSimpleName() + " public.");
            }
            for (VariableElement field : ElementFilter.fieldsIn(declaring.getEnclosedElements())) {
                for (VariableElement other : mapped) {
                    if (!other.equals(field)
                            && !declaring.equals(type)
                            && EntityReader.isMapped(field)
                            && other.getSimpleName().equals(field.getSimpleName())) {
                        problems.error(
                                other,
                                Enclosing.describe(other) + " hides the mapped field " + Enclosing.describe(field)
                                        + ", so that two fields would hold one attribute. Remove one of them.");
                    }
                }
            }
        }
    }

    /** {@return whether a class of the same package as the entity can name another class} */
    private boolean isReachable(TypeElement other) {
        return canBeNamed(other)
                && (other.getModifiers().contains(Modifier.PUBLIC)
                        || Enclosing.packageName(other).equals(Enclosing.packageName(type)));
    }

    private void constructorCanBeCalled() {
        if (!canBeNamed(type)) {
            return;
        }
        ExecutableElement constructor = emptyConstructor();
        if (constructor == null) {
            problems.error(
                    type,
                    name + " has no constructor without parameters, which makes an object for each row. Add " + name
                            + "() {}; package-private is enough.");
        } else if (constructor.getModifiers().contains(Modifier.PRIVATE)) {
            problems.error(
                    constructor,
                    "The constructor " + name + "() is private, so that the generated subclass cannot call it. "
                            + "Make it package-private.");
        }
    }

    private @Nullable ExecutableElement emptyConstructor() {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private void fieldCanBeWritten(VariableElement field) {
        if (field.getModifiers().contains(Modifier.FINAL)) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " is final, so that the value of a row cannot be written into it. "
                            + "Remove final; without a setter nobody else can change it. "
                            + "Mark it @Transient if it is not to be stored.");
        }
    }

    private void accessorsCanBeOverridden(VariableElement field) {
        for (ExecutableElement getter : accessors.getters(field)) {
            if (getter.getModifiers().contains(Modifier.FINAL)) {
                problems.error(
                        getter,
                        Enclosing.describe(getter) + " is final, so that nothing can load " + field.getSimpleName()
                                + " when it is called. Remove final.");
            }
        }
        for (ExecutableElement setter : accessors.setters(field)) {
            if (setter.getModifiers().contains(Modifier.FINAL)) {
                problems.error(
                        setter,
                        Enclosing.describe(setter) + " is final, so that nothing can notice that "
                                + field.getSimpleName() + " was changed. Remove final.");
            }
        }
    }
}
