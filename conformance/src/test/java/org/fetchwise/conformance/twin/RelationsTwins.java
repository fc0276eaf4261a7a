package org.fetchwise.conformance.twin;

import static org.fetchwise.example.blog.QCategory.CATEGORY;
import static org.fetchwise.example.blog.QComment.COMMENT;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QTag.TAG;
import static org.fetchwise.example.blog.QUser.USER;

import java.time.LocalDate;
import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.example.blog.Post;

/** Conditions over relations, and querysets that begin at the related rows of an object. */
final class RelationsTwins {
    private RelationsTwins() {}

    static List<Twin> of(Database database) {
        var posts = database.objects(POST);
        var users = database.objects(USER);
        var tags = database.objects(TAG);
        var comments = database.objects(COMMENT);
        Post five = new Post();
        five.setId(5L);
        return List.of(
                Twin.of(
                        "relations-fk-column",
                        posts.filter(POST.author().username.eq("alice")).orderBy(POST.id.asc())),
                Twin.of(
                        "relations-fk-two-hops",
                        comments.filter(COMMENT.post().category().title.eq("Cooking"), COMMENT.id.le(300))
                                .orderBy(COMMENT.id.asc())),
                Twin.of(
                        "relations-fk-self-same-alias",
                        users.filter(
                                        USER.manager().isActive.eq(true),
                                        USER.manager().manager().isNull())
                                .orderBy(USER.id.asc())),
                Twin.of(
                        "relations-reverse-fk-distinct",
                        users.filter(USER.posts().viewCount.eq(12345))
                                .distinct()
                                .orderBy(USER.id.asc())),
                Twin.of("relations-reverse-fk-pk", users.filter(USER.posts().id.eq(42))),
                Twin.of(
                        "relations-reverse-fk-in",
                        users.filter(USER.posts().id.isIn(1, 2, 3, 4)).orderBy(USER.id.asc())),
                Twin.of(
                        "relations-reverse-two-hops",
                        users.filter(
                                        USER.posts().comments().text.eq("First!"),
                                        USER.posts().id.le(20))
                                .orderBy(USER.id.asc())),
                Twin.of(
                        "relations-reverse-chained-distinct",
                        users.filter(USER.posts().isFeatured.eq(true))
                                .filter(USER.posts().viewCount.eq(12345))
                                .distinct()
                                .orderBy(USER.id.asc())),
                Twin.of(
                        "relations-reverse-q-and-one-filter",
                        users.filter(USER.posts()
                                        .published
                                        .eq(true)
                                        .and(USER.posts().viewCount.eq(12345)))
                                .orderBy(USER.id.asc())),
                Twin.of(
                        "relations-m2m-pk",
                        posts.filter(POST.tags().id.eq(3), POST.id.le(60)).orderBy(POST.id.asc())),
                Twin.of(
                        "relations-m2m-both-tags-one-filter",
                        posts.filter(POST.tags().name.eq("java"), POST.tags().id.eq(2))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "relations-m2m-both-tags-chained",
                        posts.filter(POST.tags().name.eq("java"))
                                .filter(POST.tags().name.eq("sql"))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "relations-m2m-reverse",
                        tags.filter(TAG.posts().title.eq("Straße")).orderBy(TAG.id.asc())),
                Twin.of(
                        "relations-m2m-unused",
                        tags.filter(TAG.posts().id.isNull()).orderBy(TAG.id.asc())),
                Twin.of(
                        "relations-one-to-one-reverse",
                        users.filter(USER.profile().website.isNotNull()).orderBy(USER.id.asc())),
                Twin.of(
                        "relations-one-to-one-hops",
                        posts.filter(POST.author().profile().birthDate.eq(LocalDate.parse("1996-02-29")))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "relations-or-two-relations",
                        posts.filter(
                                        POST.tags()
                                                .name
                                                .eq("sql")
                                                .or(POST.likes().user().id.eq(1)),
                                        POST.id.le(60))
                                .distinct()
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "relations-or-isnull",
                        posts.filter(
                                        POST.category()
                                                .isNull()
                                                .or(POST.category()
                                                        .parent()
                                                        .title
                                                        .eq("Life")),
                                        POST.id.le(60))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "relations-and-of-ors",
                        posts.filter(
                                        POST.category().title.eq("Cooking").or(POST.id.lt(10)),
                                        POST.category()
                                                .parent()
                                                .title
                                                .eq("Life")
                                                .or(POST.id.lt(5)))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "relations-isnull-and-value",
                        posts.filter(
                                        POST.comments().id.isNotNull(),
                                        POST.comments().isApproved.eq(false),
                                        POST.id.le(20))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "relations-f-across-fk",
                        comments.filter(COMMENT.user().eq(COMMENT.post().author()))
                                .orderBy(COMMENT.id.asc())),
                Twin.of(
                        "relations-f-manager",
                        users.filter(USER.joined.lt(USER.manager().joined)).orderBy(USER.id.asc())),
                Twin.of(
                        "relations-reverse-self",
                        users.filter(USER.reports().username.eq("dave")).orderBy(USER.id.asc())),
                Twin.of(
                        "relations-category-grandparent",
                        database.objects(CATEGORY)
                                .filter(CATEGORY.children().children().id.isNull())
                                .distinct()),
                Twin.of("relations-via-m2m", database.related(five, POST.tags()).orderBy(TAG.name.asc())),
                Twin.of(
                        "relations-via-chained-own-relation",
                        database.related(five, POST.tags())
                                .filter(TAG.posts().id.eq(1))
                                .orderBy(TAG.id.asc())),
                Twin.of(
                        "relations-related-gt",
                        posts.filter(POST.author().id.gt(30)).orderBy(POST.id.asc())));
    }
}
