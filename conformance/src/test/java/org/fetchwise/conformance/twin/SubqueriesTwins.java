package org.fetchwise.conformance.twin;

import static org.fetchwise.example.blog.QComment.COMMENT;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QRating.RATING;
import static org.fetchwise.example.blog.QTag.TAG;
import static org.fetchwise.example.blog.QUser.USER;
import static org.fetchwise.expr.Functions.not;
import static org.fetchwise.expr.Functions.outer;

import java.util.List;
import org.fetchwise.Database;

/** Queries within queries. */
final class SubqueriesTwins {
    private SubqueriesTwins() {}

    static List<Twin> of(Database database) {
        var posts = database.objects(POST);
        var users = database.objects(USER);
        var comments = database.objects(COMMENT);
        var ofPost = comments.filter(COMMENT.post().id.eq(outer(POST.id)));
        var byAuthor = comments.filter(
                        COMMENT.post().id.eq(outer(POST.id)), COMMENT.user().id.eq(outer(POST.author().id)))
                .asExists()
                .named("k");
        var latest = ofPost.orderBy(COMMENT.createdAt.desc(), COMMENT.id.desc())
                .values(COMMENT.text)
                .slice(0, 1)
                .asSubquery()
                .named("k");
        var first = posts.filter(POST.author().id.eq(outer(USER.id)))
                .orderBy(POST.id)
                .values(POST.title)
                .slice(0, 1)
                .asSubquery()
                .named("k");
        var lastTag = database.objects(TAG)
                .filter(TAG.posts().id.eq(outer(POST.id)))
                .orderBy(TAG.name.desc())
                .values(TAG.name)
                .slice(0, 1)
                .asSubquery()
                .named("k");
        var newestReport = users.filter(USER.manager().id.eq(outer(USER.id)))
                .orderBy(USER.joined.desc(), USER.id)
                .values(USER.username)
                .slice(0, 1)
                .asSubquery()
                .named("k");
        var nothing = comments.filter(COMMENT.id.isIn(List.of())).asExists().named("k");
        var comments12 = POST.comments().count().named("n");
        return List.of(
                Twin.of(
                        "subqueries-exists-filter",
                        posts.filter(comments.filter(COMMENT.post().id.eq(outer(POST.id)), COMMENT.text.eq("why?"))
                                        .asExists())
                                .orderBy(POST.id)),
                Twin.of(
                        "subqueries-exists-negated",
                        posts.filter(not(ofPost.asExists()), POST.id.le(150)).orderBy(POST.id)),
                Twin.of(
                        "subqueries-exists-annotation-filter",
                        posts.annotate(byAuthor).filter(byAuthor.eq(true)).orderBy(POST.id)),
                Twin.of(
                        "subqueries-exists-or",
                        posts.filter(
                                        POST.id
                                                .le(3)
                                                .or(database.objects(RATING)
                                                        .filter(RATING.post().id.eq(outer(POST.id)), RATING.score.eq(1))
                                                        .asExists()),
                                        POST.id.le(50))
                                .orderBy(POST.id)),
                Twin.of(
                        "subqueries-exists-and-exists",
                        users.filter(posts.filter(POST.author().id.eq(outer(USER.id)), POST.isFeatured.eq(true))
                                        .asExists()
                                        .and(comments.filter(
                                                        COMMENT.user().id.eq(outer(USER.id)), COMMENT.text.eq("First!"))
                                                .asExists()))
                                .orderBy(USER.id)),
                Twin.of(
                        "subqueries-exists-none-negated",
                        posts.filter(not(comments.none().asExists()), POST.id.le(3))
                                .orderBy(POST.id)),
                Rows.of(
                        "subqueries-exists-empty-in",
                        posts.annotate(nothing)
                                .filter(POST.id.le(3))
                                .orderBy(POST.id)
                                .values(POST.id, nothing)),
                Rows.of(
                        "subqueries-subquery-latest",
                        posts.annotate(latest)
                                .filter(POST.id.le(25))
                                .orderBy(POST.id)
                                .values(POST.id, latest)),
                Twin.of(
                        "subqueries-subquery-annotation-isnull",
                        users.annotate(first).filter(first.isNull()).orderBy(USER.id)),
                Twin.of(
                        "subqueries-subquery-nested-outer",
                        users.filter(posts.filter(POST.author().id.eq(outer(USER.id)))
                                        .filter(comments.filter(
                                                        COMMENT.post().id.eq(outer(POST.id)),
                                                        COMMENT.user().id.eq(outer(POST.author().id)))
                                                .asExists())
                                        .asExists())
                                .orderBy(USER.id)),
                Twin.of(
                        "subqueries-in-correlated",
                        posts.filter(POST.author()
                                        .id
                                        .isIn(ofPost.values(COMMENT.user().id.named("user"))))
                                .orderBy(POST.id)),
                Twin.of(
                        "subqueries-in-nested",
                        comments.filter(
                                        COMMENT.post()
                                                .isIn(posts.filter(POST.author()
                                                        .isIn(users.filter(USER.manager()
                                                                .id
                                                                .eq(1))))),
                                        COMMENT.isApproved.eq(false),
                                        COMMENT.id.le(300))
                                .orderBy(COMMENT.id)),
                Twin.of(
                        "subqueries-in-with-annotate",
                        users.filter(USER.id.isIn(posts.annotate(comments12)
                                        .filter(comments12.ge(12))
                                        .values(POST.author().id.named("author"))))
                                .orderBy(USER.id)),
                Twin.of(
                        "subqueries-top-n-per-group",
                        comments.filter(
                                        COMMENT.id.isIn(comments.filter(
                                                        COMMENT.post().id.eq(outer(COMMENT.post().id)))
                                                .orderBy(COMMENT.createdAt.desc(), COMMENT.id.desc())
                                                .values(COMMENT.id.named("pk"))
                                                .slice(0, 2)),
                                        COMMENT.post().id.le(6))
                                .orderBy(COMMENT.post().id, COMMENT.createdAt.desc(), COMMENT.id.desc())),
                Rows.of(
                        "subqueries-subquery-m2m",
                        posts.annotate(lastTag)
                                .filter(POST.id.le(25))
                                .orderBy(POST.id)
                                .values(POST.id, lastTag)),
                Rows.of(
                        "subqueries-subquery-self",
                        users.annotate(newestReport)
                                .filter(newestReport.isNotNull())
                                .orderBy(USER.id)
                                .values(USER.id, newestReport)),
                Twin.of(
                        "subqueries-subquery-outer-transform",
                        posts.filter(users.filter(
                                                USER.id.eq(outer(POST.author().id)),
                                                USER.joined.year().eq(outer(POST.createdAt.year())))
                                        .asExists())
                                .orderBy(POST.id)));
    }
}
