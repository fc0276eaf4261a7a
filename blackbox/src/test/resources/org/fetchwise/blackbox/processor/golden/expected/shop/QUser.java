package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to one row of {@link User}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QUser<R> extends QUserColumns<R> implements ToOne<R, User> {
    /** The description of {@link User}. */
    public static final EntityMeta<User> META = UserManaged.META;

    /** The start of every path over {@link User}. */
    public static final QUser<User> USER = new QUser<>(META);

    private @Nullable QUser<R> manager;
    private @Nullable QUserMany<R> reports;

    private QUser(EntityMeta<User> root) {
        super(root);
    }

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QUser(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /** {@return the path over {@code manager}, column {@code manager_id}} */
    public QUser<R> manager() {
        QUser<R> path = manager;
        return path != null ? path : (manager = new QUser<>(this, UserManaged.MANAGER));
    }

    /** {@return the path over {@code reports}, the reverse of {@code User.manager}} */
    public QUserMany<R> reports() {
        QUserMany<R> path = reports;
        return path != null ? path : (reports = new QUserMany<>(this, UserManaged.REPORTS));
    }
}
