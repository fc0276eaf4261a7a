package org.fetchwise.conformance.twin;

import static org.fetchwise.example.blog.QCategory.CATEGORY;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QTag.TAG;
import static org.fetchwise.example.blog.QUser.USER;
import static org.fetchwise.expr.Functions.caseWhen;

import java.util.List;
import org.fetchwise.Database;

/** Orders. */
final class OrderingTwins {
    private OrderingTwins() {}

    static List<Twin> of(Database database) {
        var posts = database.objects(POST);
        var few = posts.filter(POST.id.le(30));
        var users = database.objects(USER);
        var bestScore = USER.posts().score.max().named("n");
        var postCount = USER.posts().count().named("n");
        var filed = posts.filter(POST.category().isNotNull(), POST.id.le(40));
        return List.of(
                Twin.of("ordering-asc", few.orderBy(POST.viewCount, POST.id)),
                Twin.of("ordering-desc", few.orderBy(POST.viewCount.desc(), POST.id)),
                Twin.of("ordering-text", database.objects(TAG).orderBy(TAG.name)),
                Twin.of("ordering-text-desc", users.orderBy(USER.username.desc())),
                Twin.of("ordering-boolean", few.orderBy(POST.published, POST.id)),
                Twin.of("ordering-nullable-last", few.orderBy(POST.price.asc().nullsLast(), POST.id)),
                Twin.of("ordering-nullable-first", few.orderBy(POST.price.desc().nullsFirst(), POST.id)),
                Twin.of("ordering-nullable-default", few.orderBy(POST.price, POST.id)),
                Twin.of("ordering-last-call-wins", few.orderBy(POST.title).orderBy(POST.id.desc())),
                Twin.of("ordering-clear", database.objects(CATEGORY).orderByAll(List.of())),
                Twin.of("ordering-default", database.objects(CATEGORY)),
                Twin.of(
                        "ordering-reverse-twice",
                        few.orderBy(POST.viewCount, POST.id.desc()).reverse().reverse()),
                Twin.of(
                        "ordering-reverse-nulls",
                        few.orderBy(POST.price.asc().nullsLast(), POST.id).reverse()),
                Twin.of(
                        "ordering-reverse-first",
                        few.orderBy(POST.viewCount, POST.id).reverse()),
                Twin.of("ordering-by-related-column", few.orderBy(POST.author().username, POST.id)),
                Twin.of(
                        "ordering-by-related-nullable",
                        few.orderBy(POST.category().title.asc().nullsLast(), POST.id)),
                Twin.of(
                        "ordering-by-related-two-hops",
                        few.filter(POST.category().parent().isNotNull())
                                .orderBy(POST.category().parent().title, POST.id.desc())),
                Twin.of("ordering-by-fk-pk", filed.orderBy(POST.category().id, POST.id.desc())),
                Twin.of("ordering-by-pk", few.orderBy(POST.id.desc())),
                Twin.of("ordering-by-expression", few.orderBy(POST.viewCount.minus(POST.likeCount), POST.id)),
                Twin.of("ordering-by-function", few.orderBy(POST.title.length(), POST.id)),
                Twin.of(
                        "ordering-by-annotation-f",
                        users.annotate(bestScore).orderBy(bestScore.asc().nullsFirst(), USER.id)),
                Twin.of(
                        "ordering-by-annotation-reverse",
                        users.annotate(postCount)
                                .orderBy(postCount.desc(), USER.username)
                                .reverse()),
                Twin.of(
                        "ordering-by-case",
                        few.orderBy(caseWhen(POST.category().id.eq(4)).then(0L).otherwise(1L), POST.id.desc())),
                Twin.of(
                        "ordering-distinct-on",
                        posts.orderBy(POST.author().id, POST.viewCount.desc(), POST.id)
                                .distinctOnAll(List.of(POST.author().id))),
                Twin.of(
                        "ordering-microseconds",
                        posts.filter(POST.id.between(21, 40)).orderBy(POST.createdAt.desc(), POST.id)));
    }
}
