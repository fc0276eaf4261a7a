package org.fetchwise.example.blog.guide;

import static org.fetchwise.example.blog.Posts.AVERAGE_RATING;
import static org.fetchwise.example.blog.Posts.COMMENT_COUNT;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QRating.RATING;

import org.fetchwise.Row;
import org.fetchwise.example.blog.Blog;
import org.fetchwise.example.blog.Post;
import org.fetchwise.example.blog.Tag;
import org.jspecify.annotations.Nullable;

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
     * A post with what is counted of it.
     *
     * @param id its key
     * @param title its title
     * @param author its author's name
     * @param comments how many comments it has
     * @param rating the average of its ratings with two digits, or null where nobody has rated it
     */
    public record Counted(
            long id,
            String title,
            String author,
            long comments,
            @Nullable Double rating) {
        /** Rounds: databases give averages with more or fewer digits. */
        public Counted {
            rating = rating == null ? null : Math.round(100 * rating) / 100.0;
        }
    }

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

    /**
     * 3.5: what is counted of each post, asked for post by post.
     *
     * @param blog the blog
     * @param out takes the posts
     */
    public static void countedOneByOne(Blog blog, Printout out) {
        for (Post post : blog.posts().orderBy(POST.id)) {
            long comments = blog.db().related(post, POST.comments()).count();
            Double rating = blog.db().related(post, POST.ratings()).aggregate(RATING.score.avg());
            out.print(
                    new Counted(post.getId(), post.getTitle(), post.getAuthor().getName(), comments, rating));
        }
    }

    /**
     * 3.5: what is counted of each post, in one projection. Each number is right, because each is taken over its own rows.
     *
     * @param blog the blog
     * @param out takes the posts
     */
    public static void counted(Blog blog, Printout out) {
        var posts = blog.posts()
                .orderBy(POST.id)
                .values(POST.id, POST.title, POST.author().name, COMMENT_COUNT, AVERAGE_RATING)
                .into(Counted::new);
        for (Counted post : posts) {
            out.print(post);
        }
    }

    /**
     * 3.6: a method of the blog's own queryset, which loads what a page shows.
     *
     * @param blog the blog
     * @param out takes a line for each post
     */
    public static void withDetails(Blog blog, Printout out) {
        for (Post post : blog.posts().published().orderBy(POST.id).withDetails()) {
            out.print(post.getTitle() + " by " + post.getAuthor().getName() + " in "
                    + post.getCategory().getTitle());
            out.print(post.getTags().stream().map(Tag::getName).sorted().toList());
        }
    }

    /**
     * 3.6: a method of the blog's own queryset, which leaves out the texts.
     *
     * @param blog the blog
     * @param out takes a line for each post
     */
    public static void summaryOnly(Blog blog, Printout out) {
        for (Post post : blog.posts().published().orderBy(POST.id).summaryOnly()) {
            out.print(post.getTitle() + ", " + post.getCreatedAt());
        }
    }

    /**
     * 3.6: a method of the blog's own queryset, which leaves objects for values.
     *
     * @param blog the blog
     * @param out takes the values of each post
     */
    public static void forApi(Blog blog, Printout out) {
        for (Row row : blog.posts().published().orderBy(POST.id).forApi()) {
            out.print(row.get(POST.title) + " by " + row.get(POST.author().name) + ", " + row.get(COMMENT_COUNT));
        }
    }
}
