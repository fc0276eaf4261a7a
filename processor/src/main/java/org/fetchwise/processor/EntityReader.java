package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads entity classes. What cannot be read is reported and left out, so that one run finds every problem of a class.
 */
final class EntityReader {
    private final Elements elements;
    private final Types types;
    private final List<TypeElement> converters;
    private final List<TypeElement> entities;
    private final Problems problems;

    /**
     * Creates a reader.
     *
     * @param converters the converters of this compilation that apply by themselves
     * @param entities the entities of this compilation
     */
    EntityReader(
            Elements elements,
            Types types,
            List<TypeElement> converters,
            List<TypeElement> entities,
            Problems problems) {
        this.entities = entities;
        this.converters = converters;
        this.elements = elements;
        this.types = types;
        this.problems = problems;
    }

    EntityModel read(TypeElement entity) {
        AccessorReader accessors = new AccessorReader(elements, types, entity);
        Viewpoint viewpoint = Viewpoint.of(types, entity, converters);
        List<ColumnModel> columns = new ArrayList<>();
        List<RelationModel> relations = new ArrayList<>();
        List<EmbeddedModel> embedded = new ArrayList<>();
        for (VariableElement field : mappedFields(entity)) {
            if (AnnotationRules.areUnderstood(field)) {
                readField(field, viewpoint, accessors.read(field), columns, relations, embedded);
            }
        }
        List<VariableElement> keys = KeyReader.fields(entity);
        if (keys.size() > 1 && !ReadOnlyRules.isReadOnly(entity)) {
            columns.sort(Comparator.comparing(column -> !column.is(Trait.KEY)));
        }
        for (ColumnModel key : KeyReader.read(viewpoint)) {
            columns.replaceAll(column -> column.name().equals(key.name()) ? column.named(key.column()) : column);
        }
        Hierarchy hierarchy = Hierarchy.of(entity, entities);
        InheritanceReader inheritance = hierarchy.isShared() ? new InheritanceReader(hierarchy) : null;
        if (inheritance != null) {
            columns.add(inheritance.discriminator());
        }
        for (int at = 0; at < columns.size(); at++) {
            columns.set(at, columns.get(at).at(at));
        }
        for (int at = 0; at < relations.size(); at++) {
            relations.set(at, relations.get(at).at(columns.size() + at));
        }
        return new EntityModel(
                TypeName.of(entity),
                tableName(entity),
                columns,
                relations,
                embedded,
                new KeyClassReader(viewpoint, problems).read(columns),
                ordering(entity),
                ConstraintsReader.read(entity),
                generation(entity, columns),
                traits(entity, accessors),
                inheritance == null ? null : inheritance.read(entity));
    }

    /** {@return the fields of a class that are attributes: those of its mapped superclasses first, each in source order} */
    static List<VariableElement> mappedFields(TypeElement entity) {
        List<VariableElement> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (TypeElement declaring : mappedClasses(entity)) {
            fields.addAll(
                    0,
                    ElementFilter.fieldsIn(declaring.getEnclosedElements()).stream()
                            .filter(EntityReader::isMapped)
                            .filter(field -> names.add(field.getSimpleName().toString()))
                            .toList());
        }
        return fields;
    }

    /** {@return whether a field is an attribute of the class that declares it} */
    static boolean isMapped(VariableElement field) {
        return !field.getModifiers().contains(Modifier.STATIC)
                && !field.getModifiers().contains(Modifier.TRANSIENT)
                && !AnnotationView.isPresent(field, Jpa.TRANSIENT);
    }

    /** {@return an entity's class, its mapped superclasses and the entities that it extends, the class itself first} */
    static List<TypeElement> mappedClasses(TypeElement entity) {
        List<TypeElement> classes = new ArrayList<>(List.of(entity));
        for (TypeElement at = superclass(entity); at != null; at = superclass(at)) {
            if (AnnotationView.isPresent(at, Jpa.MAPPED_SUPERCLASS) || AnnotationView.isPresent(at, Jpa.ENTITY)) {
                classes.add(at);
            }
        }
        return classes;
    }

    /** {@return the superclass, or null above a class that has none} */
    static @Nullable TypeElement superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType above && above.asElement() instanceof TypeElement element
                ? element
                : null;
    }

    /** {@return the name of an entity in its mapping, the class' simple name where nothing else is said} */
    static String entityName(TypeElement entity) {
        String simpleName = entity.getSimpleName().toString();
        AnnotationView annotation = AnnotationView.find(entity, Jpa.ENTITY);
        return annotation == null ? simpleName : annotation.string("name", simpleName);
    }

    /** {@return the name of an entity's table, with dots between it and its schema and catalog} */
    static String tableName(TypeElement entity) {
        AnnotationView table = AnnotationView.find(Hierarchy.tableOwner(entity), Jpa.TABLE);
        String name = simpleTableName(entity);
        return table == null ? name : Qualified.name(table, name);
    }

    /** {@return the name of an entity's table alone; entities that extend each other may share that of their root} */
    static String simpleTableName(TypeElement entity) {
        TypeElement owner = Hierarchy.tableOwner(entity);
        AnnotationView table = AnnotationView.find(owner, Jpa.TABLE);
        return table == null ? entityName(owner) : table.string("name", entityName(owner));
    }

    /** {@return the entity that has a field first: the one that declares it, or the first below a mapped superclass that does} */
    static TypeElement declaringEntity(TypeElement entity, VariableElement field) {
        TypeElement found = entity;
        for (TypeElement at : mappedClasses(entity)) {
            found = AnnotationView.isPresent(at, Jpa.ENTITY) ? at : found;
            if (at.equals(field.getEnclosingElement())) {
                return found;
            }
        }
        return found;
    }

    private void readField(
            VariableElement field,
            Viewpoint viewpoint,
            FieldModel accessors,
            List<ColumnModel> columns,
            List<RelationModel> relations,
            List<EmbeddedModel> embedded) {
        if (AnnotationView.isPresent(field, Jpa.ELEMENT_COLLECTION)) {
            RelationModel.Elements collection = new ElementsReader(viewpoint, problems).read(field, accessors);
            if (collection != null) {
                relations.add(collection);
            }
            return;
        }
        AnnotationView annotation = RelationReader.annotation(field);
        if (annotation != null) {
            RelationReader.Reading reading = new RelationReader(viewpoint, problems).read(field, annotation, accessors);
            if (reading != null) {
                relations.add(reading.relation());
                columns.addAll(reading.foreignKey());
            }
            return;
        }
        TypeElement target = viewpoint.target(field);
        if (target != null) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " holds the entity " + target.getSimpleName()
                            + ", but no annotation says how they are related. Add @ManyToOne, @OneToOne, "
                            + "@OneToMany(mappedBy = …) or @ManyToMany, or @Transient if it is not to be stored.");
            return;
        }
        if (EmbeddedReader.isEmbedded(field, viewpoint.typeOf(field))) {
            List<ColumnModel> parts = new ArrayList<>();
            EmbeddedModel object = new EmbeddedReader(parts, problems).read(field, viewpoint, accessors);
            if (object != null) {
                embedded.add(object);
                boolean key = AnnotationView.isPresent(field, Jpa.EMBEDDED_ID);
                parts.forEach(part -> columns.add(key ? part.asKey() : part));
            }
            return;
        }
        AnnotationView override = Enclosing.type(field).equals(viewpoint.element())
                ? null
                : EmbeddedReader.overrides(viewpoint.element())
                        .get(field.getSimpleName().toString());
        ColumnModel column = new ColumnReader(viewpoint, problems).read(field, accessors, override);
        if (column != null) {
            columns.add(column);
        }
    }

    private static List<EntityModel.OrderTerm> ordering(TypeElement entity) {
        AnnotationView annotation = AnnotationView.find(entity, Jpa.ORDERING);
        List<EntityModel.OrderTerm> terms = new ArrayList<>();
        if (annotation != null) {
            for (String term : annotation.string("value", "").split(",", -1)) {
                String path = term.strip();
                boolean descending = path.startsWith("-");
                terms.add(
                        new EntityModel.OrderTerm(descending ? path.substring(1).strip() : path, descending));
            }
        }
        return terms;
    }

    private GenerationModel generation(TypeElement entity, List<ColumnModel> columns) {
        List<VariableElement> keys = KeyReader.fields(entity);
        for (VariableElement field : keys) {
            if (keys.size() == 1 && AnnotationView.isPresent(field, Jpa.ID)) {
                String name = field.getSimpleName().toString();
                ColumnType type = columns.stream()
                        .filter(column -> column.name().equals(name))
                        .map(ColumnModel::type)
                        .findFirst()
                        .orElse(null);
                return new GenerationReader(elements, problems)
                        .read(entity, simpleTableName(Hierarchy.root(entity)), field, type);
            }
        }
        return GenerationModel.ASSIGNED;
    }

    private EntityModel.ClassTraits traits(TypeElement entity, AccessorReader accessors) {
        @Nullable TypeElement serializable = elements.getTypeElement("java.io.Serializable");
        return new EntityModel.ClassTraits(
                serializable != null && types.isSubtype(entity.asType(), serializable.asType()),
                isDeprecated(entity, accessors),
                hasGeneratedAnnotation(elements, entity),
                ReadOnlyRules.isReadOnly(entity));
    }

    private boolean isDeprecated(TypeElement entity, AccessorReader accessors) {
        List<Element> named = new ArrayList<>(List.of(entity));
        for (VariableElement field : mappedFields(entity)) {
            add(named, field.asType());
            TypeElement target = RelationReader.target(field);
            if (target != null) {
                named.add(target);
            }
            List<ExecutableElement> methods = new ArrayList<>(accessors.getters(field));
            methods.addAll(accessors.setters(field));
            named.addAll(methods);
        }
        return named.stream().anyMatch(elements::isDeprecated);
    }

    private void add(List<Element> named, TypeMirror type) {
        Element element = types.asElement(type);
        if (element != null) {
            named.add(element);
        }
    }

    static boolean hasGeneratedAnnotation(Elements elements, TypeElement from) {
        return elements.getTypeElement(elements.getModuleOf(from), "javax.annotation.processing.Generated") != null;
    }
}
