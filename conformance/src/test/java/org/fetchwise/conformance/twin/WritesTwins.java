package org.fetchwise.conformance.twin;

import static org.fetchwise.OnConflict.onConflict;
import static org.fetchwise.example.blog.QCategory.CATEGORY;
import static org.fetchwise.example.blog.QLike.LIKE;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QTag.TAG;
import static org.fetchwise.example.blog.QUser.USER;
import static org.fetchwise.expr.Functions.caseWhen;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fetchwise.Database;
import org.fetchwise.Deleted;
import org.fetchwise.OnConflict;
import org.fetchwise.example.blog.Category;
import org.fetchwise.example.blog.Post;
import org.fetchwise.example.blog.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A case that writes, written with typed paths.
 *
 * @param id the case
 * @param write writes, and gives the case's answer
 */
public record WritesTwins(String id, Supplier<@Nullable Object> write) {
    /**
     * {@return all of them}
     *
     * @param database where they write
     */
    public static List<WritesTwins> of(Database database) {
        return Stream.of(updates(database), deletions(database), bulk(database), related(database))
                .flatMap(List::stream)
                .toList();
    }

    private static List<WritesTwins> updates(Database database) {
        var posts = database.objects(POST);
        return List.of(
                twin("writes-update", () -> posts.filter(POST.published.not()).update(POST.likeCount.to(0))),
                twin(
                        "writes-update-same-value",
                        () -> posts.filter(POST.id.le(5)).update(POST.isFeatured.to(POST.isFeatured))),
                twin(
                        "writes-update-empty-in",
                        () -> posts.filter(POST.id.isIn(List.of())).update(POST.title.to("x"))),
                twin(
                        "writes-update-f",
                        () -> posts.filter(POST.id.le(4))
                                .update(POST.viewCount.to(POST.viewCount.plus(POST.likeCount.times(2))))),
                twin(
                        "writes-update-swap",
                        () -> posts.filter(POST.id.le(4))
                                .update(POST.viewCount.to(POST.likeCount), POST.likeCount.to(POST.viewCount))),
                twin(
                        "writes-update-case",
                        () -> posts.filter(POST.id.le(10))
                                .update(POST.description.to(caseWhen(POST.published)
                                        .then("pub")
                                        .orWhen(POST.viewCount.gt(5))
                                        .then(POST.slug)
                                        .otherwise("")))),
                twin(
                        "writes-update-fk-object",
                        () -> posts.filter(POST.author().id.eq(5))
                                .update(POST.author().to(database.ref(USER, 6)))),
                twin(
                        "writes-update-filter-related",
                        () -> posts.filter(POST.category().title.eq("Cooking")).update(POST.isFeatured.to(true))),
                twin(
                        "writes-update-exclude",
                        () -> posts.exclude(POST.comments().isApproved.eq(true)).update(POST.likeCount.to(7))),
                twin(
                        "writes-update-distinct",
                        () -> posts.filter(POST.tags().id.isIn(1, 2)).distinct().update(POST.likeCount.to(1))),
                twin(
                        "writes-update-ordered",
                        () -> posts.filter(POST.id.le(3))
                                .orderBy(POST.id.desc())
                                .update(POST.likeCount.to(4))));
    }

    private static List<WritesTwins> deletions(Database database) {
        var posts = database.objects(POST);
        return List.of(
                twin(
                        "writes-delete-leaf",
                        () -> told(database.objects(LIKE)
                                .filter(LIKE.user().id.eq(3))
                                .delete())),
                twin(
                        "writes-delete-many",
                        () -> told(posts.filter(POST.id.le(10)).delete())),
                twin(
                        "writes-delete-set-null",
                        () -> told(database.objects(CATEGORY)
                                .filter(CATEGORY.id.eq(1))
                                .delete())),
                twin(
                        "writes-delete-filter-to-many",
                        () -> told(database.objects(TAG)
                                .filter(TAG.posts().id.le(2))
                                .delete())),
                twin("writes-delete-object", () -> told(posts.delete(posts.get(POST.id.eq(6))))));
    }

    private static List<WritesTwins> bulk(Database database) {
        var tags = database.objects(TAG);
        return List.of(
                twin(
                        "writes-bulk-create-batches",
                        () -> tags.bulkCreate(
                                        Stream.of("b1", "b2", "b3", "b4", "b5")
                                                .map(WritesTwins::tag)
                                                .toList(),
                                        2)
                                .size()),
                twin(
                        "writes-bulk-create-empty",
                        () -> tags.bulkCreate(List.of()).size()),
                twin("writes-bulk-create-ignore", () -> {
                    List<Tag> given = List.of(tag("b1"), tag("sql"), tag("b2"));
                    tags.bulkUpsert(given, OnConflict.<Tag>onConflict().ignore());
                    return given.size();
                }),
                twin("writes-bulk-create-update", () -> {
                    List<Category> given = List.of(category("life", "LIFE"), category("new", "New"));
                    database.objects(CATEGORY)
                            .bulkUpsert(given, onConflict(CATEGORY.slug).update(CATEGORY.title));
                    return given.size();
                }),
                twin("writes-bulk-update", () -> {
                    List<Post> changed = database.objects(POST)
                            .filter(POST.id.le(3))
                            .orderBy(POST.id)
                            .list();
                    List<String> titles = List.of("one", "two", "three");
                    for (Post post : changed) {
                        int number = Math.toIntExact(post.getId());
                        post.setTitle(titles.get(number - 1));
                        post.setViewCount(11 * number);
                    }
                    return database.objects(POST).bulkUpdate(changed, List.of(POST.title, POST.viewCount));
                }),
                twin(
                        "writes-get-or-create-existing",
                        () -> tags.getOrCreate(TAG.name.to("sql")).created()));
    }

    private static List<WritesTwins> related(Database database) {
        var tagsOfFive = database.related(database.ref(POST, 5), POST.tags());
        return List.of(
                twin("writes-m2m-add", () -> {
                    tagsOfFive.addAll(List.of(database.ref(TAG, 1), database.ref(TAG, 2), database.ref(TAG, 25)));
                    return null;
                }),
                twin("writes-m2m-remove", () -> {
                    tagsOfFive.removeAll(List.of(database.ref(TAG, 25), database.ref(TAG, 1), database.ref(TAG, 24)));
                    return null;
                }),
                twin("writes-m2m-clear", () -> {
                    tagsOfFive.clear();
                    return null;
                }));
    }

    private static WritesTwins twin(String id, Supplier<@Nullable Object> write) {
        return new WritesTwins(id, write);
    }

    private static List<Object> told(Deleted deleted) {
        return List.of(deleted.total(), deleted.rows());
    }

    private static Tag tag(String name) {
        Tag tag = new Tag();
        tag.setName(name);
        return tag;
    }

    private static Category category(String slug, String title) {
        Category category = new Category();
        category.setSlug(slug);
        category.setTitle(title);
        return category;
    }
}
