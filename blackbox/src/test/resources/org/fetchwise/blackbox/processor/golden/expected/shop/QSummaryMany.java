package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToMany;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to any number of rows of {@link Summary}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QSummaryMany<R> extends QSummaryColumns<R> implements ToMany<R, Summary> {
    private @Nullable QPostMany<R> post;

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QSummaryMany(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /**
     * {@return this path, to those of its last rows only that fulfil a condition}
     *
     * @param condition a condition on one row
     */
    public QSummaryMany<R> filtered(Condition<? super Summary> condition) {
        return new QSummaryMany<>(parentOf(this), lastFiltered(this, condition));
    }

    /** {@return the path over {@code post}, column {@code post_id}} */
    public QPostMany<R> post() {
        QPostMany<R> path = post;
        return path != null ? path : (post = new QPostMany<>(this, SummaryManaged.POST));
    }
}
