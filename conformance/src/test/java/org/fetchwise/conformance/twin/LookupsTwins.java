package org.fetchwise.conformance.twin;

import static org.fetchwise.example.blog.QCategory.CATEGORY;
import static org.fetchwise.example.blog.QInvoice.INVOICE;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QTag.TAG;
import static org.fetchwise.example.blog.QUser.USER;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fetchwise.Database;
import org.fetchwise.example.blog.User;

/** Comparisons. */
final class LookupsTwins {
    private LookupsTwins() {}

    static List<Twin> of(Database database) {
        var posts = database.objects(POST);
        var users = database.objects(USER);
        var tags = database.objects(TAG);
        var categories = database.objects(CATEGORY);
        return List.of(
                Twin.of(
                        "lookups-exact-implicit",
                        posts.filter(POST.title.eq("Straße")).orderBy(POST.id.asc())),
                Twin.of("lookups-exact-none", users.filter(USER.email.isNull()).orderBy(USER.id.asc())),
                Twin.of(
                        "lookups-exact-fk-none",
                        posts.filter(POST.category().isNull()).orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-exact-fk-id",
                        posts.filter(POST.category().id.eq(3)).orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-exact-fk-object",
                        posts.filter(POST.author().eq(user(3))).orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-exact-fk-pk-in",
                        posts.filter(POST.author().id.isIn(3, 5)).orderBy(POST.id.asc())),
                Twin.of("lookups-pk-alias", posts.filter(POST.id.eq(7))),
                Twin.of(
                        "lookups-exact-true",
                        posts.filter(POST.published.eq(true), POST.isFeatured.eq(true))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-exact-false",
                        users.filter(USER.isActive.eq(false)).orderBy(USER.id.asc())),
                Twin.of(
                        "lookups-exact-uuid",
                        posts.filter(POST.externalId.eq(UUID.fromString("e7fe3f53-820e-405d-90c5-9ed06ad825d4")))),
                Twin.of(
                        "lookups-exact-decimal-int",
                        posts.filter(POST.price.ge(250)).orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-exact-datetime",
                        posts.filter(POST.createdAt.eq(Instant.parse("2023-12-31T23:59:59.999999Z")))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-exact-duration",
                        posts.filter(POST.readingTime.eq(Duration.parse("PT300.5S")))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-exact-self-f",
                        posts.filter(POST.createdAt.eq(POST.updatedAt)).orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-iexact-underscore",
                        users.filter(USER.username.iequals("under_SCORE")).orderBy(USER.id.asc())),
                Twin.of(
                        "lookups-contains-underscore",
                        posts.filter(POST.title.contains("_")).orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-icontains",
                        posts.filter(POST.title.icontains("CASE")).orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-startswith-underscore",
                        tags.filter(TAG.name.startsWith("a_")).orderBy(TAG.id.asc())),
                Twin.of(
                        "lookups-istartswith",
                        users.filter(USER.username.istartsWith("aLi")).orderBy(USER.id.asc())),
                Twin.of(
                        "lookups-endswith",
                        posts.filter(POST.title.endsWith("off")).orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-iendswith",
                        users.filter(USER.email.iendsWith("@Example.COM")).orderBy(USER.id.asc())),
                Twin.of(
                        "lookups-in-list",
                        posts.filter(POST.id.isIn(5, 3, 3, 999)).orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-in-empty",
                        posts.filter(POST.id.isIn(List.of())).orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-in-objects",
                        posts.filter(POST.author().isIn(List.of(user(3), user(5))))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-in-queryset",
                        posts.filter(POST.author().isIn(users.filter(USER.isActive.eq(false))))
                                .orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-in-queryset-flat",
                        categories
                                .filter(CATEGORY.title.isIn(categories
                                        .filter(CATEGORY.parent().id.eq(3))
                                        .values(CATEGORY.title)))
                                .orderBy(CATEGORY.id.asc())),
                Twin.of(
                        "lookups-in-decimals",
                        database.objects(INVOICE)
                                .filter(INVOICE.amount.isIn(new BigDecimal("100"), new BigDecimal("0.010")))
                                .orderBy(INVOICE.id.asc())),
                Twin.of("lookups-gt", posts.filter(POST.viewCount.gt(999)).orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-lte-negative",
                        posts.filter(POST.score.le(-1.5)).orderBy(POST.id.asc())),
                Twin.of("lookups-lt-null", posts.filter(POST.score.lt(100).or(POST.score.ge(100)))),
                Twin.of(
                        "lookups-gt-f-arith",
                        posts.filter(POST.viewCount.gt(POST.likeCount.times(100L)), POST.likeCount.gt(0))
                                .orderBy(POST.id.asc())),
                Twin.of("lookups-range", posts.filter(POST.id.between(10, 13)).orderBy(POST.id.asc())),
                Twin.of("lookups-isnull-false", posts.filter(POST.publishedOn.isNotNull())),
                Twin.of(
                        "lookups-isnull-reverse-fk",
                        posts.filter(POST.comments().id.isNull()).orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-isnull-reverse-one-to-one",
                        users.filter(USER.profile().isNull()).orderBy(USER.id.asc())),
                Twin.of(
                        "lookups-regex-dot",
                        posts.filter(POST.title.matches("a.c")).orderBy(POST.id.asc())),
                Twin.of(
                        "lookups-iregex-class",
                        users.filter(USER.username.imatches("^[a-b].*[0-9]$")).orderBy(USER.id.asc())),
                Twin.of(
                        "lookups-f-icontains",
                        posts.filter(POST.content.icontains(POST.author().name)).orderBy(POST.id.asc())));
    }

    private static User user(long key) {
        User user = new User();
        user.setId(key);
        return user;
    }
}
