package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to one row of {@link Post}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QPost<R> extends QPostColumns<R> implements ToOne<R, Post> {
    /** The description of {@link Post}. */
    public static final EntityMeta<Post> META = PostManaged.META;

    /** The start of every path over {@link Post}. */
    public static final QPost<Post> POST = new QPost<>(META);

    private @Nullable QUser<R> author;
    private @Nullable QUser<R> reviewer;
    private @Nullable QSummary<R> summary;
    private @Nullable QCommentMany<R> comments;
    private @Nullable QTagMany<R> tags;
    private @Nullable QTagMany<R> any;

    private QPost(EntityMeta<Post> root) {
        super(root);
    }

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QPost(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /** {@return the path over {@code author}, column {@code author_id}} */
    public QUser<R> author() {
        QUser<R> path = author;
        return path != null ? path : (author = new QUser<>(this, PostManaged.AUTHOR));
    }

    /** {@return the path over {@code reviewer}, column {@code reviewer}} */
    public QUser<R> reviewer() {
        QUser<R> path = reviewer;
        return path != null ? path : (reviewer = new QUser<>(this, PostManaged.REVIEWER));
    }

    /** {@return the path over {@code summary}, the reverse of {@code Summary.post}} */
    public QSummary<R> summary() {
        QSummary<R> path = summary;
        return path != null ? path : (summary = new QSummary<>(this, PostManaged.SUMMARY));
    }

    /** {@return the path over {@code comments}, the reverse of {@code Comment.post}} */
    public QCommentMany<R> comments() {
        QCommentMany<R> path = comments;
        return path != null ? path : (comments = new QCommentMany<>(this, PostManaged.COMMENTS));
    }

    /** {@return the path over {@code tags}, through {@code blog_post_tags}} */
    public QTagMany<R> tags() {
        QTagMany<R> path = tags;
        return path != null ? path : (tags = new QTagMany<>(this, PostManaged.TAGS));
    }

    /** {@return the path over {@code any}, through {@code blog_post_Tag}} */
    public QTagMany<R> any_() {
        QTagMany<R> path = any;
        return path != null ? path : (any = new QTagMany<>(this, PostManaged.ANY));
    }
}
