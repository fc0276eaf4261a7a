package org.fetchwise.example.blog.guide;

import static org.fetchwise.example.blog.QComment.COMMENT;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QUser.USER;
import static org.fetchwise.example.blog.Users.PUBLISHED_POSTS;
import static org.fetchwise.example.blog.Users.TOTAL_POSTS;
import static org.fetchwise.example.blog.Users.TOTAL_VIEWS;

import java.util.List;
import org.fetchwise.example.blog.Blog;
import org.fetchwise.example.blog.Comment;
import org.fetchwise.example.blog.User;
import org.jspecify.annotations.Nullable;

/** The second example at the guide's end: what a user sees about himself. */
public final class Dashboard {
    private static final long SIGNED_IN = 1;

    private Dashboard() {}

    /**
     * What is counted of a user's posts.
     *
     * @param name the user's name
     * @param posts how many posts there are
     * @param published how many of them readers may see
     * @param views how often they have been seen
     */
    public record Numbers(
            String name,
            @Nullable Long posts,
            @Nullable Long published,
            @Nullable Long views) {}

    /**
     * X.2: a query for each number, and one for each post and user behind a comment.
     *
     * @param blog the blog
     * @param out takes the numbers and a line for each comment
     */
    public static void before(Blog blog, Printout out) {
        User user = blog.users().get(USER.id.eq(SIGNED_IN));
        var posts = blog.posts().filter(POST.author().eq(user));
        long total = posts.count();
        long published = posts.published().count();
        long views = posts.values(POST.viewCount).stream()
                .mapToLong(Integer::longValue)
                .sum();
        out.print(new Numbers(user.getName(), total, published, views));
        List<Comment> comments =
                blog.comments().onPostsOf(user).newestFirst().limit(5).list();
        for (Comment comment : comments) {
            print(comment, out);
        }
    }

    /**
     * X.2: a query for the user with all numbers, and one for the comments with what they belong to.
     *
     * @param blog the blog
     * @param out takes the numbers and a line for each comment
     */
    public static void after(Blog blog, Printout out) {
        User user = blog.users().withDashboard().get(USER.id.eq(SIGNED_IN));
        out.print(new Numbers(user.getName(), TOTAL_POSTS.of(user), PUBLISHED_POSTS.of(user), TOTAL_VIEWS.of(user)));
        List<Comment> comments = blog.comments()
                .selectRelated(COMMENT.post(), COMMENT.user())
                .onPostsOf(user)
                .newestFirst()
                .limit(5)
                .list();
        for (Comment comment : comments) {
            print(comment, out);
        }
    }

    private static void print(Comment comment, Printout out) {
        out.print(comment.getUser().getUsername() + " on " + comment.getPost().getTitle() + ": " + comment.getText());
    }
}
