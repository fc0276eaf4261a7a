package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToMany;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to any number of rows of {@link Craft}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QCraftMany<R> extends QCraftColumns<R> implements ToMany<R, Craft> {
    private @Nullable QUserMany<R> owner;

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QCraftMany(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /**
     * {@return this path, to those of its last rows only that fulfil a condition}
     *
     * @param condition a condition on one row
     */
    public QCraftMany<R> filtered(Condition<? super Craft> condition) {
        return new QCraftMany<>(parentOf(this), lastFiltered(this, condition));
    }

    /** {@return the path over {@code owner}, column {@code owner_id}} */
    public QUserMany<R> owner() {
        QUserMany<R> path = owner;
        return path != null ? path : (owner = new QUserMany<>(this, CraftManaged.OWNER));
    }

    /** {@return the path to the attributes of {@link Balloon}, which are NULL in rows of other classes} */
    public QBalloonMany<R> asBalloon() {
        return new QBalloonMany<>(this);
    }

    /** {@return the path to the attributes of {@link Glider}, which are NULL in rows of other classes} */
    public QGliderMany<R> asGlider() {
        return new QGliderMany<>(this);
    }
}
