package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToMany;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to any number of rows of {@link Post}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QPostMany<R> extends QPostColumns<R> implements ToMany<R, Post> {
    private @Nullable QUserMany<R> author;
    private @Nullable QUserMany<R> reviewer;
    private @Nullable QSummaryMany<R> summary;
    private @Nullable QCommentMany<R> comments;
    private @Nullable QTagMany<R> tags;
    private @Nullable QTagMany<R> any;

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QPostMany(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /**
     * {@return this path, to those of its last rows only that fulfil a condition}
     *
     * @param condition a condition on one row
     */
    public QPostMany<R> filtered(Condition<? super Post> condition) {
        return new QPostMany<>(parentOf(this), lastFiltered(this, condition));
    }

    /** {@return the path over {@code author}, column {@code author_id}} */
    public QUserMany<R> author() {
        QUserMany<R> path = author;
        return path != null ? path : (author = new QUserMany<>(this, PostManaged.AUTHOR));
    }

    /** {@return the path over {@code reviewer}, column {@code reviewer}} */
    public QUserMany<R> reviewer() {
        QUserMany<R> path = reviewer;
        return path != null ? path : (reviewer = new QUserMany<>(this, PostManaged.REVIEWER));
    }

    /** {@return the path over {@code summary}, the reverse of {@code Summary.post}} */
    public QSummaryMany<R> summary() {
        QSummaryMany<R> path = summary;
        return path != null ? path : (summary = new QSummaryMany<>(this, PostManaged.SUMMARY));
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
