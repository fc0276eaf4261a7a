package org.fetchwise.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** What holds between entities that extend each other, and where the annotations that say so may stand. */
final class InheritanceRules {
    private final TypeElement type;
    private final String name;
    private final EntityModel entity;
    private final Hierarchy hierarchy;
    private final Problems problems;

    InheritanceRules(TypeElement type, EntityModel entity, Hierarchy hierarchy, Problems problems) {
        this.type = type;
        this.name = type.getSimpleName().toString();
        this.entity = entity;
        this.hierarchy = hierarchy;
        this.problems = problems;
    }

    void check() {
        strategyIsSupported();
        if (!hierarchy.isShared()) {
            noneIsAlone();
            return;
        }
        if (isRoot()) {
            rootIsUsable();
        } else {
            subclassIsUsable();
            subclassKeepsToItsPlace();
        }
        if (hierarchy.isComputed()) {
            refuse(
                    Jpa.DISCRIMINATOR_VALUE,
                    ", but " + root() + " has no @DiscriminatorColumn to hold it. Add one there, or remove it");
        } else {
            valueIsUsable();
            columnsAgree();
        }
    }

    private boolean isRoot() {
        return hierarchy.root().equals(type);
    }

    private String root() {
        return hierarchy.root().getSimpleName().toString();
    }

    private void strategyIsSupported() {
        AnnotationView inheritance = AnnotationView.find(type, Jpa.INHERITANCE);
        if (inheritance != null && inheritance.constant("strategy", "").equals("TABLE_PER_CLASS")) {
            problems.error(
                    type,
                    inheritance.mirror(),
                    name + " has the strategy TABLE_PER_CLASS, which is not supported: one query would have to read all"
                            + " tables. Write SINGLE_TABLE or JOINED; where nobody asks for all of them together, make "
                            + name + " a @MappedSuperclass.");
        }
    }

    private void noneIsAlone() {
        for (String annotation :
                List.of(Jpa.DISCRIMINATOR_COLUMN, Jpa.DISCRIMINATOR_VALUE, Jpa.PRIMARY_KEY_JOIN_COLUMN)) {
            refuse(annotation, ", but extends no entity, and none extends it. Remove it");
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT) && AnnotationView.isPresent(type, Jpa.INHERITANCE)) {
            problems.error(
                    type,
                    name + " is abstract, and no entity of this compilation or of its package extends it. Compile the"
                            + " entities that extend each other together.");
        }
    }

    private void rootIsUsable() {
        refuse(Jpa.PRIMARY_KEY_JOIN_COLUMN, ", but is the root, whose key joins it to nothing. Remove it");
        if (hierarchy.classes().stream().allMatch(other -> other.getModifiers().contains(Modifier.ABSTRACT))) {
            problems.error(
                    type,
                    name + " and all entities that extend it are abstract, so that no row could become an object."
                            + " Make one of them a concrete class.");
        }
        if (entity.attributes() > StateBits.MOST) {
            problems.error(
                    type,
                    name + " and the entities that extend it have " + entity.attributes()
                            + " columns and relations; more than " + StateBits.MOST
                            + " are not supported yet. Move some to an entity related by @OneToOne.");
        }
    }

    private void subclassIsUsable() {
        if (!AnnotationView.isPresent(hierarchy.root(), Jpa.INHERITANCE)) {
            problems.error(
                    type,
                    name + " extends the entity " + root() + ", which does not say how its rows are kept. Write"
                            + " @Inheritance(strategy = InheritanceType.SINGLE_TABLE) or JOINED on " + root()
                            + ", or make it a @MappedSuperclass.");
        }
        if (ReadOnlyRules.isReadOnly(type) || ReadOnlyRules.isReadOnly(hierarchy.root())) {
            problems.error(
                    type,
                    name + " extends the entity " + root()
                            + ", but is only read, because it is final. Make it a class that is not.");
        }
        refuse(Jpa.INHERITANCE, ", but extends the entity " + root() + ", which says it for all. Remove it");
        refuse(
                Jpa.DISCRIMINATOR_COLUMN,
                ", but extends the entity " + root() + ", whose table has the column. Write it there");
        refuse(Jpa.ID_CLASS, ", but has the key of the entity " + root() + ". Remove it");
        AnnotationView join = AnnotationView.find(type, Jpa.PRIMARY_KEY_JOIN_COLUMN);
        AnnotationView foreignKey = join == null ? null : join.annotation("foreignKey");
        if (foreignKey != null) {
            new ForeignKeyReader(problems).onlyIsUnderstood(type, name, foreignKey);
        }
        if (hierarchy.isJoined() && entity.key().size() > 1) {
            refuse(
                    Jpa.PRIMARY_KEY_JOIN_COLUMN,
                    ", but the key of " + root() + " has several columns. Remove it: the columns are called as there");
        }
        if (!hierarchy.isJoined()) {
            refuse(
                    Jpa.TABLE,
                    ", but its rows stand in the table of " + root() + ". Remove it, or write"
                            + " @Inheritance(strategy = InheritanceType.JOINED) there");
            refuse(Jpa.PRIMARY_KEY_JOIN_COLUMN, ", but its rows stand in the table of " + root() + ". Remove it");
        }
    }

    private void subclassKeepsToItsPlace() {
        for (VariableElement field : EntityReader.mappedFields(type)) {
            if (!type.equals(EntityReader.declaringEntity(type, field))) {
                continue;
            }
            if (KeyReader.isKey(field)) {
                problems.error(
                        field,
                        Enclosing.describe(field) + " is a key, but " + name + " has that of the entity " + root()
                                + ". Remove @Id.");
            }
            if (AnnotationView.isPresent(field, Jpa.VERSION)) {
                problems.error(
                        field,
                        Enclosing.describe(field) + " is a version, but rows are versioned where their key is. Move it"
                                + " to " + root() + ".");
            }
        }
    }

    private void refuse(String annotation, String why) {
        AnnotationView found = AnnotationView.find(type, annotation);
        if (found != null) {
            problems.error(type, found.mirror(), name + " has @" + found.simpleName() + why + ".");
        }
    }

    private void valueIsUsable() {
        AnnotationView given = AnnotationView.find(type, Jpa.DISCRIMINATOR_VALUE);
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            // Hibernate wants a value of such a class, too, though no row has it.
            return;
        }
        String value = hierarchy.value(type);
        String wanted = hierarchy.discriminatorType();
        if (value == null) {
            problems.error(
                    type,
                    name + " has no @DiscriminatorValue, which a discriminator of the type " + wanted
                            + " needs. Write one.");
            return;
        }
        String misfit = misfit(value, wanted);
        if (misfit != null) {
            say(given, "The discriminator value of " + name + " " + misfit + " Write another @DiscriminatorValue.");
        }
        for (TypeElement other : hierarchy.classes()) {
            if (other.equals(type)) {
                return;
            }
            if (value.equals(hierarchy.value(other))) {
                say(
                        given,
                        name + " and " + other.getSimpleName() + " have the same discriminator value, so that nothing"
                                + " tells their rows apart. Write another @DiscriminatorValue.");
            }
        }
    }

    private void say(@Nullable AnnotationView at, String message) {
        if (at == null) {
            problems.error(type, message);
        } else {
            problems.error(type, at.mirror(), message);
        }
    }

    private @Nullable String misfit(String value, String wanted) {
        if (value.contains("\\") || value.contains("'")) {
            return "contains a quote or a backslash.";
        }
        return switch (wanted) {
            case "INTEGER" -> value.matches("-?[0-9]{1,9}") ? null : "is no whole number, as the column holds.";
            case "CHAR" -> value.length() == 1 ? null : "is not one character, as the column holds.";
            default -> {
                int length = discriminator().length();
                yield value.isEmpty()
                        ? "is empty."
                        : value.length() > length ? "is longer than its column, which has " + length + "." : null;
            }
        };
    }

    private ColumnModel discriminator() {
        return entity.column(InheritanceModel.TYPE);
    }

    /** An attribute of the user's may show the discriminator, but only the class says what it is. */
    private void columnsAgree() {
        Map<String, ColumnModel> byColumn = new HashMap<>();
        byColumn.put(discriminator().column(), discriminator());
        for (ColumnModel column : entity.columns()) {
            ColumnModel other = byColumn.get(column.column());
            if (!column.is(Trait.DISCRIMINATOR) && other != null && !hierarchy.isJoined()) {
                problems.error(
                        type,
                        name + " maps the column '" + column.column() + "' as " + column.name()
                                + ", which is the discriminator's. Remove the attribute: the class of an object says"
                                + " it.");
            }
        }
    }
}
