package org.fetchwise.processor;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Which mapping annotations and members are understood; the others are refused, because nothing may be ignored
 * silently.
 */
final class AnnotationRules {
    /** The annotations that are read, with the members that are understood. */
    private static final Map<String, Set<String>> UNDERSTOOD = Map.ofEntries(
            entry(Jpa.ENTITY, Set.of("name")),
            entry(Jpa.TABLE, Set.of("name", "schema", "catalog", "uniqueConstraints", "indexes")),
            entry(Jpa.ID, Set.of()),
            entry(Jpa.EMBEDDED_ID, Set.of()),
            entry(Jpa.ID_CLASS, Set.of("value")),
            entry(Jpa.MAPS_ID, Set.of("value")),
            entry(Jpa.GENERATED_VALUE, Set.of("strategy", "generator")),
            entry(
                    Jpa.SEQUENCE_GENERATOR,
                    Set.of("name", "sequenceName", "schema", "catalog", "initialValue", "allocationSize")),
            entry(
                    Jpa.TABLE_GENERATOR,
                    Set.of(
                            "name",
                            "table",
                            "schema",
                            "catalog",
                            "pkColumnName",
                            "valueColumnName",
                            "pkColumnValue",
                            "initialValue",
                            "allocationSize")),
            entry(Jpa.SEQUENCE_GENERATOR + "s", Set.of("value")),
            entry(Jpa.TABLE_GENERATOR + "s", Set.of("value")),
            entry(
                    Jpa.COLUMN,
                    Set.of(
                            "name",
                            "nullable",
                            "unique",
                            "length",
                            "precision",
                            "scale",
                            "insertable",
                            "updatable",
                            "columnDefinition")),
            entry(Jpa.ENUMERATED, Set.of("value")),
            entry(Jpa.LOB, Set.of()),
            entry(Jpa.TEMPORAL, Set.of("value")),
            entry(Jpa.CONVERT, Set.of("converter", "disableConversion")),
            entry(Jpa.BASIC, Set.of("fetch", "optional")),
            entry(Jpa.TRANSIENT, Set.of()),
            entry(Jpa.MAPPED_SUPERCLASS, Set.of()),
            entry(Jpa.INHERITANCE, Set.of("strategy")),
            entry(Jpa.DISCRIMINATOR_COLUMN, Set.of("name", "discriminatorType", "length", "columnDefinition")),
            entry(Jpa.DISCRIMINATOR_VALUE, Set.of("value")),
            entry(Jpa.PRIMARY_KEY_JOIN_COLUMN, Set.of("name", "referencedColumnName", "foreignKey")),
            entry(Jpa.VERSION, Set.of()),
            entry(Jpa.ORDER_BY, Set.of("value")),
            entry(Jpa.ORDER_COLUMN, Set.of("name", "nullable")),
            entry(Jpa.EMBEDDABLE, Set.of()),
            entry(Jpa.EMBEDDED, Set.of()),
            entry(Jpa.ATTRIBUTE_OVERRIDE, Set.of("name", "column")),
            entry(Jpa.ATTRIBUTE_OVERRIDES, Set.of("value")),
            entry(Jpa.ACCESS, Set.of("value")),
            entry(Jpa.ENTITY_LISTENERS, Set.of("value")),
            entry(Jpa.EXCLUDE_SUPERCLASS_LISTENERS, Set.of()),
            entry(Jpa.EXCLUDE_DEFAULT_LISTENERS, Set.of()),
            // A fetch type says nothing here: queries say what they read, and the rest is loaded for all peers at once.
            // A cascade says nothing about reading, and writes are explicit; REMOVE is read as a rule of deletion.
            entry(Jpa.MANY_TO_ONE, Set.of("optional", "fetch", "cascade")),
            entry(Jpa.ONE_TO_ONE, Set.of("mappedBy", "optional", "fetch", "cascade", "orphanRemoval")),
            entry(Jpa.ONE_TO_MANY, Set.of("mappedBy", "fetch", "cascade", "orphanRemoval")),
            entry(Jpa.MANY_TO_MANY, Set.of("mappedBy", "fetch", "cascade")),
            entry(
                    Jpa.JOIN_COLUMN,
                    Set.of(
                            "name",
                            "nullable",
                            "unique",
                            "insertable",
                            "updatable",
                            "referencedColumnName",
                            "foreignKey")),
            entry(Jpa.JOIN_COLUMNS, Set.of("value", "foreignKey")),
            entry(
                    Jpa.JOIN_TABLE,
                    Set.of(
                            "name",
                            "schema",
                            "catalog",
                            "joinColumns",
                            "inverseJoinColumns",
                            "foreignKey",
                            "inverseForeignKey")),
            entry(Jpa.ELEMENT_COLLECTION, Set.of("fetch")),
            entry(Jpa.COLLECTION_TABLE, Set.of("name", "schema", "catalog", "joinColumns", "foreignKey")),
            entry(Jpa.MAP_KEY_COLUMN, Set.of("name", "length", "precision", "scale", "columnDefinition")),
            entry(Jpa.MAP_KEY_ENUMERATED, Set.of("value")),
            entry(Jpa.HIBERNATE_ON_DELETE, Set.of("action")),
            entry(Jpa.HIBERNATE_JDBC_TYPE_CODE, Set.of("value")),
            entry(Jpa.HIBERNATE_CREATION_TIMESTAMP, Set.of()),
            entry(Jpa.HIBERNATE_UPDATE_TIMESTAMP, Set.of()),
            entry(Jpa.HIBERNATE_GENERATED, Set.of("event", "writable")));

    /** Annotations that concern another library's caches, statements or documentation, and no value. */
    private static final Set<String> HARMLESS = Set.of(
            Jpa.PACKAGE + "Cacheable",
            Jpa.HIBERNATE_PACKAGE + "BatchSize",
            Jpa.HIBERNATE_PACKAGE + "Cache",
            Jpa.HIBERNATE_PACKAGE + "Comment",
            Jpa.HIBERNATE_PACKAGE + "DynamicInsert",
            Jpa.HIBERNATE_PACKAGE + "DynamicUpdate",
            Jpa.HIBERNATE_PACKAGE + "Fetch");

    private static final String QUERY_METHOD =
            "Write the query as a default method of an interface that extends QuerySet.";

    private static final String RAW_QUERY = "Run the statement with db.sql(…).";

    private static final String READING =
            "Say in the query what it reads: selectRelated(…), prefetchRelated(…), only(…).";

    /** Annotations that mean nothing by themselves but to whoever asks another library for them by name. */
    private static final Map<String, String> FOR_OTHERS = Map.of(
            Jpa.PACKAGE + "NamedQuery", QUERY_METHOD,
            Jpa.PACKAGE + "NamedQueries", QUERY_METHOD,
            Jpa.PACKAGE + "NamedNativeQuery", RAW_QUERY,
            Jpa.PACKAGE + "NamedNativeQueries", RAW_QUERY,
            Jpa.PACKAGE + "SqlResultSetMapping", RAW_QUERY,
            Jpa.PACKAGE + "SqlResultSetMappings", RAW_QUERY,
            Jpa.PACKAGE + "NamedEntityGraph", READING,
            Jpa.PACKAGE + "NamedEntityGraphs", READING);

    /** What to do instead, by simple name. */
    private static final Map<String, String> ADVICE = Map.ofEntries(
            entry("MapKey", "Declare a List, and build the map where it is needed."),
            entry("SecondaryTable", "Make the second table an entity with the same key, related by @OneToOne."),
            entry("SecondaryTables", "Make each further table an entity with the same key, related by @OneToOne."),
            entry("GenericGenerator", "Write a strategy of @GeneratedValue, or assign the key."),
            entry("Formula", "Write the expression in the query: annotate(…) or values(…)."),
            entry("SQLRestriction", "Write the condition as a default method of an interface that extends QuerySet."),
            entry("Where", "Write the condition as a default method of an interface that extends QuerySet."));

    private final TypeElement entity;
    private final Problems problems;

    AnnotationRules(TypeElement entity, Problems problems) {
        this.entity = entity;
        this.problems = problems;
    }

    /** {@return whether every annotation of a field is one that is read or does not matter} */
    static boolean areUnderstood(VariableElement field) {
        return AnnotationView.of(field).stream()
                .noneMatch(annotation -> isMapping(annotation)
                        && !HARMLESS.contains(annotation.name())
                        && !UNDERSTOOD.containsKey(annotation.name()));
    }

    void check() {
        for (TypeElement type : EntityReader.mappedClasses(entity)) {
            annotationsAreUnderstood(type, type.getSimpleName().toString());
            accessIsByField(type, type.getSimpleName().toString());
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                annotationsAreUnderstood(field, Enclosing.describe(field));
                accessIsByField(field, Enclosing.describe(field));
            }
            // The annotations of a record's component stand on its accessor, too.
            if (type.getKind() != ElementKind.RECORD) {
                ElementFilter.methodsIn(type.getEnclosedElements()).forEach(this::methodIsNotMapped);
            }
        }
    }

    private void accessIsByField(Element element, String name) {
        AnnotationView access = AnnotationView.find(element, Jpa.ACCESS);
        if (access != null && access.constant("value", "").equals("PROPERTY")) {
            problems.error(
                    element,
                    access.mirror(),
                    name + " is accessed by property, but values are read into fields. Remove @Access, and move the "
                            + "annotations from the getters to the fields.");
        }
    }

    private void annotationsAreUnderstood(Element element, String name) {
        for (AnnotationView annotation : AnnotationView.of(element)) {
            if (isMapping(annotation) && !HARMLESS.contains(annotation.name())) {
                Set<String> members = UNDERSTOOD.get(annotation.name());
                String instead = FOR_OTHERS.get(annotation.name());
                if (instead != null) {
                    problems.note(
                            element,
                            name + ": @" + annotation.simpleName() + " is left to other libraries. " + instead);
                } else if (members == null) {
                    problems.error(element, annotation.mirror(), refused(annotation, name));
                } else {
                    membersAreUnderstood(element, name, annotation, members);
                }
            }
        }
    }

    private void membersAreUnderstood(Element element, String name, AnnotationView annotation, Set<String> understood) {
        List<String> others = annotation.members().stream()
                .filter(member -> !understood.contains(member))
                .toList();
        if (!others.isEmpty()) {
            problems.error(
                    element,
                    annotation.mirror(),
                    name + ": of @" + annotation.simpleName() + ", " + String.join(" and ", others)
                            + " is not supported yet. Remove it; understood are "
                            + String.join(", ", understood.stream().sorted().toList()) + ".");
        }
    }

    private static String refused(AnnotationView annotation, String name) {
        if (annotation.name().startsWith("javax.")) {
            return name + ": @" + annotation.simpleName()
                    + " of javax.persistence is not read. Import it from jakarta.persistence.";
        }
        return name + ": @" + annotation.simpleName() + " is not supported yet. "
                + ADVICE.getOrDefault(annotation.simpleName(), "Remove it, and do in code what it declares.");
    }

    private void methodIsNotMapped(ExecutableElement method) {
        for (AnnotationView annotation : AnnotationView.of(method)) {
            if (isMapping(annotation) && !CallbackReader.MOMENTS.containsKey(annotation.name())) {
                problems.error(
                        method,
                        annotation.mirror(),
                        Enclosing.describe(method) + ": @" + annotation.simpleName()
                                + " stands on a method. Move it to the field; values are read into fields.");
            }
        }
    }

    private static boolean isMapping(AnnotationView annotation) {
        return annotation.name().startsWith(Jpa.PACKAGE)
                || annotation.name().startsWith("javax.persistence.")
                || annotation.name().startsWith(Jpa.HIBERNATE_PACKAGE);
    }
}
