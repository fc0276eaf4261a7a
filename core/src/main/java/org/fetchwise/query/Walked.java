package org.fetchwise.query;

import java.util.List;
import java.util.Objects;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.Attribute;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Where a path given as text leads.
 *
 * @param value the value at its end
 * @param relation the relation that it ends in, or null where it ends in a column, an annotation or a transform
 * @param key whether it ends in a relation or in the name of its foreign key, which are compared as keys are
 * @param rest the names behind the end, which are no attributes and no transforms
 */
record Walked(Term value, @Nullable Path relation, boolean key, List<String> rest) {
    /**
     * Walks as far as names lead.
     *
     * @param query the query, whose annotations may head the path
     * @param text the names, joined by two underscores
     */
    static Walked along(Query query, String text) {
        List<String> names = List.of(text.split("__", -1));
        for (Clause.Annotate annotate : query.annotations()) {
            if (annotate.name().equals(names.get(0))) {
                return transformed(ofAnnotation(annotate.term()), names, 1);
            }
        }
        return along(query.entity(), text, names);
    }

    static Walked along(EntityMeta<?> entity, String text, List<String> names) {
        Path path = Path.of(entity);
        for (int at = 0; at < names.size(); at++) {
            Attribute attribute = find(path.target(), names.get(at));
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
                    boolean related =
                            !path.isRoot() && column.equals(path.target().key());
                    return transformed(related ? Term.key(path) : new Term.Column(path, column), names, at + 1);
                }
            }
        }
        return new Walked(Term.key(path), path, true, List.of());
    }

    /** An annotation over many rows keeps to the rows that it was added with. */
    private static Term ofAnnotation(Term term) {
        return TermWalk.spansMany(term) ? new Term.Annotated(term) : term;
    }

    private static Walked transformed(Term value, List<String> names, int from) {
        Term result = value;
        int at = from;
        for (Term next = result; at < names.size() && next != null; ) {
            boolean lookup = at == names.size() - 1 && JsonTerms.isJson(result) && isLookup(names.get(at));
            next = lookup ? null : Transforms.apply(result, names.get(at));
            if (next != null) {
                result = next;
                at++;
            }
        }
        return new Walked(result, null, false, names.subList(at, names.size()));
    }

    /** The last name of a path into a document may be a lookup; as a key it is found by the value of the path. */
    private static boolean isLookup(String name) {
        return Lookups.NAMES.contains(name) || JsonLookups.NAMES.contains(name);
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
            return meta.key();
        }
        Attribute found = meta.find(name);
        if (found == null) {
            found = meta.find(AttributeNames.camelCase(name));
        }
        if (found == null && name.endsWith("_id")) {
            String relation = AttributeNames.camelCase(name.substring(0, name.length() - "_id".length()));
            if (meta.find(relation) instanceof ToOneAttribute toOne && toOne.isOwning()) {
                return toOne.foreignKey();
            }
        }
        return found;
    }
}
