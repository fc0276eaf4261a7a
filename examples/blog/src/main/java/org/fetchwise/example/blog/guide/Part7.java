package org.fetchwise.example.blog.guide;

import static org.fetchwise.example.blog.Posts.AVERAGE_RATING;
import static org.fetchwise.example.blog.Posts.COMMENT_COUNT;
import static org.fetchwise.example.blog.Posts.TOTAL_LIKES;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.expr.Functions.caseWhen;
import static org.fetchwise.expr.Functions.days;
import static org.fetchwise.expr.Functions.now;
import static org.fetchwise.expr.Functions.sqlDouble;

import java.time.Duration;
import org.fetchwise.example.blog.Blog;
import org.fetchwise.example.blog.Post;
import org.fetchwise.example.blog.Rating;
import org.fetchwise.example.blog.Tag;
import org.fetchwise.expr.DoubleExpr;
import org.jspecify.annotations.Nullable;

/** Part 7 of the guide: SQL where it is wanted, and querysets that say what they are for. */
public final class Part7 {
    private Part7() {}

    /**
     * A user among those who write.
     *
     * @param username the user
     * @param postCount how many posts he has written
     * @param commentCount how many comments there are on them
     * @param averageRating the average of their ratings with two digits, or null where there is none
     * @param userRank his place, by the number of posts
     */
    public record UserRank(
            String username,
            long postCount,
            long commentCount,
            @Nullable Double averageRating,
            long userRank) {
        /** Rounds: databases give averages with more or fewer digits. */
        public UserRank {
            averageRating = averageRating == null ? null : Math.round(100 * averageRating) / 100.0;
        }
    }

    /**
     * 7.1: a statement in SQL, its rows as records. Comments and ratings are counted for each post before the posts are, so
     * that none multiplies another one's rows; the factor keeps every digit of the average, of which some databases keep four.
     *
     * @param blog the blog
     * @param out takes the users
     */
    public static void ranks(Blog blog, Printout out) {
        blog.db().sql("""
            SELECT u.username, COUNT(*) AS post_count, SUM(p.comments) AS comment_count,
                   SUM(p.scores) * 1.00000000 / NULLIF(SUM(p.ratings), 0) AS average_rating,
                   RANK() OVER (ORDER BY COUNT(*) DESC) AS user_rank
            FROM blog_user u
                 JOIN (SELECT p.author_id,
                              (SELECT COUNT(*) FROM blog_comment c WHERE c.post_id = p.id) AS comments,
                              (SELECT COUNT(*) FROM blog_rating r WHERE r.post_id = p.id) AS ratings,
                              (SELECT SUM(r.score) FROM blog_rating r WHERE r.post_id = p.id) AS scores
                       FROM blog_post p) p ON p.author_id = u.id
            WHERE u.is_active = :active
            GROUP BY u.id, u.username
            ORDER BY user_rank, u.id LIMIT 100
            """).bind("active", true).list(UserRank.class).forEach(out::print);
    }

    /**
     * 7.1: the guide's statement. A rating is joined to every comment of its post, so the average counts it as often as there
     * are comments, and not at all where there is none.
     *
     * @param blog the blog
     * @param out takes the users
     */
    public static void ranksAsInTheGuide(Blog blog, Printout out) {
        blog.db().sql("""
            SELECT u.username, COUNT(DISTINCT p.id) AS post_count, COUNT(DISTINCT c.id) AS comment_count,
                   AVG(r.score * 1.00000000) AS average_rating,
                   RANK() OVER (ORDER BY COUNT(DISTINCT p.id) DESC) AS user_rank
            FROM blog_user u
                 LEFT JOIN blog_post p ON p.author_id = u.id
                 LEFT JOIN blog_comment c ON c.post_id = p.id
                 LEFT JOIN blog_rating r ON r.post_id = p.id
            WHERE u.is_active = :active
            GROUP BY u.id, u.username
            HAVING COUNT(DISTINCT p.id) > 0
            ORDER BY user_rank, u.id LIMIT 100
            """).bind("active", true).list(UserRank.class).forEach(out::print);
    }

    /**
     * 7.2: a score in SQL, in a query that has types otherwise: as a value, as a condition and as an order. Its operands are
     * expressions, so the interval is the same everywhere.
     *
     * @param blog the blog
     * @param out takes a line for each post
     */
    public static void customScore(Blog blog, Printout out) {
        DoubleExpr<Post> score = sqlDouble(
                        "({0} * 3 + {1} * 5 + {2} * 2 + {3}) / 10.0",
                        POST.viewCount,
                        COMMENT_COUNT,
                        POST.likeCount,
                        caseWhen(POST.createdAt.gt(now().minus(days(7))))
                                .then(100)
                                .otherwise(0))
                .named("custom_score");
        var posts = blog.posts()
                .published()
                .annotate(score)
                .filter(score.gt(10))
                .orderBy(score.desc(), POST.id)
                .selectRelated(POST.author())
                .limit(20);
        for (Post post : posts) {
            out.print(score.of(post) + ": " + post.getTitle() + " by "
                    + post.getAuthor().getName());
        }
    }

    /**
     * 7.3: what a list of posts shows.
     *
     * @param blog the blog
     * @param out takes a line for each post, and its tags
     */
    public static void list(Blog blog, Printout out) {
        for (Post post : blog.posts().published().newestFirst().optimizedForList()) {
            out.print(post.getTitle() + " (" + post.getSlug() + "), " + post.getCreatedAt() + ", seen "
                    + post.getViewCount() + " times, by " + post.getAuthor().getUsername() + " in "
                    + post.getCategory().getTitle());
            printTags(post, out);
        }
    }

    /**
     * 7.3: what the page of a post shows, of the one that has most comments.
     *
     * @param blog the blog
     * @param out takes its texts and a line for everything that belongs to it
     */
    public static void detail(Blog blog, Printout out) {
        Post post = blog.posts()
                .published()
                .optimizedForDetail()
                .orderBy(COMMENT_COUNT.desc(), POST.id)
                .first()
                .orElseThrow();
        out.print(post.getTitle() + " in " + post.getCategory().getTitle());
        out.print(post.getContent());
        out.print(post.getAuthor().getName() + ": "
                + post.getAuthor().getProfile().getBio());
        printTags(post, out);
        post.getComments().stream()
                .map(comment -> comment.getUser().getName() + ": " + comment.getText())
                .sorted()
                .forEach(out::print);
        out.print(post.getRatings().stream().mapToInt(Rating::getScore).sum() + " points");
    }

    /**
     * 7.4: methods of the blog's own queryset, one after the other.
     *
     * @param blog the blog
     * @param out takes a line for each post, and its tags
     */
    public static void chain(Blog blog, Printout out) {
        var posts = blog.posts()
                .popularRecent(Duration.ofDays(30), 50)
                .withStats()
                .optimizedForList()
                .orderBy(POST.viewCount.desc(), POST.id)
                .slice(0, 10);
        for (Post post : posts) {
            out.print(post.getTitle() + " by " + post.getAuthor().getUsername() + ": " + COMMENT_COUNT.of(post)
                    + " comments, " + TOTAL_LIKES.of(post) + " likes, " + stars(AVERAGE_RATING.of(post)));
            printTags(post, out);
        }
    }

    private static String stars(@Nullable Double rating) {
        return rating == null ? "not rated" : Math.round(10 * rating) / 10.0 + " stars";
    }

    private static void printTags(Post post, Printout out) {
        out.print(post.getTags().stream().map(Tag::getName).sorted().toList());
    }
}
