package org.fetchwise.conformance.twin;

import static org.fetchwise.example.blog.QCategory.CATEGORY;
import static org.fetchwise.example.blog.QComment.COMMENT;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QTag.TAG;
import static org.fetchwise.example.blog.QUser.USER;
import static org.fetchwise.expr.Functions.not;

import java.util.List;
import org.fetchwise.Database;

/** Negated conditions. */
final class ExcludeTwins {
    private ExcludeTwins() {}

    static List<Twin> of(Database database) {
        var posts = database.objects(POST);
        var users = database.objects(USER);
        var tags = database.objects(TAG);
        return List.of(
                Twin.of(
                        "exclude-simple",
                        posts.exclude(POST.published.eq(true))
                                .filter(POST.id.le(60))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "exclude-nullable-equals",
                        users.exclude(USER.email.eq("same@example.com")).orderBy(USER.id.asc())),
                Twin.of(
                        "exclude-nullable-gt",
                        posts.exclude(POST.price.gt(5)).filter(POST.id.le(60)).orderBy(POST.id.asc())),
                Twin.of("exclude-nullable-in-empty", users.exclude(USER.email.isIn(List.of()))),
                Twin.of(
                        "exclude-isnull",
                        posts.exclude(POST.category().isNull())
                                .filter(POST.id.le(30))
                                .orderBy(POST.id.asc())),
                Twin.of("exclude-exact-none", users.exclude(USER.email.isNull()).orderBy(USER.id.asc())),
                Twin.of(
                        "exclude-two-conditions-nullable",
                        posts.exclude(POST.published.eq(true), POST.price.ge(5))
                                .filter(POST.id.le(40))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "exclude-chained",
                        posts.exclude(POST.published.eq(true))
                                .exclude(POST.viewCount.ge(10))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "exclude-fk-column",
                        posts.exclude(POST.category().title.eq("Programming"))
                                .filter(POST.id.le(40))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "exclude-fk-nullable-column",
                        database.objects(COMMENT)
                                .exclude(COMMENT.user().email.eq("same@example.com"))
                                .filter(COMMENT.id.le(100))
                                .orderBy(COMMENT.id.asc())),
                Twin.of(
                        "exclude-reverse-one-to-one",
                        users.exclude(USER.profile().bio.contains("Java")).orderBy(USER.id.asc())),
                Twin.of(
                        "exclude-multi-valued",
                        tags.exclude(TAG.posts().published.eq(false)).orderBy(TAG.id.asc())),
                Twin.of(
                        "exclude-multi-valued-two-conditions",
                        users.exclude(
                                        USER.posts().isFeatured.eq(true),
                                        USER.posts().viewCount.ge(1000))
                                .orderBy(USER.id.asc())),
                Twin.of(
                        "exclude-multi-valued-chained",
                        posts.exclude(POST.tags().name.eq("java"))
                                .exclude(POST.tags().name.eq("sql"))
                                .filter(POST.id.le(60))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "exclude-multi-valued-isnull",
                        posts.exclude(POST.comments().id.isNull())
                                .filter(POST.id.le(40))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "exclude-multi-valued-two-hops",
                        users.exclude(USER.posts().comments().text.eq("spam spam"))
                                .orderBy(USER.id.asc())),
                Twin.of(
                        "exclude-f-own",
                        posts.exclude(POST.createdAt.eq(POST.updatedAt))
                                .filter(POST.id.le(40))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "exclude-f-related",
                        users.exclude(USER.joined.gt(USER.manager().joined)).orderBy(USER.id.asc())),
                Twin.of(
                        "exclude-not-q",
                        users.filter(not(USER.email.eq("same@example.com"))).orderBy(USER.id.asc())),
                Twin.of(
                        "exclude-double-not-multi-valued",
                        posts.filter(not(not(POST.tags().id.isIn(1, 2, 3))), POST.id.le(30))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "exclude-exclude-not-fk",
                        posts.exclude(not(POST.category().title.eq("Programming")))
                                .filter(POST.id.le(60))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "exclude-exclude-or",
                        posts.exclude(POST.published.eq(true).or(POST.price.isNull()))
                                .filter(POST.id.le(60))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "exclude-nested-negation",
                        posts.filter(not(POST.published.eq(true).and(not(POST.viewCount.gt(50)))), POST.id.le(40))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "exclude-xor-nullable",
                        posts.filter(POST.price.gt(5).xor(POST.score.gt(2)), POST.id.le(60))
                                .orderBy(POST.id.asc())),
                Twin.of("exclude-exclude-pk", database.objects(CATEGORY).exclude(CATEGORY.id.eq(4))),
                Twin.of(
                        "exclude-exclude-range-nullable",
                        posts.exclude(POST.score.between(0, 3))
                                .filter(POST.id.le(60))
                                .orderBy(POST.id.asc())));
    }
}
