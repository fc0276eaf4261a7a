package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToMany;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to any number of rows of {@link Balloon}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QBalloonMany<R> extends QBalloonColumns<R> implements ToMany<R, Balloon> {
    private @Nullable QUserMany<R> owner;
    private @Nullable QUserMany<R> pilot;

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QBalloonMany(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /**
     * Creates the path to those rows of another one that are of {@link Balloon}. Users call the methods of a path instead.
     *
     * @param wider the path to the rows of an entity that it extends
     */
    public QBalloonMany(EntityPath<R, ?> wider) {
        super(wider, BalloonManaged.META);
    }

    /**
     * {@return this path, to those of its last rows only that fulfil a condition}
     *
     * @param condition a condition on one row
     */
    public QBalloonMany<R> filtered(Condition<? super Balloon> condition) {
        return new QBalloonMany<>(parentOf(this), lastFiltered(this, condition));
    }

    /** {@return the path over {@code owner}, column {@code owner_id}} */
    public QUserMany<R> owner() {
        QUserMany<R> path = owner;
        return path != null ? path : (owner = new QUserMany<>(this, BalloonManaged.OWNER));
    }

    /** {@return the path over {@code pilot}, column {@code pilot_id}} */
    public QUserMany<R> pilot() {
        QUserMany<R> path = pilot;
        return path != null ? path : (pilot = new QUserMany<>(this, BalloonManaged.PILOT));
    }
}
