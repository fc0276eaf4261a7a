package org.fetchwise.example.blog.guide;

import static org.fetchwise.example.blog.QPost.POST;

import org.fetchwise.Row;
import org.fetchwise.example.blog.Blog;
import org.fetchwise.example.blog.Post;

/** Part 3 of the guide: columns that are loaded and not needed. */
public final class Part3 {
    private Part3() {}

    /**
     * A post as a list shows it.
     *
     * @param title its title
     * @param author its author's name
     */
    public record Card(String title, String author) {}

    /**
     * 3.1: the titles of posts that are loaded with all their text.
     *
     * @param blog the blog
     * @param out takes the titles
     */
    public static void titlesOfWideRows(Blog blog, Printout out) {
        for (Post post : blog.posts().orderBy(POST.id)) {
            out.print(post.getTitle());
        }
    }

    /**
     * 3.1: the titles of posts without their text.
     *
     * @param blog the blog
     * @param out takes the titles
     */
    public static void titles(Blog blog, Printout out) {
        for (Post post : blog.posts().orderBy(POST.id).summaryOnly()) {
            out.print(post.getTitle());
        }
    }

    /**
     * 3.2: values across a relation, as rows that are read by the same expressions.
     *
     * @param blog the blog
     * @param out takes a card for each post
     */
    public static void typedRows(Blog blog, Printout out) {
        for (Row row : blog.posts().orderBy(POST.id).values(POST.title, POST.author().name)) {
            out.print(row.get(POST.title) + " by " + row.get(POST.author().name));
        }
    }

    /**
     * 3.2: values across a relation, as records.
     *
     * @param blog the blog
     * @param out takes a card for each post
     */
    public static void records(Blog blog, Printout out) {
        var cards = blog.posts()
                .orderBy(POST.id)
                .values(POST.title, POST.author().name)
                .into(Card::new);
        for (Card card : cards) {
            out.print(card.title() + " by " + card.author());
        }
    }

    /**
     * 3.3: both texts are deferred, and then one of them is needed after all.
     *
     * @param blog the blog
     * @param out takes the texts
     */
    public static void contentDeferred(Blog blog, Printout out) {
        for (Post post : blog.posts().orderBy(POST.id).defer(POST.description, POST.content)) {
            out.print(post.getContent());
        }
    }

    /**
     * 3.3: only the text that is not needed is deferred.
     *
     * @param blog the blog
     * @param out takes the texts
     */
    public static void descriptionDeferred(Blog blog, Printout out) {
        for (Post post : blog.posts().orderBy(POST.id).defer(POST.description)) {
            out.print(post.getContent());
        }
    }

    /**
     * 3.4: the keys alone.
     *
     * @param blog the blog
     * @param out takes the keys
     */
    public static void flatIds(Blog blog, Printout out) {
        for (Long id : blog.posts().orderBy(POST.id).values(POST.id)) {
            out.print(id);
        }
    }

    /**
     * 3.4: pairs of author and title.
     *
     * @param blog the blog
     * @param out takes the pairs
     */
    public static void pairs(Blog blog, Printout out) {
        for (Row pair : blog.posts().orderBy(POST.id).values(POST.author().name, POST.title)) {
            out.print(pair.asMap().values());
        }
    }
}
