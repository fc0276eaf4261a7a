package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to one row of {@link Balloon}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QBalloon<R> extends QBalloonColumns<R> implements ToOne<R, Balloon> {
    /** The description of {@link Balloon}. */
    public static final EntityMeta<Balloon> META = BalloonManaged.META;

    /** The start of every path over {@link Balloon}. */
    public static final QBalloon<Balloon> BALLOON = new QBalloon<>(META);

    private @Nullable QUser<R> owner;
    private @Nullable QUser<R> pilot;

    private QBalloon(EntityMeta<Balloon> root) {
        super(root);
    }

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QBalloon(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /**
     * Creates the path to those rows of another one that are of {@link Balloon}. Users call the methods of a path instead.
     *
     * @param wider the path to the rows of an entity that it extends
     */
    public QBalloon(EntityPath<R, ?> wider) {
        super(wider, BalloonManaged.META);
    }

    /** {@return the path over {@code owner}, column {@code owner_id}} */
    public QUser<R> owner() {
        QUser<R> path = owner;
        return path != null ? path : (owner = new QUser<>(this, BalloonManaged.OWNER));
    }

    /** {@return the path over {@code pilot}, column {@code pilot_id}} */
    public QUser<R> pilot() {
        QUser<R> path = pilot;
        return path != null ? path : (pilot = new QUser<>(this, BalloonManaged.PILOT));
    }
}
