package org.fetchwise.processor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the relations that fields declare. */
final class RelationReader {
    private static final List<String> KINDS =
            List.of(Jpa.MANY_TO_ONE, Jpa.ONE_TO_ONE, Jpa.ONE_TO_MANY, Jpa.MANY_TO_MANY);

    static final Map<String, String> CONTAINERS =
            Map.of("java.util.List", "LIST", "java.util.Collection", "LIST", "java.util.Set", "SET");

    private final Viewpoint viewpoint;
    private final Problems problems;

    RelationReader(Viewpoint viewpoint, Problems problems) {
        this.viewpoint = viewpoint;
        this.problems = problems;
    }

    /**
     * What a field declares.
     *
     * @param relation the relation, with index 0
     * @param foreignKey its columns that serve nothing else, with index 0
     */
    record Reading(RelationModel relation, List<ColumnModel> foreignKey) {
        Reading {
            foreignKey = List.copyOf(foreignKey);
        }
    }

    /** {@return the annotation that makes a field a relation, or null} */
    static @Nullable AnnotationView annotation(VariableElement field) {
        for (String kind : KINDS) {
            AnnotationView annotation = AnnotationView.find(field, kind);
            if (annotation != null) {
                return annotation;
            }
        }
        return null;
    }

    /** {@return the entity that a relation leads to, or null where the field's type names none} */
    static @Nullable TypeElement target(VariableElement field) {
        return target(field.asType());
    }

    /** {@return the entity that a type names, itself or as the elements of a collection, or null} */
    static @Nullable TypeElement target(TypeMirror fieldType) {
        TypeMirror type = fieldType;
        if (type instanceof DeclaredType container && CONTAINERS.containsKey(nameOf(container))) {
            type = container.getTypeArguments().isEmpty()
                    ? type
                    : container.getTypeArguments().getFirst();
        }
        return type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && AnnotationView.isPresent(element, Jpa.ENTITY)
                ? element
                : null;
    }

    /** {@return what a field with a relation's annotation declares, or null after the problem was reported} */
    @Nullable
    Reading read(VariableElement field, AnnotationView annotation, FieldModel accessors) {
        TypeElement target = viewpoint.target(field);
        boolean toMany =
                annotation.name().equals(Jpa.ONE_TO_MANY) || annotation.name().equals(Jpa.MANY_TO_MANY);
        String container = field.asType() instanceof DeclaredType type ? CONTAINERS.get(nameOf(type)) : null;
        if (target == null || toMany != (container != null)) {
            problems.error(field, wrongTarget(field, annotation, toMany));
            return null;
        }
        if (ReadOnlyRules.isReadOnly(target) && !ReadOnlyRules.isReadOnly(viewpoint.element())) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " leads to " + target.getSimpleName()
                            + ", which is read-only because it is a record or final: its objects could not be loaded"
                            + " later."
                            + " Make"
                            + " " + target.getSimpleName() + " a class that is not final, or declare the column.");
            return null;
        }
        String mappedBy = annotation.string("mappedBy", "");
        if (container != null) {
            return toMany(field, annotation, accessors, target, container, mappedBy);
        }
        return mappedBy.isEmpty()
                ? owning(field, annotation, accessors, target)
                : new Reading(new RelationModel.Reverse(0, accessors, TypeName.of(target), mappedBy), List.of());
    }

    private @Nullable Reading toMany(
            VariableElement field,
            AnnotationView annotation,
            FieldModel accessors,
            TypeElement target,
            String container,
            String mappedBy) {
        TypeName name = TypeName.of(target);
        if (!mappedBy.isEmpty()) {
            return new Reading(
                    new RelationModel.Mapped(0, accessors, name, container, mappedBy, CollectionOrder.of(field)),
                    List.of());
        }
        if (annotation.name().equals(Jpa.ONE_TO_MANY)
                && !ReferenceReader.joinColumns(field).isEmpty()) {
            return joined(field, annotation, accessors, target, container);
        }
        if (annotation.name().equals(Jpa.ONE_TO_MANY)) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " has no mappedBy. Name the @ManyToOne of " + name.simpleName()
                            + " that leads back, as in @OneToMany(mappedBy = \"" + decapitalized(owner())
                            + "\"), or the column of its table, as in @JoinColumn(name = \""
                            + decapitalized(owner())
                            + "_id\"). "
                            + "A one-to-many relation with a link table is written as @ManyToMany.");
            return null;
        }
        return linked(field, accessors, target, container);
    }

    private @Nullable Reading joined(
            VariableElement field,
            AnnotationView annotation,
            FieldModel accessors,
            TypeElement target,
            String container) {
        List<ColumnModel> key = KeyReader.read(viewpoint);
        if (key.isEmpty()) {
            return null;
        }
        List<AnnotationView> joins = ReferenceReader.joinColumns(field);
        if (joins.stream()
                .anyMatch(join -> !join.flag("insertable", true)
                        || !join.flag("updatable", true)
                        || join.flag("unique", false))) {
            problems.error(
                    field,
                    joins.getFirst().mirror(),
                    Enclosing.describe(field) + " is a collection, whose @JoinColumn has a name, nullable,"
                            + " referencedColumnName and foreignKey. Write insertable, updatable and unique where "
                            + target.getSimpleName() + " maps the column, or remove them.");
            return null;
        }
        boolean nullable = joins.stream().allMatch(join -> join.flag("nullable", true));
        String otherwise = cascades(annotation) ? "CASCADE" : nullable ? "SET_NULL" : "PROTECT";
        return new Reading(
                new RelationModel.Joined(
                        0,
                        accessors,
                        TypeName.of(target),
                        container,
                        new ReferenceReader(viewpoint, problems)
                                .names(field, key, joins, field.getSimpleName().toString()),
                        nullable,
                        deleteRule(field, otherwise),
                        new ForeignKeyReader(problems)
                                .read(field, AnnotationView.find(field, Jpa.JOIN_COLUMNS), "foreignKey", joins),
                        CollectionOrder.of(field)),
                List.of());
    }

    private @Nullable Reading linked(
            VariableElement field, FieldModel accessors, TypeElement target, String container) {
        TypeElement owner = EntityReader.declaringEntity(viewpoint.element(), field);
        List<ColumnModel> ownerKey = KeyReader.read(viewpoint);
        List<ColumnModel> targetKey = KeyReader.read(viewpoint.from(target));
        if (ownerKey.isEmpty() || targetKey.isEmpty()) {
            return null;
        }
        String back = reverseOf(field, target, Jpa.MANY_TO_MANY);
        String ownerName = back == null ? EntityReader.entityName(owner) : back;
        List<AnnotationView> ownerJoins = List.of();
        List<AnnotationView> targetJoins = List.of();
        String table = EntityReader.simpleTableName(owner) + "_" + EntityReader.simpleTableName(target);
        AnnotationView joinTable = AnnotationView.find(field, Jpa.JOIN_TABLE);
        if (joinTable != null) {
            table = Qualified.name(joinTable, joinTable.string("name", table));
            ownerJoins = joinTable.annotations("joinColumns");
            targetJoins = joinTable.annotations("inverseJoinColumns");
        }
        ReferenceReader references = new ReferenceReader(viewpoint, problems);
        ForeignKeyReader constraints = new ForeignKeyReader(problems);
        return new Reading(
                new RelationModel.Linked(
                        0,
                        accessors,
                        TypeName.of(target),
                        container,
                        table,
                        references.names(field, ownerKey, ownerJoins, ownerName),
                        references.names(
                                field,
                                targetKey,
                                targetJoins,
                                field.getSimpleName().toString()),
                        constraints.read(field, joinTable, "foreignKey", ownerJoins),
                        constraints.read(field, joinTable, "inverseForeignKey", targetJoins),
                        CollectionOrder.of(field)),
                List.of());
    }

    private @Nullable Reading owning(
            VariableElement field, AnnotationView annotation, FieldModel accessors, TypeElement target) {
        List<ColumnModel> foreignKey = new ReferenceReader(viewpoint, problems).read(field, annotation, target);
        if (foreignKey.isEmpty()) {
            return null;
        }
        boolean shared = AnnotationView.isPresent(field, Jpa.MAPS_ID);
        List<ColumnModel> columns = shared ? KeyReader.shared(field, viewpoint, target) : foreignKey;
        if (columns.size() != foreignKey.size()) {
            // The rules of keys say why.
            return null;
        }
        boolean single = annotation.name().equals(Jpa.ONE_TO_ONE);
        List<ColumnModel> own = KeyReader.isKey(field)
                ? foreignKey.stream().map(ColumnModel::asKey).toList()
                : foreignKey;
        return new Reading(
                new RelationModel.Owning(
                        0,
                        accessors,
                        TypeName.of(target),
                        columns.stream().map(ColumnModel::name).toList(),
                        KeyReader.isComposed(viewpoint.from(target)),
                        single,
                        deleteRule(field, isDeletedWith(field, target, foreignKey) ? "CASCADE" : "PROTECT"),
                        new ForeignKeyReader(problems)
                                .read(
                                        field,
                                        AnnotationView.find(field, Jpa.JOIN_COLUMNS),
                                        "foreignKey",
                                        ReferenceReader.joinColumns(field))),
                shared ? List.of() : own);
    }

    private String deleteRule(VariableElement field, String otherwise) {
        AnnotationView own = AnnotationView.find(field, Jpa.ON_DELETE);
        if (own != null) {
            return own.constant("value", "PROTECT");
        }
        AnnotationView hibernate = AnnotationView.find(field, Jpa.HIBERNATE_ON_DELETE);
        if (hibernate != null) {
            String action = hibernate.constant("action", "NO_ACTION");
            if (action.equals("CASCADE")) {
                return "DATABASE";
            }
            problems.error(
                    field,
                    hibernate.mirror(),
                    Enclosing.describe(field) + ": of Hibernate's @OnDelete only CASCADE is understood, not " + action
                            + ". Write Fetchwise's own beside it, as in @org.fetchwise.annotation.OnDelete(SET_NULL).");
        }
        return otherwise;
    }

    /** {@return whether the other side says that the rows of this one go with it} */
    private boolean isDeletedWith(VariableElement field, TypeElement target, List<ColumnModel> foreignKey) {
        for (VariableElement other : EntityReader.mappedFields(target)) {
            AnnotationView annotation = annotation(other);
            if (annotation != null
                    && (leadsBack(target, other, annotation, field)
                            || isJoined(target, other, annotation, foreignKey))) {
                return cascades(annotation);
            }
        }
        return false;
    }

    private static boolean cascades(AnnotationView annotation) {
        List<String> cascade = annotation.constants("cascade");
        return annotation.flag("orphanRemoval", false) || cascade.contains("ALL") || cascade.contains("REMOVE");
    }

    /** Whether the other side names the columns of a foreign key rather than the relation. */
    private boolean isJoined(
            TypeElement target, VariableElement other, AnnotationView annotation, List<ColumnModel> foreignKey) {
        TypeElement back = viewpoint.from(target).target(other);
        Set<String> columns = foreignKey.stream().map(ColumnModel::column).collect(Collectors.toSet());
        return back != null
                && annotation.name().equals(Jpa.ONE_TO_MANY)
                && annotation.string("mappedBy", "").isEmpty()
                && Hierarchy.isA(viewpoint.element(), back)
                && ReferenceReader.joinColumns(other).stream()
                        .map(join -> join.string("name", ""))
                        .collect(Collectors.toSet())
                        .equals(columns);
    }

    /** {@return the name of the target's relation that is the other side of a field, or null} */
    private @Nullable String reverseOf(VariableElement field, TypeElement target, String kind) {
        for (VariableElement other : EntityReader.mappedFields(target)) {
            AnnotationView annotation = AnnotationView.find(other, kind);
            if (annotation != null && leadsBack(target, other, annotation, field)) {
                return other.getSimpleName().toString();
            }
        }
        return null;
    }

    private boolean leadsBack(
            TypeElement target, VariableElement other, AnnotationView annotation, VariableElement field) {
        TypeElement back = viewpoint.from(target).target(other);
        return back != null
                && (Hierarchy.isA(viewpoint.element(), back) || Hierarchy.isA(back, viewpoint.element()))
                && annotation.string("mappedBy", "").contentEquals(field.getSimpleName());
    }

    private static String wrongTarget(VariableElement field, AnnotationView annotation, boolean toMany) {
        String start = "@" + annotation.simpleName() + " " + Enclosing.describe(field) + " has the type "
                + field.asType() + ". ";
        return toMany
                ? start + "Declare a List, Set or Collection of an @Entity class."
                : start + "Declare an @Entity class.";
    }

    private String owner() {
        return viewpoint.element().getSimpleName().toString();
    }

    private static String decapitalized(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static String nameOf(DeclaredType type) {
        return ((TypeElement) type.asElement()).getQualifiedName().toString();
    }
}
