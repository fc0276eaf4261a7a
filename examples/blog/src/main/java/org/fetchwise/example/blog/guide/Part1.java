package org.fetchwise.example.blog.guide;

import static org.fetchwise.example.blog.QComment.COMMENT;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.expr.Functions.prefetch;

import java.util.List;
import org.fetchwise.example.blog.Blog;
import org.fetchwise.example.blog.Comment;
import org.fetchwise.example.blog.Post;
import org.fetchwise.expr.Prefetch;

/** Part 1 of the guide: a query for each object. */
public final class Part1 {
    private Part1() {}

    /**
     * 1.1: walks from posts to what belongs to them, and asks for nothing beforehand.
     *
     * @param blog the blog
     * @param out takes the names
     */
    public static void walk(Blog blog, Printout out) {
        for (Post post : blog.posts().orderBy(POST.id)) {
            out.print(post.getAuthor().getName());
            out.print(post.getCategory().getTitle());
            for (Comment comment : post.getComments()) {
                out.print(comment.getUser().getUsername());
            }
        }
    }

    /**
     * 1.1: the same walk, prepared by joins and prefetches.
     *
     * @param blog the blog
     * @param out takes the names
     */
    public static void walkPrepared(Blog blog, Printout out) {
        var posts = blog.posts()
                .orderBy(POST.id)
                .selectRelated(POST.author(), POST.category())
                .prefetchRelated(POST.comments().user());
        for (Post post : posts) {
            out.print(post.getAuthor().getName());
            out.print(post.getCategory().getTitle());
            for (Comment comment : post.getComments()) {
                out.print(comment.getUser().getUsername());
            }
        }
    }

    /**
     * 1.1: the same walk, the users joined to their comments.
     *
     * @param blog the blog
     * @param out takes the names
     */
    public static void walkJoined(Blog blog, Printout out) {
        Prefetch<Post, List<Comment>> withUsers =
                prefetch(POST.comments(), blog.comments().withUsers());
        var posts = blog.posts()
                .orderBy(POST.id)
                .selectRelated(POST.author(), POST.category())
                .prefetchRelated(withUsers);
        for (Post post : posts) {
            out.print(post.getAuthor().getName());
            out.print(post.getCategory().getTitle());
            for (Comment comment : withUsers.of(post)) {
                out.print(comment.getUser().getUsername());
            }
        }
    }

    /**
     * 1.2: the latest five approved comments of every post, asked for post by post.
     *
     * @param blog the blog
     * @param out takes a line for each comment
     */
    public static void latestComments(Blog blog, Printout out) {
        for (Post post : blog.posts().orderBy(POST.id)) {
            var latest = blog.db()
                    .related(post, POST.comments())
                    .filter(COMMENT.isApproved)
                    .orderBy(COMMENT.createdAt.desc(), COMMENT.id.desc())
                    .limit(5);
            for (Comment comment : latest) {
                out.print(comment.getUser().getUsername() + ": " + comment.getText());
            }
        }
    }

    /**
     * 1.2: the same comments, prefetched under a key of their own.
     *
     * @param blog the blog
     * @param out takes a line for each comment
     */
    public static void latestCommentsPrefetched(Blog blog, Printout out) {
        Prefetch<Post, List<Comment>> latest = prefetch(
                        POST.comments(),
                        blog.comments().withUsers().approved().newestFirst().limit(5))
                .named("latest_comments");
        for (Post post : blog.posts().orderBy(POST.id).prefetchRelated(latest)) {
            for (Comment comment : latest.of(post)) {
                out.print(comment.getUser().getUsername() + ": " + comment.getText());
            }
        }
    }
}
