package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to one row of {@link Summary}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QSummary<R> extends QSummaryColumns<R> implements ToOne<R, Summary> {
    /** The description of {@link Summary}. */
    public static final EntityMeta<Summary> META = SummaryManaged.META;

    /** The start of every path over {@link Summary}. */
    public static final QSummary<Summary> SUMMARY = new QSummary<>(META);

    private @Nullable QPost<R> post;

    private QSummary(EntityMeta<Summary> root) {
        super(root);
    }

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QSummary(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /** {@return the path over {@code post}, column {@code post_id}} */
    public QPost<R> post() {
        QPost<R> path = post;
        return path != null ? path : (post = new QPost<>(this, SummaryManaged.POST));
    }
}
