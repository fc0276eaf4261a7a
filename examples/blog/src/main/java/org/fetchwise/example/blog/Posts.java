package org.fetchwise.example.blog;

import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.expr.Functions.now;

import java.time.Duration;
import java.time.Instant;
import org.fetchwise.QuerySet;
import org.fetchwise.Row;
import org.fetchwise.Values;
import org.fetchwise.expr.DoubleExpr;
import org.fetchwise.expr.LongExpr;

/** The posts: every way in which the blog asks for them. */
public interface Posts extends QuerySet<Post, Posts> {
    /** How many comments a post has. */
    LongExpr<Post> COMMENT_COUNT = POST.comments().count().named("comment_count");

    /** The average of a post's ratings; NULL for a post that nobody has rated. */
    DoubleExpr<Post> AVERAGE_RATING = POST.ratings().score.avg().named("average_rating");

    /** How many like a post. */
    LongExpr<Post> TOTAL_LIKES = POST.likes().count().named("total_likes");

    /** {@return the posts that readers may see} */
    default Posts published() {
        return filter(POST.published);
    }

    /** {@return the posts that only their authors may see} */
    default Posts drafts() {
        return filter(POST.published.not());
    }

    /**
     * {@return the posts written at or after a moment}
     *
     * @param moment the moment
     */
    default Posts since(Instant moment) {
        return filter(POST.createdAt.ge(moment));
    }

    /**
     * {@return the posts written not longer ago than an age}
     *
     * @param age the greatest age
     */
    default Posts recent(Duration age) {
        return filter(POST.createdAt.ge(now().minus(age)));
    }

    /**
     * {@return the posts seen at least so often}
     *
     * @param minViews the least number of views
     */
    default Posts popular(int minViews) {
        return filter(POST.viewCount.ge(minViews));
    }

    /**
     * {@return the posts that readers may see, not older than an age, and seen at least so often}
     *
     * @param age the greatest age
     * @param minViews the least number of views
     */
    default Posts popularRecent(Duration age, int minViews) {
        return published().recent(age).popular(minViews);
    }

    /** {@return the posts in the order of their writing, the newest first} */
    default Posts newestFirst() {
        return orderBy(POST.createdAt.desc(), POST.id.desc());
    }

    /** {@return the posts with what a page about each of them shows} */
    default Posts withDetails() {
        return selectRelated(POST.author(), POST.category()).prefetchRelated(POST.tags());
    }

    /** {@return the posts without their texts} */
    default Posts summaryOnly() {
        return only(POST.id, POST.title, POST.createdAt);
    }

    /** {@return the posts, each with {@link #COMMENT_COUNT}} */
    default Posts withCommentCount() {
        return annotate(COMMENT_COUNT);
    }

    /** {@return the posts, each with {@link #COMMENT_COUNT}, {@link #AVERAGE_RATING} and {@link #TOTAL_LIKES}} */
    default Posts withStats() {
        return annotate(COMMENT_COUNT, AVERAGE_RATING, TOTAL_LIKES);
    }

    /** {@return what the interface for other programs gives of each post} */
    default Values<Post, Row> forApi() {
        return values(POST.id, POST.title, POST.author().name, POST.createdAt).annotate(COMMENT_COUNT);
    }

    /** {@return the posts with what a list of them shows, and nothing else} */
    default Posts optimizedForList() {
        return withDetails()
                .only(
                        POST.id,
                        POST.title,
                        POST.slug,
                        POST.createdAt,
                        POST.viewCount,
                        POST.author().username,
                        POST.category().title);
    }

    /** {@return the posts with everything that the page of one of them shows} */
    default Posts optimizedForDetail() {
        return selectRelated(POST.author().profile(), POST.category())
                .prefetchRelated(POST.tags(), POST.comments().user(), POST.ratings());
    }
}
