package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to one row of {@link Tag}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QTag<R> extends QTagColumns<R> implements ToOne<R, Tag> {
    /** The description of {@link Tag}. */
    public static final EntityMeta<Tag> META = TagManaged.META;

    /** The start of every path over {@link Tag}. */
    public static final QTag<Tag> TAG = new QTag<>(META);

    private @Nullable QPostMany<R> posts;

    private QTag(EntityMeta<Tag> root) {
        super(root);
    }

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QTag(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /** {@return the path over {@code posts}, the reverse of {@code Post.tags}} */
    public QPostMany<R> posts() {
        QPostMany<R> path = posts;
        return path != null ? path : (posts = new QPostMany<>(this, TagManaged.POSTS));
    }
}
