package org.fetchwise.conformance.twin;

import static org.fetchwise.example.blog.QComment.COMMENT;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QUser.USER;
import static org.fetchwise.expr.Functions.caseWhen;
import static org.fetchwise.expr.Functions.outer;

import java.math.BigDecimal;
import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.example.blog.Post;
import org.fetchwise.expr.Expr;

/** Values that depend on conditions, and conditions as values. */
final class ConditionalTwins {
    private final QuerySet.Of<Post> posts;

    private ConditionalTwins(Database database) {
        posts = database.objects(POST);
    }

    /** The first posts, each with a value. */
    private Twin each(String id, Expr<? super Post, ?> value) {
        return Rows.of(
                "conditional-" + id,
                posts.annotate(value.named("k"))
                        .filter(POST.id.le(25))
                        .orderBy(POST.id)
                        .values(POST.id, value.named("k")));
    }

    static List<Twin> of(Database database) {
        ConditionalTwins twins = new ConditionalTwins(database);
        var posts = twins.posts;
        var unapproved = database.objects(COMMENT)
                .filter(COMMENT.post().id.eq(outer(POST.id)), COMMENT.isApproved.eq(false))
                .asExists();
        var count = USER.posts().count().named("n");
        var howMany = caseWhen(count.ge(10))
                .then("many")
                .orWhen(count.gt(0))
                .then("some")
                .otherwise("none")
                .named("k");
        var popular = POST.viewCount.ge(1000).or(POST.isFeatured.eq(true)).named("k");
        var published = POST.published.eq(true).named("k");
        return List.of(
                twins.each(
                        "case-text",
                        caseWhen(POST.viewCount.ge(1000))
                                .then("hot")
                                .orWhen(POST.viewCount.ge(100))
                                .then("warm")
                                .otherwise("cold")),
                twins.each(
                        "case-field",
                        caseWhen(POST.title.eq("")).then(POST.slug).otherwise(POST.title)),
                twins.each(
                        "case-field-string",
                        caseWhen(POST.price.isNull()).then(POST.viewCount).otherwise(POST.likeCount)),
                twins.each(
                        "case-related",
                        caseWhen(POST.category().parent().title.eq("Technology"))
                                .then("tech")
                                .orWhen(POST.category().isNull())
                                .then("none")
                                .otherwise("other")),
                twins.each(
                        "case-null-condition",
                        caseWhen(POST.price.gt(5)).then("dear").otherwise("cheap or unknown")),
                twins.each(
                        "case-decimal",
                        caseWhen(POST.price.isNull())
                                .then(new BigDecimal("0.00"))
                                .otherwise(POST.price)),
                twins.each("case-exists", caseWhen(unapproved).then("moderate").otherwise("ok")),
                twins.each(
                        "case-nested",
                        caseWhen(POST.published.eq(true))
                                .then(caseWhen(POST.isFeatured.eq(true))
                                        .then("pf")
                                        .otherwise("p"))
                                .otherwise("d")),
                twins.each(
                        "case-datetime",
                        caseWhen(POST.published.eq(true)).then(POST.createdAt).otherwise(POST.updatedAt)),
                twins.each("boolean-annotation-q", POST.viewCount.ge(100)),
                twins.each("boolean-lookup-isnull", POST.category().isNull()),
                Rows.of(
                        "conditional-case-aggregate-condition",
                        database.objects(USER)
                                .annotate(count)
                                .annotate(howMany)
                                .filter(USER.id.le(25))
                                .orderBy(USER.id)
                                .values(USER.id, howMany)),
                Twin.of(
                        "conditional-boolean-annotation-filter",
                        posts.annotate(popular).filter(popular.eq(true)).orderBy(POST.id)),
                Twin.of(
                        "conditional-boolean-lookup-arith",
                        posts.filter(POST.viewCount.minus(POST.likeCount).lt(0)).orderBy(POST.id)),
                Rows.of(
                        "conditional-order-by-condition",
                        posts.filter(POST.id.le(15))
                                .annotate(published)
                                .orderBy(published.desc(), POST.id)
                                .values(POST.id, published)));
    }
}
