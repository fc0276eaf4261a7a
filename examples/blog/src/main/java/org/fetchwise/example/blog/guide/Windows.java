package org.fetchwise.example.blog.guide;

import static org.fetchwise.example.blog.QCategory.CATEGORY;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.expr.Functions.cumeDist;
import static org.fetchwise.expr.Functions.denseRank;
import static org.fetchwise.expr.Functions.ntile;
import static org.fetchwise.expr.Functions.percentRank;
import static org.fetchwise.expr.Functions.rank;
import static org.fetchwise.expr.Functions.rowNumber;
import static org.fetchwise.expr.Functions.window;

import java.util.List;
import org.fetchwise.example.blog.Blog;
import org.fetchwise.example.blog.Category;
import org.fetchwise.example.blog.Post;
import org.fetchwise.expr.Bound;
import org.fetchwise.expr.LongExpr;
import org.fetchwise.expr.Window;
import org.jspecify.annotations.Nullable;

/** Part 5 of the guide, its second half: rows that are seen among others. */
public final class Windows {
    private static final int TOP = 3;
    private static final int QUARTERS = 4;

    /** The posts of each category, those seen most often first. */
    private static final Window<Post> BY_VIEWS =
            window().partitionBy(POST.category()).orderBy(POST.viewCount.desc());

    private Windows() {}

    /**
     * A post among those of its category.
     *
     * @param category the category
     * @param place its place, from 1
     * @param title its title
     * @param views how often it has been seen
     */
    public record Placed(String category, long place, String title, int views) {}

    /**
     * A post and how often all posts up to it have been seen.
     *
     * @param title its title
     * @param total all views so far
     */
    public record RunningTotal(String title, long total) {}

    /**
     * Where a post stands among all, by how often it has been seen.
     *
     * @param title its title
     * @param below how many percent of the others are below it
     * @param upTo how many percent of all are not above it
     * @param quarter in which quarter it is, the 4th being the best
     */
    public record Standing(String title, long below, long upTo, long quarter) {
        private static Standing of(String title, double percentRank, double cumeDist, long quarter) {
            return new Standing(title, Math.round(100 * percentRank), Math.round(100 * cumeDist), quarter);
        }
    }

    /** A post's place among the posts of its category. */
    @FunctionalInterface
    private interface Place {
        /**
         * {@return the place, from 1}
         *
         * @param posts the posts, those seen most often first
         * @param at the post's position
         */
        long of(List<Post> posts, int at);
    }

    /**
     * 5.6: the top of every category, category by category; posts with equal views share a place, and the next one is left
     * out.
     *
     * @param blog the blog
     * @param out takes the posts
     */
    public static void topByRankOneByOne(Blog blog, Printout out) {
        topOneByOne(blog, out, (posts, at) -> 1 + above(posts, at).size());
    }

    /**
     * 5.6: the same in one query.
     *
     * @param blog the blog
     * @param out takes the posts
     */
    public static void topByRank(Blog blog, Printout out) {
        top(blog, out, rank().over(BY_VIEWS));
    }

    /**
     * 5.6: the top of every category, category by category; posts with equal views share a place, and the next one follows.
     *
     * @param blog the blog
     * @param out takes the posts
     */
    public static void topByDenseRankOneByOne(Blog blog, Printout out) {
        topOneByOne(
                blog,
                out,
                (posts, at) -> 1
                        + above(posts, at).stream()
                                .map(Post::getViewCount)
                                .distinct()
                                .count());
    }

    /**
     * 5.6: the same in one query.
     *
     * @param blog the blog
     * @param out takes the posts
     */
    public static void topByDenseRank(Blog blog, Printout out) {
        top(blog, out, denseRank().over(BY_VIEWS));
    }

    /**
     * 5.6: the top of every category, category by category; among posts with equal views the older one comes first.
     *
     * @param blog the blog
     * @param out takes the posts
     */
    public static void topByRowNumberOneByOne(Blog blog, Printout out) {
        topOneByOne(blog, out, (posts, at) -> at + 1L);
    }

    /**
     * 5.6: the same in one query.
     *
     * @param blog the blog
     * @param out takes the posts
     */
    public static void topByRowNumber(Blog blog, Printout out) {
        top(blog, out, rowNumber().over(BY_VIEWS.orderBy(POST.viewCount.desc(), POST.id)));
    }

    private static void topOneByOne(Blog blog, Printout out, Place place) {
        for (Category category : blog.categories().orderBy(CATEGORY.id)) {
            List<Post> posts = blog.db()
                    .related(category, CATEGORY.posts())
                    .orderBy(POST.viewCount.desc(), POST.id)
                    .list();
            for (int at = 0; at < posts.size() && place.of(posts, at) <= TOP; at++) {
                Post post = posts.get(at);
                out.print(new Placed(category.getTitle(), place.of(posts, at), post.getTitle(), post.getViewCount()));
            }
        }
    }

    private static List<Post> above(List<Post> posts, int at) {
        int views = posts.get(at).getViewCount();
        return posts.stream().filter(post -> post.getViewCount() > views).toList();
    }

    /** A window can be filtered by like anything else: the library computes it in a query of its own first. */
    private static void top(Blog blog, Printout out, LongExpr<Post> place) {
        blog.posts()
                .filter(place.le(TOP))
                .orderBy(POST.category().id, POST.viewCount.desc(), POST.id)
                .values(POST.category().title, place, POST.title, POST.viewCount)
                .into(Placed::new)
                .forEach(out::print);
    }

    /**
     * 5.7: how often all posts up to each have been seen, added up after all were loaded.
     *
     * @param blog the blog
     * @param out takes the posts
     */
    public static void runningTotalInJava(Blog blog, Printout out) {
        long total = 0;
        for (Post post : blog.posts().orderBy(POST.createdAt, POST.id)) {
            total += post.getViewCount();
            out.print(new RunningTotal(post.getTitle(), total));
        }
    }

    /**
     * 5.7: how often all posts up to each have been seen. The guide orders by the time alone; where two posts have the same,
     * either could come first.
     *
     * @param blog the blog
     * @param out takes the posts
     */
    public static void runningTotal(Blog blog, Printout out) {
        LongExpr<Post> total = POST.viewCount
                .sum()
                .over(window().orderBy(POST.createdAt, POST.id).rows(Bound.unbounded(), Bound.currentRow()));
        blog.posts()
                .orderBy(POST.createdAt, POST.id)
                .values(POST.title, total)
                .into(RunningTotal::new)
                .forEach(out::print);
    }

    /**
     * 5.7: where each post stands among all, found after all were loaded.
     *
     * @param blog the blog
     * @param out takes the posts
     */
    public static void standingsInJava(Blog blog, Printout out) {
        List<Post> posts = blog.posts().orderBy(POST.viewCount, POST.id).list();
        for (int at = 0; at < posts.size(); at++) {
            Post post = posts.get(at);
            double below = posts.stream()
                    .filter(other -> other.getViewCount() < post.getViewCount())
                    .count();
            double upTo = posts.stream()
                    .filter(other -> other.getViewCount() <= post.getViewCount())
                    .count();
            out.print(Standing.of(
                    post.getTitle(), below / (posts.size() - 1), upTo / posts.size(), quarter(at, posts.size())));
        }
    }

    /** The first quarters have one more where the number cannot be divided. */
    private static long quarter(int at, int posts) {
        int size = posts / QUARTERS;
        int larger = posts % QUARTERS;
        int inLarger = larger * (size + 1);
        return 1L + (at < inLarger ? at / (size + 1) : larger + (at - inLarger) / size);
    }

    /**
     * 5.7: where each post stands among all.
     *
     * @param blog the blog
     * @param out takes the posts
     */
    public static void standings(Blog blog, Printout out) {
        Window<Post> byViews = window().orderBy(POST.viewCount);
        blog.posts()
                .orderBy(POST.viewCount, POST.id)
                .values(
                        POST.title,
                        percentRank().over(byViews),
                        cumeDist().over(byViews),
                        ntile(QUARTERS).over(window().orderBy(POST.viewCount, POST.id)))
                .into(Standing::of)
                .forEach(out::print);
    }

    /**
     * 5.7: how often a post in the middle has been seen, found after all were loaded.
     *
     * @param blog the blog
     * @param out takes the number of views
     */
    public static void medianInJava(Blog blog, Printout out) {
        List<Integer> views = blog.posts().orderBy(POST.viewCount).list().stream()
                .map(Post::getViewCount)
                .toList();
        int middle = views.size() / 2;
        out.print(views.size() % 2 == 1 ? views.get(middle) : (views.get(middle - 1) + views.get(middle)) / 2.0);
    }

    /**
     * 5.7: how often a post in the middle has been seen.
     *
     * @param blog the blog
     * @param out takes the number of views
     */
    public static void median(Blog blog, Printout out) {
        @Nullable Double median = blog.posts().aggregate(POST.viewCount.median());
        out.print(median);
    }
}
