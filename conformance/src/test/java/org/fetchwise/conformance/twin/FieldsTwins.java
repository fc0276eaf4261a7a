package org.fetchwise.conformance.twin;

import static org.fetchwise.example.blog.QComment.COMMENT;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QUser.USER;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fetchwise.Database;
import org.fetchwise.Row;
import org.fetchwise.Values;
import org.fetchwise.expr.DateUnit;

/** Parts of objects, and values instead of them. */
final class FieldsTwins {
    private FieldsTwins() {}

    static List<Twin> of(Database database) {
        var posts = database.objects(POST);
        var few = posts.filter(POST.id.le(4));
        var third = posts.filter(POST.id.eq(3));
        var inOrder = few.orderBy(POST.id);
        var length = POST.title.length().named("n");
        var author = POST.author().username.named("author__username");
        var category = POST.category().title.named("category__title");
        var grandparent = POST.category().parent().title.named("category__parent__title");
        var named = inOrder.valuesAll(List.of(author, category));
        var unfiled = posts.filter(POST.category().isNull(), POST.id.le(40))
                .orderBy(POST.id)
                .valuesAll(List.of(POST.id, category, grandparent));
        var profiled = database.objects(USER)
                .filter(USER.id.between(7, 9))
                .orderBy(USER.id)
                .valuesAll(List.of(
                        USER.id,
                        USER.profile().bio.named("profile__bio"),
                        USER.profile().id.named("profile")));
        var manager = POST.author().manager().username.named("author__manager__username");
        var years = posts.dates(POST.publishedOn, DateUnit.YEAR);
        var commentYears = database.objects(COMMENT)
                .filter(COMMENT.id.le(30))
                .datetimes(COMMENT.post().createdAt, DateUnit.YEAR, ZoneOffset.UTC);
        return List.of(
                Twin.of(
                        "fields-only-loaded",
                        few.only(POST.title).orderBy(POST.id),
                        post -> Arrays.asList(post.getId(), post.getTitle())),
                Twin.of(
                        "fields-only-deferred-access",
                        few.only(POST.title).orderBy(POST.id),
                        post -> Arrays.asList(post.getTitle(), post.getSlug())),
                Twin.of(
                        "fields-only-two-deferred",
                        third.only(POST.title),
                        post -> Arrays.asList(post.getSlug(), post.getDescription())),
                Twin.of(
                        "fields-only-replaces",
                        few.only(POST.title).only(POST.slug).orderBy(POST.id),
                        post -> Arrays.asList(post.getSlug())),
                Twin.of(
                        "fields-only-fk-access",
                        third.only(POST.title),
                        post -> Arrays.asList(post.getAuthor().getUsername())),
                Twin.of(
                        "fields-only-select-related",
                        few.selectRelated(POST.author())
                                .only(POST.title, POST.author().username)
                                .orderBy(POST.id),
                        post -> Arrays.asList(post.getTitle(), post.getAuthor().getUsername())),
                Twin.of(
                        "fields-defer-access",
                        few.defer(POST.content, POST.title).orderBy(POST.id),
                        post -> Arrays.asList(post.getTitle())),
                Twin.of(
                        "fields-defer-accumulates",
                        third.defer(POST.content).defer(POST.title),
                        post -> Arrays.asList(post.getContent(), post.getTitle())),
                Twin.of(
                        "fields-defer-none",
                        third.defer(POST.content).clearDefer(),
                        post -> Arrays.asList(post.getContent())),
                Twin.of(
                        "fields-only-then-defer",
                        third.only(POST.title, POST.slug).defer(POST.slug),
                        post -> Arrays.asList(post.getTitle(), post.getSlug())),
                Twin.of(
                        "fields-defer-then-only",
                        third.defer(POST.title).only(POST.title, POST.slug),
                        post -> Arrays.asList(post.getTitle(), post.getSlug())),
                Twin.of("fields-values-related", named, () -> maps(named)),
                Twin.of("fields-values-related-null", unfiled, () -> maps(unfiled)),
                Twin.of("fields-values-reverse-one-to-one", profiled, () -> maps(profiled)),
                Twin.of(
                        "fields-values-list-flat-fk",
                        inOrder.values(POST.author().id.named("author")),
                        () -> inOrder.values(POST.author().id).list()),
                Twin.of(
                        "fields-values-list-expression",
                        inOrder.annotate(length).values(length, POST.id),
                        () -> inOrder.values(length, POST.id)
                                .into((n, id) -> List.of(n, id))
                                .list()),
                Twin.of(
                        "fields-values-list-order-of-columns",
                        inOrder.values(POST.slug, POST.id, author, POST.title),
                        () -> inOrder.values(POST.slug, POST.id, author, POST.title)
                                .into((slug, id, name, title) -> List.of(slug, id, name, title))
                                .list()),
                Twin.of(
                        "fields-values-in-one-statement",
                        inOrder.values(manager, grandparent),
                        () -> inOrder.values(manager, grandparent)
                                .into((name, title) -> Arrays.asList(name, title))
                                .list()),
                Twin.of("fields-dates-year", years, years::list),
                Twin.of("fields-datetimes-related", commentYears, commentYears::list));
    }

    private static List<Map<String, Object>> maps(Values<?, Row> rows) {
        return rows.list().stream()
                .<Map<String, Object>>map(row -> new LinkedHashMap<>(row.asMap()))
                .toList();
    }
}
