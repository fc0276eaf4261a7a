package org.fetchwise.processor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses the names of generated classes and members.
 *
 * @param prefix what the names of path classes begin with
 * @param reserved the names of the methods that every path has already
 */
record Names(String prefix, Set<String> reserved) {
    Names {
        reserved = Set.copyOf(reserved);
    }

    /** {@return the class of paths that lead to one row of an entity} */
    TypeName path(TypeName entity) {
        return entity.sibling(prefix + entity.simpleName());
    }

    /** {@return the class of paths that lead to any number of rows of an entity} */
    TypeName manyPath(TypeName entity) {
        return entity.sibling(prefix + entity.simpleName() + "Many");
    }

    /** {@return the class that holds what both kinds of paths have in common} */
    TypeName columns(TypeName entity) {
        return entity.sibling(prefix + entity.simpleName() + "Columns");
    }

    /** {@return the class of paths that lead to the values of a collection} */
    TypeName elements(TypeName entity, RelationModel.Elements collection) {
        return entity.sibling(
                prefix + entity.simpleName() + AccessorReader.capitalized(collection.name()) + "Elements");
    }

    TypeName managed(TypeName entity) {
        return entity.sibling(entity.simpleName() + "Managed");
    }

    /** {@return the class that implements an interface of custom query methods} */
    TypeName querySet(TypeName type) {
        return type.sibling(prefix + type.simpleName());
    }

    /** {@return the constant of a path class that holds the start of all paths} */
    String root(TypeName entity) {
        String name = upperSnake(entity.simpleName());
        return name.equals("META") ? "META_" : name;
    }

    /** {@return the name of a relation's method} */
    String relation(RelationModel relation) {
        return method(relation.name());
    }

    /** {@return the name of the method of a path that goes on over a relation or into an embedded object} */
    String method(String attribute) {
        return reserved.contains(attribute) ? attribute + "_" : attribute;
    }

    /** {@return the name of a column's field} */
    String column(EntityModel entity, ColumnModel column) {
        String name = column.name();
        return name.equals("META") || name.equals(root(entity.type())) ? name + "_" : name;
    }

    /** {@return the names of the constants that describe an entity's attributes, by attribute name} */
    static Map<String, String> constants(EntityModel entity) {
        Map<String, String> constants = new HashMap<>();
        Set<String> taken = new HashSet<>(List.of("META", "READY"));
        Stream.of(
                        entity.columns().stream().map(ColumnModel::name),
                        entity.relations().stream().map(RelationModel::name),
                        entity.allEmbedded().stream().map(EmbeddedModel::name),
                        entity.elements().stream()
                                .flatMap(elements -> elements.columns().stream())
                                .map(ColumnModel::name),
                        entity.elements().stream()
                                .flatMap(elements -> elements.allEmbedded().stream())
                                .map(EmbeddedModel::name),
                        keyParts(entity).map(KeyClassModel.Part::attribute))
                .flatMap(all -> all)
                .forEach(name -> {
                    String constant = upperSnake(name);
                    while (taken.contains(constant)
                            || taken.contains(constant + "_FIELD")
                            || taken.contains(constant + "_TYPE")) {
                        constant += "_";
                    }
                    taken.addAll(List.of(constant, constant + "_FIELD", constant + "_TYPE"));
                    constants.put(name, constant);
                });
        return constants;
    }

    private static Stream<KeyClassModel.Part> keyParts(EntityModel entity) {
        KeyClassModel key = entity.keyClass();
        return key == null ? Stream.of() : key.parts().stream();
    }

    static String upperSnake(String name) {
        return name.replace('.', '_')
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toUpperCase(Locale.ROOT);
    }

    /** {@return the name of the field that holds the value of a foreign key, as in {@code authorId}} */
    static String keyField(ColumnModel foreignKey) {
        String[] words = foreignKey.name().split("\\.", -1);
        StringBuilder text = new StringBuilder(words[0]);
        for (int at = 1; at < words.length; at++) {
            text.append(AccessorReader.capitalized(words[at]));
        }
        return text.toString();
    }

    /** {@return a text as a Java literal} */
    static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
