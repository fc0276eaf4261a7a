package org.fetchwise.conformance.twin;

import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QRating.RATING;
import static org.fetchwise.example.blog.QTag.TAG;
import static org.fetchwise.example.blog.QUser.USER;
import static org.fetchwise.expr.Functions.not;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.example.blog.Post;
import org.fetchwise.example.blog.User;
import org.fetchwise.expr.LongExpr;

/** Aggregates of all rows, of each object and of groups. */
final class AggregatesTwins {
    private final Database database;
    private final QuerySet.Of<Post> posts;
    private final QuerySet.Of<User> users;

    private AggregatesTwins(Database database) {
        this.database = database;
        posts = database.objects(POST);
        users = database.objects(USER);
    }

    static List<Twin> of(Database database) {
        AggregatesTwins twins = new AggregatesTwins(database);
        List<Twin> all = new ArrayList<>(twins.totals());
        all.addAll(twins.ofEach());
        all.addAll(twins.having());
        all.addAll(twins.groups());
        return all;
    }

    private List<Twin> totals() {
        var sum = POST.viewCount.sum().named("s");
        var perUser = USER.posts().count().named("n");
        var touched = POST.viewCount.plus(POST.likeCount).named("t");
        return List.of(
                Twin.totals("aggregates-count-star", posts, POST.count().named("n")),
                Twin.totals(
                        "aggregates-count-nullable",
                        posts,
                        POST.price.count().named("n"),
                        POST.count().named("m")),
                Twin.totals(
                        "aggregates-count-distinct",
                        posts,
                        POST.author().id.countDistinct().named("n"),
                        POST.title.countDistinct().named("t")),
                Twin.totals("aggregates-sum-int", posts, sum),
                Twin.totals("aggregates-sum-decimal", posts, POST.price.sum().named("s")),
                Twin.totals(
                        "aggregates-min-max-text",
                        database.objects(TAG),
                        TAG.name.min().named("a"),
                        TAG.name.max().named("b")),
                Twin.totals(
                        "aggregates-variance",
                        database.objects(RATING),
                        RATING.score.variance().named("p"),
                        RATING.score.varianceSample().named("s")),
                Twin.totals(
                        "aggregates-default",
                        posts.filter(POST.id.lt(0)),
                        POST.viewCount.sum().orElse(0).named("s"),
                        POST.score.avg().orElse(1.5).named("a"),
                        POST.price.max().orElse(new BigDecimal("0.00")).named("m")),
                Twin.totals(
                        "aggregates-filter",
                        posts,
                        POST.count().filter(POST.published.eq(true)).named("p"),
                        POST.viewCount.sum().filter(POST.isFeatured.eq(true)).named("v")),
                Twin.totals(
                        "aggregates-filter-negated",
                        posts,
                        POST.count().filter(not(POST.price.gt(5))).named("n")),
                Twin.totals(
                        "aggregates-after-slice",
                        posts.orderBy(POST.id).slice(0, 5),
                        sum,
                        POST.count().named("n")),
                Twin.totals(
                        "aggregates-after-annotate",
                        users.annotate(perUser),
                        perUser.avg().named("a"),
                        perUser.sum().named("s"),
                        perUser.max().named("m")),
                Twin.totals(
                        "aggregates-after-annotate-expr",
                        posts.annotate(touched),
                        touched.sum().named("s")));
    }

    /** The users up to a key, or from one on, each with a value. */
    private static Twin each(String id, QuerySet.Of<User> users, LongExpr<User> value) {
        return Rows.of("aggregates-" + id, users.orderBy(USER.id).values(USER.id, value));
    }

    private List<Twin> ofEach() {
        var count = USER.posts().count().named("n");
        var views = USER.posts().viewCount.sum();
        var sum = views.named("s");
        var sumOrZero = views.orElse(0).named("s");
        var published =
                USER.posts().count().filter(USER.posts().published.eq(true)).named("n");
        var twiceAndOne = count.times(2).plus(1).named("d");
        var touched = views.plus(USER.posts().likeCount.sum()).named("r");
        var tags = USER.posts().tags().count().distinct().named("n");
        var average = POST.ratings().score.avg().named("a");
        var first = POST.comments().createdAt.min().named("a");
        var last = POST.comments().createdAt.max().named("b");
        var commentCount = POST.comments().count().distinct().named("c");
        var tagCount = POST.tags().count().distinct().named("t");
        return List.of(
                each("annotate-count", users.annotate(count), count),
                each("annotate-sum-null", users.annotate(sum).filter(USER.id.ge(30)), sum),
                each("annotate-sum-default", users.annotate(sumOrZero).filter(USER.id.ge(30)), sumOrZero),
                each("annotate-coalesce", users.annotate(sumOrZero).filter(USER.id.ge(35)), sumOrZero),
                each("filter-arg-annotate", users.annotate(published), published),
                each(
                        "annotate-combined-expression",
                        users.annotate(count).annotate(twiceAndOne).filter(USER.id.le(8)),
                        twiceAndOne),
                each("annotate-aggregate-arith", users.annotate(touched).filter(USER.id.le(12)), touched),
                each("annotate-two-hops-distinct", users.annotate(tags), tags),
                each(
                        "exclude-before-annotate",
                        users.exclude(USER.posts().isFeatured.eq(true)).annotate(count),
                        count),
                Rows.of(
                        "aggregates-annotate-avg",
                        posts.annotate(average)
                                .filter(POST.id.le(40))
                                .orderBy(POST.id)
                                .values(POST.id, average)),
                Rows.of(
                        "aggregates-annotate-min-max",
                        posts.annotate(first, last)
                                .filter(POST.id.le(15))
                                .orderBy(POST.id)
                                .values(POST.id, first, last)),
                Rows.of(
                        "aggregates-annotate-distinct-count",
                        posts.annotate(commentCount, tagCount)
                                .filter(POST.id.le(30))
                                .orderBy(POST.id)
                                .values(POST.id, commentCount, tagCount)));
    }

    private List<Twin> having() {
        var comments = POST.comments().count().named("n");
        var tagged = TAG.posts().count().named("n");
        var tags = database.objects(TAG);
        return List.of(
                Twin.of(
                        "aggregates-annotate-having",
                        posts.annotate(comments).filter(comments.ge(10)).orderBy(POST.id)),
                Twin.of(
                        "aggregates-annotate-having-f",
                        posts.annotate(comments)
                                .filter(comments.gt(POST.likeCount), comments.ge(4))
                                .orderBy(POST.id)),
                Twin.of(
                        "aggregates-annotate-having-two",
                        posts.annotate(comments)
                                .filter(comments.ge(15).or(POST.viewCount.eq(12345)))
                                .orderBy(POST.id)),
                Twin.of(
                        "aggregates-annotate-having-exclude",
                        tags.annotate(tagged).exclude(tagged.lt(25)).orderBy(TAG.id)),
                Twin.of(
                        "aggregates-annotate-having-range",
                        tags.annotate(tagged).filter(tagged.between(1, 22)).orderBy(TAG.id)));
    }

    private List<Twin> groups() {
        var author = POST.author().id.named("author");
        var title = POST.category().title.named("category__title");
        var count = POST.count().named("n");
        var views = POST.viewCount.sum().named("s");
        return List.of(
                Rows.named(
                        "aggregates-values-annotate-related",
                        posts.filter(POST.category().isNotNull())
                                .values(title)
                                .annotate(count)
                                .orderBy(title)),
                Rows.of(
                        "aggregates-values-list-group",
                        posts.valuesAll(List.of(POST.published)).annotate(count).orderBy(POST.published)),
                Rows.named(
                        "aggregates-values-filter-annotate-filter",
                        posts.filter(POST.published.eq(true))
                                .values(author)
                                .annotate(count)
                                .filter(count.ge(6))
                                .orderBy(author)),
                Rows.named(
                        "aggregates-values-annotate-order-agg",
                        posts.values(author)
                                .annotate(count)
                                .orderBy(count.desc(), author)
                                .slice(0, 5)),
                Rows.named(
                        "aggregates-values-annotate-twice",
                        posts.values(POST.published)
                                .annotate(count)
                                .annotate(views)
                                .orderBy(POST.published)));
    }
}
