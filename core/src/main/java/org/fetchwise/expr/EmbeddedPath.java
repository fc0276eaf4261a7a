package org.fetchwise.expr;

import java.util.ArrayList;
import java.util.Collection;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EmbeddedAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/**
 * A path from the rows of {@code R} to an object that is embedded in a row: to be compared, ordered, read and left out as a
 * whole, or part by part; the base of the generated classes. Immutable.
 *
 * <p>There is no object where all of its columns are NULL. Objects are equal where all of their columns are, NULL and NULL
 * included.
 *
 * @param <R> the entity that the path begins at
 * @param <V> the class of the object
 */
@SuppressWarnings("exports") // what it is inside is for the library
public abstract non-sealed class EmbeddedPath<R, V> extends AttributePath<R> implements Column<R, V>, TermSource {
    private final EmbeddedAttribute attribute;

    /**
     * Creates the path to an object in a row of an entity.
     *
     * @param entity leads to the row
     * @param name the name of the field that holds the object
     */
    protected EmbeddedPath(EntityPath<R, ?> entity, String name) {
        super(entity.path);
        EntityMeta<?> meta = entity.asEntity();
        EmbeddedAttribute found = meta.findEmbedded(name);
        if (found == null) {
            throw new IllegalArgumentException("Nothing embedded as '" + name + "' in " + meta);
        }
        attribute = found;
    }

    /**
     * Creates the path to an object within another.
     *
     * @param outer leads to the object around
     * @param part the name of its field
     */
    protected EmbeddedPath(EmbeddedPath<R, ?> outer, String part) {
        super(outer.path);
        attribute = outer.attribute.embedded(part);
    }

    /**
     * {@return the attribute of a part}
     *
     * @param name the name of a field of the object
     */
    protected final ColumnAttribute part(String name) {
        return attribute.column(name);
    }

    /**
     * {@return whether the object equals another}
     *
     * @param value the other object
     */
    public final Condition<R> eq(V value) {
        return Terms.compare(ComparisonOperator.EQUAL, this, value);
    }

    /**
     * {@return whether the object equals that at the end of another path}
     *
     * @param other the other path
     * @param <S> the entity that has both
     */
    public final <S extends R> Condition<S> eq(EmbeddedPath<? super S, ? extends V> other) {
        return Terms.compareTerms(ComparisonOperator.EQUAL, this, other);
    }

    /**
     * {@return whether the object differs from another}
     *
     * @param value the other object
     */
    public final Condition<R> ne(V value) {
        return Terms.compare(ComparisonOperator.NOT_EQUAL, this, value);
    }

    /**
     * {@return whether the object equals one of several; of no objects it holds of no row}
     *
     * @param values the objects
     */
    public final Condition<R> isIn(Collection<? extends V> values) {
        Term term = asTerm();
        return new ConditionTerm<>(
                new Term.In(term, new Term.ListOf(new ArrayList<>(Terms.given(term, values)), term.type())));
    }

    /** Not to be counted as a whole, since its columns are NULL one by one. */
    @Override
    public final LongAggregate<R> count() {
        throw new QueryException("'" + this + "' has several columns, of which any may be NULL: count one of them.");
    }

    /** Not to be counted as a whole, since its columns are NULL one by one. */
    @Override
    public final LongAggregate<R> countDistinct() {
        return count();
    }

    @Override
    public final Expr<R, V> named(String name) {
        return new ValueTerm<>(asTerm(), name);
    }

    @Override
    public final Term asTerm() {
        return Term.embedded(path, attribute);
    }

    @Override
    public final @Nullable String givenName() {
        return path.isRoot() ? attribute.name() : path.text() + "." + attribute.name();
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof EmbeddedPath<?, ?> that && that.path.equals(path) && that.attribute.equals(attribute);
    }

    @Override
    public final int hashCode() {
        return 31 * path.hashCode() + attribute.hashCode();
    }

    @Override
    public final String toString() {
        return path + "." + attribute;
    }
}
