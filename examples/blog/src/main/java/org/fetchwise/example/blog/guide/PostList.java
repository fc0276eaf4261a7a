package org.fetchwise.example.blog.guide;

import static org.fetchwise.example.blog.Posts.COMMENT_COUNT;
import static org.fetchwise.example.blog.QPost.POST;

import java.util.List;
import org.fetchwise.example.blog.Blog;
import org.fetchwise.example.blog.Post;
import org.fetchwise.example.blog.Tag;
import org.jspecify.annotations.Nullable;

/** The first example at the guide's end: a list of the blog's posts. */
public final class PostList {
    private PostList() {}

    /**
     * A post in the list.
     *
     * @param title its title
     * @param author its author's user name
     * @param category its category's title
     * @param commentCount how many comments it has
     * @param tags the names of its tags, in the order of the alphabet
     */
    public record Item(
            String title,
            String author,
            String category,
            @Nullable Long commentCount,
            List<String> tags) {}

    /**
     * X.1: everything about each post is asked for when it is needed.
     *
     * @param blog the blog
     * @param out takes the items
     */
    public static void before(Blog blog, Printout out) {
        for (Post post : blog.posts().orderBy(POST.id)) {
            out.print(new Item(
                    post.getTitle(),
                    post.getAuthor().getUsername(),
                    post.getCategory().getTitle(),
                    (long) post.getComments().size(),
                    names(post.getTags())));
        }
    }

    /**
     * X.1: everything is asked for at once, and nothing else. The guide goes on to {@code values(…, 'tags__name')}, which
     * gives a row for each tag instead of one for each post.
     *
     * @param blog the blog
     * @param out takes the items
     */
    public static void after(Blog blog, Printout out) {
        var posts = blog.posts()
                .orderBy(POST.id)
                .withDetails()
                .withCommentCount()
                .only(POST.title, POST.author().username, POST.category().title);
        for (Post post : posts) {
            out.print(new Item(
                    post.getTitle(),
                    post.getAuthor().getUsername(),
                    post.getCategory().getTitle(),
                    COMMENT_COUNT.of(post),
                    names(post.getTags())));
        }
    }

    private static List<String> names(List<Tag> tags) {
        return tags.stream().map(Tag::getName).sorted().toList();
    }
}
