package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to one row of {@link Craft}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QCraft<R> extends QCraftColumns<R> implements ToOne<R, Craft> {
    /** The description of {@link Craft}. */
    public static final EntityMeta<Craft> META = CraftManaged.META;

    /** The start of every path over {@link Craft}. */
    public static final QCraft<Craft> CRAFT = new QCraft<>(META);

    private @Nullable QUser<R> owner;

    private QCraft(EntityMeta<Craft> root) {
        super(root);
    }

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QCraft(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /** {@return the path over {@code owner}, column {@code owner_id}} */
    public QUser<R> owner() {
        QUser<R> path = owner;
        return path != null ? path : (owner = new QUser<>(this, CraftManaged.OWNER));
    }

    /** {@return the path to the attributes of {@link Balloon}, which are NULL in rows of other classes} */
    public QBalloon<R> asBalloon() {
        return new QBalloon<>(this);
    }

    /** {@return the path to the attributes of {@link Glider}, which are NULL in rows of other classes} */
    public QGlider<R> asGlider() {
        return new QGlider<>(this);
    }
}
