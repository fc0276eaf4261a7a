package org.fetchwise.query;

import java.util.List;
import java.util.Objects;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.Attribute;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.ElementTable;
import org.fetchwise.meta.EmbeddedAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Where a path given as text leads.
 *
 * @param value the value at its end
 * @param relation the relation that it ends in, or null where it ends in a column, an annotation or a transform
 * @param key whether it ends in a relation, in the name of its foreign key or in an embedded object, which are compared as
 *     a whole
 * @param rest the names behind the end, which are no attributes and no transforms
 */
record Walked(Term value, @Nullable Path relation, boolean key, List<String> rest) {
    /** Nobody means more, but a filter that comes from outside may have any number, each of them another join. */
    private static final int MOST_NAMES = 16;

    private static final int SHOWN = 80;

    /**
     * Walks as far as names lead.
     *
     * @param query the query, whose annotations may head the path
     * @param text the names, joined by two underscores
     */
    static Walked along(Query query, String text) {
        List<String> names = List.of(text.split("__", -1));
        for (Clause.Annotate annotate : query.annotations()) {
            if (annotate.name().equals(names.get(0)) && annotate.term() instanceof Term.Rows rows) {
                return from(rows.path(), text, names, 1);
            }
            if (annotate.name().equals(names.get(0))) {
                return transformed(ofAnnotation(annotate.term()), names, 1);
            }
        }
        if (query.projection() instanceof Projection.Values values && find(query.entity(), names.get(0)) == null) {
            for (Projection.Item item : values.items()) {
                if (item.name().equals(names.get(0))) {
                    return transformed(ofAnnotation(item.term()), names, 1);
                }
            }
        }
        return along(query.entity(), text, names);
    }

    static Walked along(EntityMeta<?> entity, String text, List<String> names) {
        if (names.size() > MOST_NAMES) {
            throw new QueryException("A path given as text has at most " + MOST_NAMES + " names, and '"
                    + text.substring(0, Math.min(text.length(), SHOWN)) + "…' has " + names.size() + ".");
        }
        return from(Path.of(entity), text, names, 0);
    }

    private static Walked from(Path begin, String text, List<String> names, int first) {
        Path path = begin;
        for (int at = first; at < names.size(); at++) {
            Term key = keyOf(path, names.get(at));
            if (key != null) {
                return new Walked(key, null, true, names.subList(at + 1, names.size()));
            }
            Attribute attribute = find(path.target(), names.get(at));
            if (attribute == null && path.target().elements() != null) {
                return ofElement(path, path.target().elements(), names, at);
            }
            EmbeddedAttribute embedded = attribute == null ? embedded(path.target(), null, names.get(at)) : null;
            if (embedded != null) {
                return within(path, embedded, names, at + 1);
            }
            if (attribute == null) {
                if (path.isRoot() || names.size() - at > 1 || !Lookups.NAMES.contains(names.get(at))) {
                    throw new QueryException(NearMisses.message(path.target(), names.get(at))
                            + (names.size() > 1 ? " In '" + text + "'." : ""));
                }
                return new Walked(Term.key(path), path, true, names.subList(at, names.size()));
            }
            switch (attribute) {
                case RelationAttribute relation -> path = path.then(relation);
                case ColumnAttribute column
                when column.is(Trait.FOREIGN_KEY) -> {
                    return new Walked(new Term.Column(path, column), null, true, names.subList(at + 1, names.size()));
                }
                case ColumnAttribute column -> {
                    return transformed(Term.column(path, column), names, at + 1);
                }
            }
        }
        ElementTable elements = path.target().elements();
        return elements == null
                ? new Walked(Term.key(path), path, true, List.of())
                : ofElement(path, elements, names, names.size());
    }

    /** The key of an element, or its value, which needs no name of its own, or what names lead to within it. */
    private static Walked ofElement(Path path, ElementTable elements, List<String> names, int from) {
        EmbeddedAttribute object = elements.object();
        if (elements.key() != null && from < names.size() && names.get(from).equals("key")) {
            return transformed(new Term.Column(path, elements.key()), names, from + 1);
        }
        int next = from < names.size() && names.get(from).equals("value") ? from + 1 : from;
        return object == null
                ? transformed(new Term.Column(path, elements.columns().getFirst()), names, next)
                : within(path, object, names, next);
    }

    /** The key that a name stands for, where it is an object made of columns. */
    private static @Nullable Term keyOf(Path path, String name) {
        EntityMeta<?> meta = path.target();
        if (name.equals("pk")) {
            return meta.key().isValue() ? null : Term.key(path);
        }
        boolean attribute = meta.find(name) != null || meta.find(AttributeNames.camelCase(name)) != null;
        ToOneAttribute relation = attribute ? null : foreignKey(meta, name);
        return relation == null || relation.foreignKey().isValue() ? null : Term.key(path.then(relation));
    }

    /** The value that names lead to within an embedded object: the object itself, or a part of it. */
    private static Walked within(Path path, EmbeddedAttribute object, List<String> names, int from) {
        EmbeddedAttribute embedded = object;
        for (int at = from; at < names.size(); at++) {
            EmbeddedAttribute deeper = embedded(path.target(), embedded, names.get(at));
            if (deeper == null) {
                Attribute part = find(path.target(), embedded.name() + "." + names.get(at));
                if (part == null) {
                    part = find(path.target(), embedded.name() + "." + AttributeNames.camelCase(names.get(at)));
                }
                return part instanceof ColumnAttribute column
                        ? transformed(Term.column(path, column), names, at + 1)
                        : new Walked(Term.embedded(path, embedded), null, true, names.subList(at, names.size()));
            }
            embedded = deeper;
        }
        return new Walked(Term.embedded(path, embedded), null, true, List.of());
    }

    private static @Nullable EmbeddedAttribute embedded(
            EntityMeta<?> meta, @Nullable EmbeddedAttribute around, String name) {
        String before = around == null ? "" : around.name() + ".";
        EmbeddedAttribute found = meta.findEmbedded(before + name);
        return found != null ? found : meta.findEmbedded(before + AttributeNames.camelCase(name));
    }

    /** An annotation over many rows keeps to the rows that it was added with. */
    private static Term ofAnnotation(Term term) {
        return TermWalk.spansMany(term) && !(term instanceof Term.Annotated) ? new Term.Annotated(term) : term;
    }

    private static Walked transformed(Term value, List<String> names, int from) {
        Term result = value;
        int at = from;
        for (Term next = result; at < names.size() && next != null; ) {
            // As a key such a name is found by the value of the path.
            boolean lookup = at == names.size() - 1 && JsonTerms.isJson(result) && Lookups.isName(names.get(at));
            next = lookup ? null : Transforms.apply(result, names.get(at));
            if (next != null) {
                result = next;
                at++;
            }
        }
        return new Walked(result, null, false, names.subList(at, names.size()));
    }

    /** The value of a path that leads to its very end. */
    Term complete(String text) {
        if (rest.size() == 1 && JsonTerms.isJson(value)) {
            return Objects.requireNonNull(Transforms.apply(value, rest.get(0)));
        }
        if (!rest.isEmpty()) {
            List<String> transforms = Transforms.names(value);
            throw new QueryException("Nothing called '" + rest.get(0) + "' can be taken of '" + value + "' in '" + text
                    + "'" + (transforms.isEmpty() ? "" : ". There are " + String.join(", ", transforms)) + ".");
        }
        return value;
    }

    private static @Nullable Attribute find(EntityMeta<?> meta, String name) {
        if (name.equals("pk")) {
            return meta.key().first();
        }
        Attribute found = meta.find(name);
        if (found == null) {
            found = meta.find(AttributeNames.camelCase(name));
        }
        ToOneAttribute relation = found == null ? foreignKey(meta, name) : null;
        return relation == null ? found : relation.foreignKey().first();
    }

    /** The relation whose foreign key goes by a name that is no attribute's, or null. */
    static @Nullable ToOneAttribute foreignKey(EntityMeta<?> meta, String name) {
        return name.endsWith("_id")
                        && meta.find(AttributeNames.camelCase(name.substring(0, name.length() - "_id".length())))
                                instanceof ToOneAttribute toOne
                        && toOne.isOwning()
                ? toOne
                : null;
    }
}
