package org.fetchwise.processor;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * @param foreignKey its column, with index 0; null where this table has none
     */
    record Reading(RelationModel relation, @Nullable ColumnModel foreignKey) {}

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
                : new Reading(new RelationModel.Reverse(0, accessors, TypeName.of(target), mappedBy), null);
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
                    new RelationModel.Mapped(0, accessors, name, container, mappedBy, CollectionOrder.of(field)), null);
        }
        if (annotation.name().equals(Jpa.ONE_TO_MANY)) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " has no mappedBy. Name the @ManyToOne of " + name.simpleName()
                            + " that leads back, as in @OneToMany(mappedBy = \"" + decapitalized(owner())
                            + "\"). "
                            + "A one-to-many relation with a link table is written as @ManyToMany.");
            return null;
        }
        return linked(field, accessors, target, container);
    }

    private @Nullable Reading linked(
            VariableElement field, FieldModel accessors, TypeElement target, String container) {
        TypeElement owner = viewpoint.element();
        ColumnModel ownerKey = readKey(owner);
        ColumnModel targetKey = readKey(target);
        if (ownerKey == null || targetKey == null) {
            return null;
        }
        String back = reverseOf(field, target, Jpa.MANY_TO_MANY);
        String ownerColumn = (back == null ? EntityReader.entityName(owner) : back) + "_" + ownerKey.column();
        String targetColumn = field.getSimpleName() + "_" + targetKey.column();
        String table = EntityReader.simpleTableName(owner) + "_" + EntityReader.simpleTableName(target);
        AnnotationView joinTable = AnnotationView.find(field, Jpa.JOIN_TABLE);
        if (joinTable != null) {
            table = Qualified.name(joinTable, joinTable.string("name", table));
            ownerColumn = joinColumn(field, joinTable, "joinColumns", ownerKey, ownerColumn);
            targetColumn = joinColumn(field, joinTable, "inverseJoinColumns", targetKey, targetColumn);
        }
        return new Reading(
                new RelationModel.Linked(
                        0,
                        accessors,
                        TypeName.of(target),
                        container,
                        table,
                        ownerColumn,
                        targetColumn,
                        CollectionOrder.of(field)),
                null);
    }

    private String joinColumn(
            VariableElement field, AnnotationView table, String member, ColumnModel key, String otherwise) {
        List<AnnotationView> columns = table.annotations(member);
        if (columns.isEmpty()) {
            return otherwise;
        }
        if (columns.size() > 1) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " names several " + member
                            + ", but entities have keys of one column. Name one.");
        }
        checkReferenced(field, columns.getFirst(), key);
        return columns.getFirst().string("name", otherwise);
    }

    private @Nullable Reading owning(
            VariableElement field, AnnotationView annotation, FieldModel accessors, TypeElement target) {
        ColumnModel key = readKey(target);
        if (key == null) {
            return null;
        }
        String name = field.getSimpleName().toString();
        AnnotationView join = AnnotationView.find(field, Jpa.JOIN_COLUMN);
        if (join != null) {
            checkReferenced(field, join, key);
        }
        String column = name + "_" + key.column();
        boolean single = annotation.name().equals(Jpa.ONE_TO_ONE);
        ColumnModel foreignKey = new ColumnModel(
                0,
                name + "." + key.name(),
                join == null ? column : join.string("name", column),
                key.type().asNullable(),
                key.length(),
                key.precision(),
                key.scale(),
                ColumnReader.defaultValue(field),
                null,
                traits(field, annotation, join, single),
                null);
        return new Reading(
                new RelationModel.Owning(
                        0, accessors, TypeName.of(target), foreignKey.name(), single, deleteRule(field, target)),
                foreignKey);
    }

    private static Set<Trait> traits(
            VariableElement field, AnnotationView annotation, @Nullable AnnotationView join, boolean single) {
        Set<Trait> traits = EnumSet.of(Trait.FOREIGN_KEY);
        boolean nullable = annotation.flag("optional", true) && (join == null || join.flag("nullable", true));
        ColumnReader.include(traits, Trait.NULLABLE, nullable);
        ColumnReader.include(traits, Trait.UNIQUE, single || (join != null && join.flag("unique", false)));
        ColumnReader.include(traits, Trait.NOT_INSERTABLE, join != null && !join.flag("insertable", true));
        ColumnReader.include(traits, Trait.NOT_UPDATABLE, join != null && !join.flag("updatable", true));
        ColumnReader.include(traits, Trait.SENSITIVE, AnnotationView.isPresent(field, Jpa.SENSITIVE));
        return traits;
    }

    private void checkReferenced(VariableElement field, AnnotationView join, ColumnModel key) {
        String referenced = join.string("referencedColumnName", key.column());
        if (!referenced.equals(key.column())) {
            problems.error(
                    field,
                    join.mirror(),
                    Enclosing.describe(field) + " refers to the column '" + referenced + "', which is not the key. "
                            + "Foreign keys hold the key of their target here: '" + key.column() + "'.");
        }
    }

    private String deleteRule(VariableElement field, TypeElement target) {
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
        return isDeletedWith(field, target) ? "CASCADE" : "PROTECT";
    }

    /** {@return whether the other side says that the rows of this one go with it} */
    private boolean isDeletedWith(VariableElement field, TypeElement target) {
        for (VariableElement other : EntityReader.mappedFields(target)) {
            AnnotationView annotation = annotation(other);
            if (annotation != null && leadsBack(target, other, annotation, field)) {
                List<String> cascade = annotation.constants("cascade");
                return annotation.flag("orphanRemoval", false) || cascade.contains("ALL") || cascade.contains("REMOVE");
            }
        }
        return false;
    }

    /** {@return the key of an entity; what is wrong with it is said about that entity} */
    private @Nullable ColumnModel readKey(TypeElement entity) {
        return new ColumnReader(viewpoint.from(entity), new Problems()).readKey(entity);
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
        return viewpoint.element().equals(viewpoint.from(target).target(other))
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
