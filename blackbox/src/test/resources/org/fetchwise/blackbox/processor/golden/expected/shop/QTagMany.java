package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToMany;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to any number of rows of {@link Tag}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QTagMany<R> extends QTagColumns<R> implements ToMany<R, Tag> {
    private @Nullable QPostMany<R> posts;

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QTagMany(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /**
     * {@return this path, to those of its last rows only that fulfil a condition}
     *
     * @param condition a condition on one row
     */
    public QTagMany<R> filtered(Condition<? super Tag> condition) {
        return new QTagMany<>(parentOf(this), lastFiltered(this, condition));
    }

    /** {@return the path over {@code posts}, the reverse of {@code Post.tags}} */
    public QPostMany<R> posts() {
        QPostMany<R> path = posts;
        return path != null ? path : (posts = new QPostMany<>(this, TagManaged.POSTS));
    }
}
