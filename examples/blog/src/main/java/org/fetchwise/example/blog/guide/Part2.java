package org.fetchwise.example.blog.guide;

import static org.fetchwise.example.blog.QPost.POST;

import org.fetchwise.example.blog.Blog;
import org.fetchwise.example.blog.Post;

/** Part 2 of the guide: rows that are loaded and not needed. */
public final class Part2 {
    private static final long AUTHOR = 1;

    private Part2() {}

    /**
     * 2.1: whether an author has posts, seen by loading them.
     *
     * @param blog the blog
     * @param out takes the answer
     */
    public static void hasPostsByLoading(Blog blog, Printout out) {
        boolean hasPosts =
                !blog.posts().filter(POST.author().id.eq(AUTHOR)).list().isEmpty();
        out.print(hasPosts);
    }

    /**
     * 2.1: whether an author has posts.
     *
     * @param blog the blog
     * @param out takes the answer
     */
    public static void hasPosts(Blog blog, Printout out) {
        boolean hasPosts = blog.posts().filter(POST.author().id.eq(AUTHOR)).exists();
        out.print(hasPosts);
    }

    /**
     * 2.2: how many posts are published, counted by loading them.
     *
     * @param blog the blog
     * @param out takes the number
     */
    public static void countByLoading(Blog blog, Printout out) {
        long count = blog.posts().published().list().size();
        out.print(count);
    }

    /**
     * 2.2: how many posts are published.
     *
     * @param blog the blog
     * @param out takes the number
     */
    public static void count(Blog blog, Printout out) {
        long count = blog.posts().published().count();
        out.print(count);
    }

    /**
     * 2.3: the newest published post. The guide's {@code first()} has no order and would give the one with the least key.
     *
     * @param blog the blog
     * @param out takes its title
     */
    public static void newest(Blog blog, Printout out) {
        blog.posts().published().newestFirst().first().map(Post::getTitle).ifPresent(out::print);
    }

    /**
     * 2.3: the oldest published post, by the same order from its other end.
     *
     * @param blog the blog
     * @param out takes its title
     */
    public static void oldest(Blog blog, Printout out) {
        blog.posts().published().newestFirst().last().map(Post::getTitle).ifPresent(out::print);
    }

    /**
     * 2.4: the second page of posts.
     *
     * @param blog the blog
     * @param out takes their titles
     */
    public static void secondPage(Blog blog, Printout out) {
        for (Post post : blog.posts().newestFirst().slice(20, 40)) {
            out.print(post.getTitle());
        }
    }
}
