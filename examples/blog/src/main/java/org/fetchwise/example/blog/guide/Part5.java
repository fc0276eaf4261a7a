package org.fetchwise.example.blog.guide;

import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QUser.USER;
import static org.fetchwise.example.blog.Users.PUBLISHED_POSTS;
import static org.fetchwise.example.blog.Users.TOTAL_POSTS;
import static org.fetchwise.expr.Functions.caseWhen;
import static org.fetchwise.expr.Functions.outer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.fetchwise.example.blog.Blog;
import org.fetchwise.example.blog.Post;
import org.fetchwise.example.blog.User;
import org.fetchwise.expr.DateUnit;
import org.fetchwise.expr.IntExpr;
import org.fetchwise.expr.LongExpr;
import org.fetchwise.expr.ValueExpr;
import org.jspecify.annotations.Nullable;

/** Part 5 of the guide, its first half: what the database filters, counts and groups better than a loop. */
public final class Part5 {
    /** The zone in which the blog is read; its days are not those of UTC, and two a year are not 24 hours long. */
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final Duration WEEK = Duration.ofDays(7);

    private Part5() {}

    /**
     * How many posts there are of each kind.
     *
     * @param total all of them
     * @param published those that readers may see
     * @param drafts those that they may not see
     * @param featured those on the first page
     */
    public record PostStats(long total, long published, long drafts, long featured) {}

    /**
     * How many posts were written on a day, or in the month that begins with it.
     *
     * @param day the day
     * @param posts how many posts
     */
    public record DayCount(LocalDate day, long posts) {}

    /**
     * What is known of a user's activity.
     *
     * @param username the user
     * @param posts how many posts he has written
     * @param published how many of them readers may see
     * @param recent how many of them were written in the last seven days
     * @param engagement 5 for more than 10 comments on his posts, 3 for more than 5, otherwise 1
     */
    public record UserStats(String username, long posts, long published, long recent, int engagement) {}

    /**
     * A user and what he has written last.
     *
     * @param username the user
     * @param title the title of the latest post, or null where there is none
     */
    public record LatestPost(String username, @Nullable String title) {}

    /**
     * 5.1: four numbers, counted one after the other.
     *
     * @param blog the blog
     * @param out takes the numbers
     */
    public static void statsOneByOne(Blog blog, Printout out) {
        out.print(new PostStats(
                blog.posts().count(),
                blog.posts().published().count(),
                blog.posts().filter(POST.published.not()).count(),
                blog.posts().filter(POST.isFeatured).count()));
    }

    /**
     * 5.1: four numbers, counted together.
     *
     * @param blog the blog
     * @param out takes the numbers
     */
    public static void stats(Blog blog, Printout out) {
        PostStats stats = blog.posts()
                .aggregate(
                        POST.count(),
                        POST.count().filter(POST.published),
                        POST.count().filter(POST.published.not()),
                        POST.count().filter(POST.isFeatured))
                .into(PostStats::new);
        out.print(stats);
    }

    /**
     * 5.2: the posts of the last seven days, filtered after all were loaded.
     *
     * @param blog the blog
     * @param out takes their titles
     */
    public static void lastWeekInJava(Blog blog, Printout out) {
        Instant lastWeek = blog.db().clock().instant().minus(WEEK);
        for (Post post : blog.posts().orderBy(POST.id)) {
            if (!post.getCreatedAt().isBefore(lastWeek)) {
                out.print(post.getTitle());
            }
        }
    }

    /**
     * 5.2: the posts of the last seven days.
     *
     * @param blog the blog
     * @param out takes their titles
     */
    public static void lastWeek(Blog blog, Printout out) {
        for (Post post : blog.posts().recent(WEEK).orderBy(POST.id)) {
            out.print(post.getTitle());
        }
    }

    /**
     * 5.2: today's posts, filtered after all were loaded.
     *
     * @param blog the blog
     * @param out takes their titles
     */
    public static void todayInJava(Blog blog, Printout out) {
        LocalDate today = LocalDate.ofInstant(blog.db().clock().instant(), ZoneOffset.UTC);
        for (Post post : blog.posts().orderBy(POST.id)) {
            if (LocalDate.ofInstant(post.getCreatedAt(), ZoneOffset.UTC).equals(today)) {
                out.print(post.getTitle());
            }
        }
    }

    /**
     * 5.2: today's posts. A day becomes a range of the column, which its index can answer; the guide's {@code contains} makes
     * a text of every row.
     *
     * @param blog the blog
     * @param out takes their titles
     */
    public static void today(Blog blog, Printout out) {
        LocalDate today = LocalDate.ofInstant(blog.db().clock().instant(), ZoneOffset.UTC);
        for (Post post : blog.posts().filter(POST.createdAt.date().eq(today)).orderBy(POST.id)) {
            out.print(post.getTitle());
        }
    }

    /**
     * 5.3: how many posts were written on each day in Berlin, counted after all were loaded.
     *
     * @param blog the blog
     * @param out takes the days
     */
    public static void perDayInJava(Blog blog, Printout out) {
        Map<LocalDate, Long> posts = new TreeMap<>();
        for (Post post : blog.posts()) {
            posts.merge(LocalDate.ofInstant(post.getCreatedAt(), BERLIN), 1L, Long::sum);
        }
        posts.forEach((day, count) -> out.print(new DayCount(day, count)));
    }

    /**
     * 5.3: how many posts were written on each day in Berlin.
     *
     * @param blog the blog
     * @param out takes the days
     */
    public static void perDay(Blog blog, Printout out) {
        var day = POST.createdAt.date(BERLIN);
        blog.posts()
                .groupBy(day)
                .values(day, POST.count())
                .into(DayCount::new)
                .orderBy(day)
                .forEach(out::print);
    }

    /**
     * 5.3: how many posts were written in each month in Berlin, counted after all were loaded.
     *
     * @param blog the blog
     * @param out takes the months
     */
    public static void perMonthInJava(Blog blog, Printout out) {
        Map<LocalDate, Long> posts = new TreeMap<>();
        for (Post post : blog.posts()) {
            LocalDate day = LocalDate.ofInstant(post.getCreatedAt(), BERLIN);
            posts.merge(day.withDayOfMonth(1), 1L, Long::sum);
        }
        posts.forEach((month, count) -> out.print(new DayCount(month, count)));
    }

    /**
     * 5.3: how many posts were written in each month in Berlin.
     *
     * @param blog the blog
     * @param out takes the months
     */
    public static void perMonth(Blog blog, Printout out) {
        var month = POST.createdAt.date(BERLIN).truncTo(DateUnit.MONTH);
        blog.posts()
                .groupBy(month)
                .values(month, POST.count())
                .into(DayCount::new)
                .orderBy(month)
                .forEach(out::print);
    }

    /**
     * 5.4: four numbers of each user, counted user by user.
     *
     * @param blog the blog
     * @param out takes the users
     */
    public static void userStatsOneByOne(Blog blog, Printout out) {
        for (User user : blog.users().orderBy(USER.id)) {
            var posts = blog.posts().filter(POST.author().eq(user));
            long comments = blog.comments().onPostsOf(user).count();
            out.print(new UserStats(
                    user.getUsername(),
                    posts.count(),
                    posts.published().count(),
                    posts.recent(WEEK).count(),
                    comments > 10 ? 5 : comments > 5 ? 3 : 1));
        }
    }

    /**
     * 5.4: four numbers of each user, in one query. The guide compares {@code posts__comments__count} without having counted;
     * here the count is an expression, and without it nothing compiles.
     *
     * @param blog the blog
     * @param out takes the users
     */
    public static void userStats(Blog blog, Printout out) {
        LongExpr<User> recent =
                USER.posts().count(POST.createdAt.ge(blog.db().clock().instant().minus(WEEK)));
        LongExpr<User> comments = USER.posts().comments().count();
        IntExpr<User> engagement =
                caseWhen(comments.gt(10)).then(5).orWhen(comments.gt(5)).then(3).otherwise(1);
        blog.users()
                .orderBy(USER.id)
                .values(USER.username, TOTAL_POSTS, PUBLISHED_POSTS, recent, engagement)
                .into(UserStats::new)
                .forEach(out::print);
    }

    /**
     * 5.5: the title of each user's latest post, asked for user by user.
     *
     * @param blog the blog
     * @param out takes the users
     */
    public static void latestPostsOneByOne(Blog blog, Printout out) {
        for (User user : blog.users().orderBy(USER.id)) {
            String title = blog.posts()
                    .filter(POST.author().eq(user))
                    .newestFirst()
                    .first()
                    .map(Post::getTitle)
                    .orElse(null);
            out.print(new LatestPost(user.getUsername(), title));
        }
    }

    /**
     * 5.5: the title of each user's latest post, by a subquery.
     *
     * @param blog the blog
     * @param out takes the users
     */
    public static void latestPosts(Blog blog, Printout out) {
        ValueExpr<Object, String> latest = blog.posts()
                .filter(POST.author().eq(outer(USER)))
                .newestFirst()
                .limit(1)
                .values(POST.title)
                .asSubquery()
                .named("latest_post");
        blog.users()
                .orderBy(USER.id)
                .values(USER.username, latest)
                .into(LatestPost::new)
                .forEach(out::print);
    }
}
