package org.fetchwise.expr;

import org.fetchwise.error.QueryException;
import org.fetchwise.meta.Attribute;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EmbeddedAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Extras;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.query.Lookups;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/** Reads columns and annotations back from objects. */
final class Reading {
    private Reading() {}

    @SuppressWarnings("unchecked") // the term's type is the expression's
    static <R, V> @Nullable V of(Expr<R, V> expression, R row) {
        Term term = Terms.of(expression);
        if (row instanceof Managed managed) {
            Extras extras = managed.$extras();
            int position = extras == null ? -1 : extras.indexOf(term);
            if (extras != null && position >= 0) {
                return (V) extras.get(position);
            }
        }
        if (term instanceof Term.Column column) {
            return (V) widened(column(column, row));
        }
        if (term instanceof Term.Tuple tuple) {
            return (V) tuple(tuple, row);
        }
        if (row instanceof Managed managed) {
            return (V) given(term, managed, expression);
        }
        throw missing(expression, row);
    }

    /** The value of an expression given as text, which only the object's entity tells. */
    private static @Nullable Object given(Term term, Managed row, Expr<?, ?> expression) {
        Term resolved = Lookups.resolve(Query.of(row.$meta()), term);
        Extras extras = row.$extras();
        int position = extras == null ? -1 : extras.indexOf(resolved);
        if (extras != null && position >= 0) {
            return extras.get(position);
        }
        if (resolved instanceof Term.Column column) {
            return widened(column(column, row));
        }
        if (resolved instanceof Term.Tuple tuple) {
            return tuple(tuple, row);
        }
        throw missing(expression, row);
    }

    /** An embedded object. */
    private static @Nullable Object tuple(Term.Tuple tuple, @Nullable Object row) {
        Term.Column first = tuple.parts().get(0);
        EntityMeta<?> entity = first.path().target();
        Object owner = owner(first.path(), row);
        if (owner == null) {
            return null;
        }
        for (EmbeddedAttribute embedded : entity.embedded()) {
            if (Term.embedded(first.path(), embedded).equals(tuple)) {
                return embedded(entity, embedded, owner);
            }
        }
        throw new IllegalArgumentException(tuple + " is nothing embedded in " + entity);
    }

    private static <T> @Nullable Object embedded(EntityMeta<T> entity, EmbeddedAttribute embedded, Object object) {
        read(entity, embedded.columns().get(0), object);
        return entity.access().embedded(entity.type().cast(object), embedded.position());
    }

    private static QueryException missing(Expr<?, ?> expression, @Nullable Object row) {
        return new QueryException("The object has no annotation '" + expression + "': "
                + reason(row, ".annotate(...) with this expression"));
    }

    /** The value as expressions give it; see {@link org.fetchwise.meta.ValueType#widened()}. */
    private static @Nullable Object widened(@Nullable Object value) {
        if (value instanceof Byte || value instanceof Short) {
            return ((Number) value).intValue();
        }
        return value instanceof Float number ? (Object) number.doubleValue() : value;
    }

    /** The value of a key given with a named prefetch. */
    static @Nullable Object attached(Object key, @Nullable Object row) {
        if (row instanceof Managed managed) {
            Extras extras = managed.$extras();
            int position = extras == null ? -1 : extras.indexOf(key);
            if (extras != null && position >= 0) {
                return extras.get(position);
            }
        }
        throw new QueryException(
                "The object has no prefetch '" + key + "': " + reason(row, ".prefetchRelated(...) with this prefetch"));
    }

    /** Why an object does not have what a query attaches, and how it would have it. */
    private static String reason(@Nullable Object row, String call) {
        if (row == null || row instanceof Managed) {
            return "its query did not ask for it. Add " + call + " to the query.";
        }
        return "this " + row.getClass().getSimpleName()
                + " is a plain object that was not read from the database. Read it" + " with a queryset, and add "
                + call + " to it.";
    }

    private static @Nullable Object column(Term.Column column, @Nullable Object row) {
        Object owner = owner(column.path(), row);
        return owner == null ? null : read(column.path().target(), column.attribute(), owner);
    }

    /** The object at the end of a path, or null where there is none. */
    private static @Nullable Object owner(Path path, @Nullable Object row) {
        EntityMeta<?> entity = path.root();
        Object at = row;
        for (RelationAttribute relation : path.steps()) {
            if (at == null) {
                return null;
            }
            at = read(entity, relation, at);
            entity = relation.target();
        }
        return at;
    }

    private static <T> @Nullable Object read(EntityMeta<T> entity, Attribute attribute, Object object) {
        if (object instanceof Managed managed
                && (managed.$ready() & attribute.bit()) == 0
                && !isKeyOfReadyRelation(entity, attribute, managed)) {
            managed.$group().touch(managed, attribute.index());
        }
        return entity.access().get(entity.type().cast(object), attribute.index());
    }

    private static boolean isKeyOfReadyRelation(EntityMeta<?> entity, Attribute attribute, Managed managed) {
        if (!(attribute instanceof ColumnAttribute column)) {
            return false;
        }
        RelationAttribute relation = entity.relationOf(column);
        return relation != null && (managed.$ready() & relation.bit()) != 0;
    }
}
