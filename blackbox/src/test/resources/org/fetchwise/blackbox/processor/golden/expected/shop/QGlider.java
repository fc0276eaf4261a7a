package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to one row of {@link Glider}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QGlider<R> extends QGliderColumns<R> implements ToOne<R, Glider> {
    /** The description of {@link Glider}. */
    public static final EntityMeta<Glider> META = GliderManaged.META;

    /** The start of every path over {@link Glider}. */
    public static final QGlider<Glider> GLIDER = new QGlider<>(META);

    private @Nullable QUser<R> owner;

    private QGlider(EntityMeta<Glider> root) {
        super(root);
    }

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QGlider(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /**
     * Creates the path to those rows of another one that are of {@link Glider}. Users call the methods of a path instead.
     *
     * @param wider the path to the rows of an entity that it extends
     */
    public QGlider(EntityPath<R, ?> wider) {
        super(wider, GliderManaged.META);
    }

    /** {@return the path over {@code owner}, column {@code owner_id}} */
    public QUser<R> owner() {
        QUser<R> path = owner;
        return path != null ? path : (owner = new QUser<>(this, GliderManaged.OWNER));
    }
}
