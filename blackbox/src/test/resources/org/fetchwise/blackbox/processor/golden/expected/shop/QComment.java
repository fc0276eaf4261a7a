package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to one row of {@link Comment}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QComment<R> extends QCommentColumns<R> implements ToOne<R, Comment> {
    /** The description of {@link Comment}. */
    public static final EntityMeta<Comment> META = CommentManaged.META;

    /** The start of every path over {@link Comment}. */
    public static final QComment<Comment> COMMENT = new QComment<>(META);

    private @Nullable QPost<R> post;

    private QComment(EntityMeta<Comment> root) {
        super(root);
    }

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QComment(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /** {@return the path over {@code post}, column {@code post_id}} */
    public QPost<R> post() {
        QPost<R> path = post;
        return path != null ? path : (post = new QPost<>(this, CommentManaged.POST));
    }
}
