package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToMany;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to any number of rows of {@link Glider}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QGliderMany<R> extends QGliderColumns<R> implements ToMany<R, Glider> {
    private @Nullable QUserMany<R> owner;

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QGliderMany(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /**
     * Creates the path to those rows of another one that are of {@link Glider}. Users call the methods of a path instead.
     *
     * @param wider the path to the rows of an entity that it extends
     */
    public QGliderMany(EntityPath<R, ?> wider) {
        super(wider, GliderManaged.META);
    }

    /**
     * {@return this path, to those of its last rows only that fulfil a condition}
     *
     * @param condition a condition on one row
     */
    public QGliderMany<R> filtered(Condition<? super Glider> condition) {
        return new QGliderMany<>(parentOf(this), lastFiltered(this, condition));
    }

    /** {@return the path over {@code owner}, column {@code owner_id}} */
    public QUserMany<R> owner() {
        QUserMany<R> path = owner;
        return path != null ? path : (owner = new QUserMany<>(this, GliderManaged.OWNER));
    }
}
