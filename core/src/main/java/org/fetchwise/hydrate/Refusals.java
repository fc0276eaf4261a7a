package org.fetchwise.hydrate;

import java.util.Locale;
import org.fetchwise.error.LazyLoadException;
import org.fetchwise.meta.Attribute;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.query.Path;

/** The errors of a touch, with the edit that avoids them. */
final class Refusals {
    private Refusals() {}

    /**
     * {@return the error of a touch under {@link org.fetchwise.meta.FetchMode#RAISE}}
     *
     * @param path the path from the query's root to the touched object
     * @param attribute what was touched
     */
    static LazyLoadException refused(Path path, Attribute attribute) {
        String what = path.target().name() + "." + attribute.name();
        return switch (attribute) {
            case ColumnAttribute column ->
                new LazyLoadException(what + " was not read with the object (path " + path
                        + "), and FetchMode.RAISE refuses" + " to load it now. Remove " + column(path, column)
                        + " from .defer(...), or add it to .only(...).");
            case RelationAttribute relation -> {
                Path whole = path.then(relation);
                String call = whole.isToMany() ? "prefetchRelated" : "selectRelated";
                yield new LazyLoadException(what + " was not loaded with the query (path " + whole
                        + "), and FetchMode.RAISE refuses to load it now. Add ." + call + "(" + code(whole)
                        + ") to the query.");
            }
        };
    }

    /** {@return the error of a touch of something whose row is no longer there} */
    static LazyLoadException vanished(EntityMeta<?> meta, Attribute attribute) {
        String what = meta.name() + "." + attribute.name();
        return switch (attribute) {
            case ColumnAttribute column ->
                new LazyLoadException(what + " cannot be loaded: the object's row is no longer in " + meta.table()
                        + ". Read the objects again, or load the column with them: add " + root(meta) + "."
                        + column.name()
                        + " to .only(...), or remove it from .defer(...).");
            case RelationAttribute relation ->
                new LazyLoadException(what + " cannot be loaded: the row it refers to is not in "
                        + relation.target().table() + ". Read the objects again, or load the relation with them: add "
                        + ".selectRelated(" + root(meta) + "." + relation.name() + "()) to the query.");
        };
    }

    /** {@return the constant that paths of an entity begin with} */
    static String root(EntityMeta<?> meta) {
        return meta.name().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** {@return a name for an object of an entity} */
    static String variable(EntityMeta<?> meta) {
        return meta.name().substring(0, 1).toLowerCase(Locale.ROOT)
                + meta.name().substring(1);
    }

    /** {@return a path as it is written in Java} */
    static String code(Path path) {
        StringBuilder text = new StringBuilder(root(path.root()));
        for (RelationAttribute step : path.steps()) {
            text.append('.').append(step.name()).append("()");
        }
        return text.toString();
    }

    private static String column(Path path, ColumnAttribute column) {
        // The column of a foreign key is named by its relation and the target's key: author.id is written author().id.
        return code(path) + "." + column.name().replace(".", "().");
    }
}
