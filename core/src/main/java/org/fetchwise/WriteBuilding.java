package org.fetchwise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Assignment;
import org.fetchwise.expr.Column;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.Literals;
import org.fetchwise.query.Lookups;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.fetchwise.query.TermWalk;
import org.fetchwise.query.Write;
import org.jspecify.annotations.Nullable;

/** What the writing methods of querysets make of their arguments; what is wrong is refused here, before any statement. */
final class WriteBuilding {
    private WriteBuilding() {}

    static Write.Updating update(Query query, Collection<? extends Assignment<?>> assignments) {
        Sets.refuse(query, "update");
        if (assignments.isEmpty()) {
            throw new QueryException(
                    "update takes at least one assignment, as in update(POST.title.to(\"…\")).\nin query: " + query);
        }
        List<Write.SetColumn> sets = sets(query, assignments, "update");
        for (Write.SetColumn set : sets) {
            if (set.column().is(Trait.NOT_UPDATABLE)) {
                throw new QueryException("'" + set.column() + "' of " + query.entity()
                        + " is never updated: its mapping says updatable = false.\nin query: " + query);
            }
        }
        return new Write.Updating(query.withProjection(Projection.Entities.PLAIN), sets);
    }

    static List<Write.SetColumn> sets(Query query, Collection<? extends Assignment<?>> assignments, String method) {
        List<Write.SetColumn> sets = new ArrayList<>(assignments.size());
        for (Assignment<?> assignment : assignments) {
            Term target = Lookups.resolve(query, assignment.target());
            if (target instanceof Term.Tuple tuple && tuple.key() && assignment.assigned() == null) {
                // A key of which a part is missing is none.
                for (Term.Column part : tuple.parts()) {
                    if (part.attribute().is(Trait.NULLABLE)) {
                        add(query, sets, part, null, method);
                    }
                }
            } else if (target instanceof Term.Tuple tuple) {
                List<@Nullable Object> parts = parts(query, tuple, assignment.assigned(), method);
                for (int at = 0; at < parts.size(); at++) {
                    add(query, sets, tuple.parts().get(at), parts.get(at), method);
                }
            } else {
                add(query, sets, target, assignment.assigned(), method);
            }
        }
        return sets;
    }

    /** The object that is to be written, which is there. */
    static <T> T object(Query query, @Nullable T object, String method) {
        if (object == null) {
            throw new QueryException(
                    method + " takes an object of " + query.entity() + ", but was given null.\nin query: " + query);
        }
        return object;
    }

    /** The objects that are to be written, which are all there. */
    static <C extends Iterable<?>> C objects(Query query, C objects, String method) {
        int position = 0;
        for (Object object : objects) {
            if (object == null) {
                throw new QueryException(method + " takes objects of " + query.entity() + ", but the one at position "
                        + position + " is null: leave it out.\nin query: " + query);
            }
            position++;
        }
        return objects;
    }

    static int batchSize(Query query, int batchSize) {
        if (batchSize < 1) {
            throw new QueryException("A batch has at least 1 row.\nin query: " + query);
        }
        return batchSize;
    }

    /** Columns of the query's own entity. */
    static List<ColumnAttribute> columns(Query query, Collection<? extends Column<?, ?>> columns, String method) {
        List<ColumnAttribute> chosen = new ArrayList<>(columns.size());
        for (Column<?, ?> column : columns) {
            chosen.add(column(query, TermSource.termOf(column), method));
        }
        return chosen;
    }

    private static void add(
            Query query, List<Write.SetColumn> sets, Term target, @Nullable Object assigned, String method) {
        ColumnAttribute column = column(query, target, method);
        if (sets.stream().anyMatch(set -> set.column() == column)) {
            throw new QueryException(method + " sets '" + column + "' twice.\nin query: " + query);
        }
        sets.add(new Write.SetColumn(column, value(query, column, assigned)));
    }

    /** What the columns of an embedded object are set to. */
    private static List<@Nullable Object> parts(
            Query query, Term.Tuple tuple, @Nullable Object assigned, String method) {
        if (!(assigned instanceof Term term)) {
            return tuple.type().partsOf(assigned);
        }
        if (Lookups.resolve(query, term) instanceof Term.Tuple other
                && other.parts().size() == tuple.parts().size()) {
            return List.copyOf(other.parts());
        }
        throw new QueryException(
                method + " sets '" + tuple + "' to '" + term + "', which is no such object.\nin query: " + query);
    }

    /** The column that a term names, which must stand in the table of the query's own rows. */
    private static ColumnAttribute column(Query query, Term target, String method) {
        Term resolved = Lookups.resolve(query, target);
        if (!(resolved instanceof Term.Column column) || !column.path().isRoot()) {
            throw new QueryException(method + " takes columns of " + query.entity() + " itself, but '" + target
                    + "' is none. Take a queryset of the entity that has it.\nin query: " + query);
        }
        return column.attribute();
    }

    static Term value(Query query, ColumnAttribute column, @Nullable Object assigned) {
        if (assigned == null) {
            return new Term.Literal(null, column.type());
        }
        if (assigned instanceof Term term) {
            Term resolved = Lookups.resolve(query, term);
            refuse(query, column, resolved);
            return resolved;
        }
        ToOneAttribute relation = query.entity().relationOf(column);
        if (relation != null && relation.target().type().isInstance(assigned)) {
            return new Term.Literal(keyOf(relation.target(), assigned), column.type());
        }
        Term.Literal literal = Literals.beside(column.type(), assigned);
        if (literal == null) {
            throw new QueryException("'" + column + "' of " + query.entity() + " takes values of type "
                    + column.type().javaType().getSimpleName() + ", but this one is of type "
                    + assigned.getClass().getSimpleName() + ".\nin query: " + query);
        }
        return literal;
    }

    /** The key of an object that is written as the other end of a relation. */
    static <T> Object keyOf(EntityMeta<T> entity, Object object) {
        Object key = entity.keyOf(entity.type().cast(object));
        if (key == null) {
            throw new QueryException(
                    "This " + entity + " has no key yet, so nothing can refer to it: create it first.");
        }
        return key;
    }

    private static void refuse(Query query, ColumnAttribute column, Term value) {
        if (TermWalk.any(value, part -> part instanceof Term.Windowed)) {
            throw new QueryException("'" + column + "' cannot be set to '" + value
                    + "': a function over a window has no value within an update.\nin query: " + query);
        }
        TermWalk.any(value, part -> {
            if (part instanceof Term.Column read && !read.path().isRoot()) {
                throw new QueryException("'" + column + "' cannot be set to '" + read
                        + "' of another table. Take it with a subquery: filter a queryset of "
                        + read.path().target() + " with outer(...), and add .asSubquery().\nin query: " + query);
            }
            return part instanceof Term.Aggregate;
        });
    }
}
