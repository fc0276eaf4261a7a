package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToMany;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to any number of rows of {@link User}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QUserMany<R> extends QUserColumns<R> implements ToMany<R, User> {
    private @Nullable QUserMany<R> manager;
    private @Nullable QUserMany<R> reports;

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QUserMany(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /**
     * {@return this path, to those of its last rows only that fulfil a condition}
     *
     * @param condition a condition on one row
     */
    public QUserMany<R> filtered(Condition<? super User> condition) {
        return new QUserMany<>(parentOf(this), lastFiltered(this, condition));
    }

    /** {@return the path over {@code manager}, column {@code manager_id}} */
    public QUserMany<R> manager() {
        QUserMany<R> path = manager;
        return path != null ? path : (manager = new QUserMany<>(this, UserManaged.MANAGER));
    }

    /** {@return the path over {@code reports}, the reverse of {@code User.manager}} */
    public QUserMany<R> reports() {
        QUserMany<R> path = reports;
        return path != null ? path : (reports = new QUserMany<>(this, UserManaged.REPORTS));
    }
}
