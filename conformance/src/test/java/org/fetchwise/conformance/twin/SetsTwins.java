package org.fetchwise.conformance.twin;

import static org.fetchwise.example.blog.QComment.COMMENT;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QRating.RATING;
import static org.fetchwise.example.blog.QUser.USER;

import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.Duplicates;

/** Queries combined with others. */
final class SetsTwins {
    private SetsTwins() {}

    static List<Twin> of(Database database) {
        var posts = database.objects(POST);
        var users = database.objects(USER);
        var five = posts.filter(POST.id.le(5));
        var middle = posts.filter(POST.id.between(4, 8));
        var ten = posts.filter(POST.id.le(10));
        var author = POST.author().id.named("author_id");
        var commenter = COMMENT.user().id.named("user_id");
        var rater = RATING.user().id.named("user_id");
        var views = POST.viewCount.named("view_count");
        var authors = posts.valuesAll(List.of(author));
        var count = POST.count().named("n");
        var commentCount = COMMENT.count().named("n");
        return List.of(
                Twin.of("sets-union-two", five.union(middle).orderBy(POST.id)),
                Twin.of("sets-union-all", five.union(middle, Duplicates.ALL).orderBy(POST.id)),
                Twin.of("sets-union-unordered", five.union(middle)),
                Twin.of(
                        "sets-union-three",
                        posts.filter(POST.id.eq(1))
                                .union(posts.filter(POST.id.eq(2)))
                                .union(posts.filter(POST.id.eq(3)))
                                .orderBy(POST.id.desc())),
                Twin.of("sets-union-count", five.union(middle)),
                Twin.of("sets-union-all-count", five.union(middle, Duplicates.ALL)),
                Twin.of(
                        "sets-union-slice",
                        five.union(middle).orderBy(POST.id.desc()).slice(1, 4)),
                Rows.of(
                        "sets-union-values-dedupe",
                        authors.union(database.objects(COMMENT)
                                        .orderByAll(List.of())
                                        .filter(COMMENT.user().isNotNull())
                                        .valuesAll(List.of(commenter)))
                                .orderBy(author)),
                Rows.of(
                        "sets-union-values-after",
                        posts.filter(POST.id.le(3))
                                .union(posts.filter(POST.id.eq(9)))
                                .values(POST.id, POST.title)
                                .orderBy(POST.id)),
                Twin.of("sets-union-exists", posts.filter(POST.id.gt(1000)).union(posts.filter(POST.id.eq(8)))),
                Twin.of(
                        "sets-none-union",
                        posts.none().union(posts.filter(POST.id.le(2))).orderBy(POST.id)),
                Twin.of(
                        "sets-intersection",
                        ten.intersection(posts.filter(POST.id.between(8, 20))).orderBy(POST.id)),
                Rows.of(
                        "sets-intersection-values",
                        authors.intersection(database.objects(RATING)
                                        .filter(RATING.score.eq(5))
                                        .valuesAll(List.of(rater)))
                                .orderBy(author)),
                Twin.of(
                        "sets-intersection-empty",
                        ten.intersection(posts.none()).orderBy(POST.id)),
                Twin.of(
                        "sets-intersection-count",
                        posts.filter(POST.published.eq(true)).intersection(posts.filter(POST.isFeatured.eq(true)))),
                Rows.of(
                        "sets-difference-values",
                        users.valuesAll(List.of(USER.id)).difference(authors).orderBy(USER.id)),
                Twin.of(
                        "sets-pipe-or",
                        posts.filter(POST.id.le(3).or(POST.id.isIn(3, 7))).orderBy(POST.id)),
                Twin.of(
                        "sets-union-in-subquery",
                        posts.filter(POST.author()
                                        .id
                                        .isIn(users.filter(USER.id.eq(1))
                                                .values(USER.id)
                                                .union(users.filter(USER.id.eq(2))
                                                        .values(USER.id))))
                                .orderBy(POST.id)),
                Rows.of(
                        "sets-union-order-by-second-column",
                        posts.filter(POST.id.le(4))
                                .values(POST.id, views)
                                .union(posts.filter(POST.id.between(5, 9)).values(POST.id, views))
                                .orderBy(views.desc(), POST.id)),
                Twin.of(
                        "sets-union-sliced-operands",
                        posts.orderBy(POST.id)
                                .slice(0, 2)
                                .union(posts.orderBy(POST.id.desc()).slice(0, 2))
                                .orderBy(POST.id)),
                Rows.of(
                        "sets-union-datetimes",
                        authors.annotate(count)
                                .valuesAll(List.of(author, count))
                                .union(database.objects(COMMENT)
                                        .orderByAll(List.of())
                                        .filter(COMMENT.user().id.eq(1))
                                        .valuesAll(List.of(commenter))
                                        .annotate(commentCount)
                                        .valuesAll(List.of(commenter, commentCount)))
                                .orderBy(author, count)));
    }
}
