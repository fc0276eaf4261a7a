package org.fetchwise.conformance.twin;

import static org.fetchwise.example.blog.QCategory.CATEGORY;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QUser.USER;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.example.blog.Post;
import org.fetchwise.example.blog.User;
import org.fetchwise.expr.Expr;

/** Aggregates over several relations, none of which multiplies another. */
final class BeyondTwins {
    private final QuerySet.Of<Post> posts;
    private final QuerySet.Of<User> users;

    private BeyondTwins(Database database) {
        posts = database.objects(POST);
        users = database.objects(USER);
    }

    static List<Twin> of(Database database) {
        BeyondTwins twins = new BeyondTwins(database);
        List<Twin> all = new ArrayList<>(twins.ofPosts());
        all.addAll(twins.ofUsers());
        all.addAll(twins.ofCategories(database));
        all.addAll(twins.totals());
        all.addAll(twins.groups());
        return all;
    }

    /** The first forty posts, each with values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static Twin each(String id, QuerySet.Of<Post> posts, Expr<Post, ?>... values) {
        List<Expr<Post, ?>> selected = new ArrayList<>(List.of(POST.id));
        selected.addAll(List.of(values));
        return Rows.of(
                "beyond-" + id,
                posts.annotateAll(List.of(values))
                        .filter(POST.id.le(40))
                        .orderBy(POST.id)
                        .valuesAll(selected));
    }

    private List<Twin> ofPosts() {
        var comments = POST.comments().count().named("c");
        var likes = POST.likes().count().named("l");
        var score = POST.ratings().score.sum().named("s");
        var scoreOrZero = POST.ratings().score.sum().orElse(0).named("s");
        return List.of(
                each(
                        "counts-and-avg",
                        posts,
                        comments,
                        likes,
                        POST.ratings().score.avg().named("a")),
                each("count-and-sum", posts, comments, score),
                each("sum-default", posts, scoreOrZero, likes),
                each("m2m-and-reverse", posts, POST.tags().count().named("t"), comments),
                each(
                        "filtered-counts",
                        posts,
                        POST.comments()
                                .count()
                                .filter(POST.comments().isApproved.eq(true))
                                .named("c"),
                        POST.likes()
                                .count()
                                .filter(POST.likes().user().isActive.eq(true))
                                .named("l")),
                each("own-column", posts, POST.viewCount.sum().named("v"), comments),
                each("filter-other-relation", posts.filter(POST.tags().id.isIn(1, 2, 3)), score),
                each(
                        "filter-other-count",
                        posts.filter(POST.comments().isApproved.eq(true)),
                        likes),
                Rows.of(
                        "beyond-having-exact",
                        posts.annotate(comments, likes)
                                .filter(comments.eq(2), likes.eq(2))
                                .orderBy(POST.id)
                                .values(POST.id, comments)),
                Rows.of(
                        "beyond-order-slice",
                        posts.annotate(comments, scoreOrZero)
                                .orderBy(scoreOrZero.desc(), comments.desc(), POST.id)
                                .values(POST.id, comments, scoreOrZero)
                                .slice(0, 10)));
    }

    private List<Twin> ofUsers() {
        var written = USER.posts().count().named("p");
        var reports = USER.reports().count().named("r");
        var comments = USER.comments().count().named("c");
        var categories = USER.posts().category().id.countDistinct().named("d");
        var views = USER.posts().viewCount.sum().named("v");
        return List.of(
                Rows.of(
                        "beyond-user-posts-comments",
                        users.annotate(written, comments)
                                .filter(USER.id.le(20))
                                .orderBy(USER.id)
                                .values(USER.id, written, comments)),
                Rows.of(
                        "beyond-user-reports",
                        users.annotate(reports, written)
                                .filter(USER.id.le(20))
                                .orderBy(USER.id)
                                .values(USER.id, reports, written)),
                Rows.of(
                        "beyond-distinct-and-sum",
                        users.annotate(categories, views, comments)
                                .filter(USER.id.le(20))
                                .orderBy(USER.id)
                                .values(USER.id, categories, views, comments)));
    }

    private List<Twin> ofCategories(Database database) {
        var categories = database.objects(CATEGORY);
        var comments = CATEGORY.posts().comments().count().named("c");
        var likes = CATEGORY.posts().likes().count().named("l");
        var filed = CATEGORY.posts().count().named("p");
        var children = CATEGORY.children().count().named("k");
        return List.of(
                Rows.of(
                        "beyond-nested-two",
                        categories
                                .annotate(comments, likes)
                                .orderBy(CATEGORY.id)
                                .values(CATEGORY.id, comments, likes)),
                Rows.of(
                        "beyond-category-children",
                        categories
                                .annotate(filed, children)
                                .orderBy(CATEGORY.id)
                                .values(CATEGORY.id, filed, children)));
    }

    private List<Twin> totals() {
        var comments = POST.comments().count().named("c");
        var likes = POST.likes().count().named("l");
        return List.of(
                Twin.totals("beyond-aggregate-two", posts, comments, likes),
                Twin.totals(
                        "beyond-aggregate-own-and-two",
                        posts,
                        POST.count().named("n"),
                        POST.viewCount.sum().named("v"),
                        comments),
                Twin.totals(
                        "beyond-aggregate-filtered",
                        posts.filter(POST.published.eq(true)),
                        POST.ratings().score.sum().named("s"),
                        likes),
                Twin.totals(
                        "beyond-aggregate-of-two",
                        posts.annotate(comments, likes),
                        comments.sum().named("sc"),
                        likes.sum().named("sl"),
                        comments.max().named("mc")));
    }

    private List<Twin> groups() {
        var author = POST.author().id.named("author");
        var count = POST.count().named("n");
        var comments = POST.comments().count().named("c");
        return List.of(
                Rows.named(
                        "beyond-group-own-and-related",
                        posts.valuesAll(List.of(author))
                                .annotateAll(List.of(
                                        count,
                                        POST.viewCount.sum().named("v"),
                                        comments,
                                        POST.likes().count().named("l")))
                                .orderBy(author)),
                Rows.named(
                        "beyond-group-having",
                        posts.valuesAll(List.of(POST.published))
                                .annotate(count, comments)
                                .filter(count.gt(10))
                                .orderBy(POST.published)));
    }
}
