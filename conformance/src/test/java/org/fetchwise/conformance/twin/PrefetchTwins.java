package org.fetchwise.conformance.twin;

import static org.fetchwise.example.blog.QCategory.CATEGORY;
import static org.fetchwise.example.blog.QComment.COMMENT;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QTag.TAG;
import static org.fetchwise.example.blog.QUser.USER;
import static org.fetchwise.expr.Functions.prefetch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.fetchwise.Database;
import org.fetchwise.example.blog.Category;
import org.fetchwise.example.blog.Comment;
import org.fetchwise.example.blog.Post;
import org.fetchwise.example.blog.Profile;
import org.fetchwise.example.blog.Tag;
import org.fetchwise.example.blog.User;
import org.jspecify.annotations.Nullable;

/** Relations loaded lazily, joined and ahead. */
final class PrefetchTwins {
    private PrefetchTwins() {}

    static List<Twin> of(Database database) {
        var posts = database.objects(POST).filter(POST.id.le(8)).orderBy(POST.id);
        var users = database.objects(USER).filter(USER.id.le(8)).orderBy(USER.id);
        var comments = database.objects(COMMENT);
        var newest =
                prefetch(POST.comments(), comments.orderBy(COMMENT.id.desc())).named("comments");
        var byName = prefetch(POST.tags(), database.objects(TAG).orderBy(TAG.name.desc()))
                .named("tags");
        var approved = prefetch(
                        POST.comments(),
                        comments.filter(COMMENT.isApproved.eq(true)).orderBy(COMMENT.id))
                .named("yes");
        var others = prefetch(
                        POST.comments(),
                        comments.filter(COMMENT.isApproved.eq(false)).orderBy(COMMENT.id))
                .named("no");
        var some = prefetch(POST.tags(), database.objects(TAG).orderBy(TAG.name).slice(1, 3))
                .named("some");
        var nothing = prefetch(POST.comments(), comments.none()).named("comments");
        var texts = prefetch(
                        POST.comments(),
                        comments.only(COMMENT.post().id, COMMENT.text).orderBy(COMMENT.id))
                .named("comments");
        var commentCount = POST.comments().count().named("n");
        return List.of(
                Twin.of(
                        "prefetch-naive-fk",
                        posts,
                        post -> Arrays.asList(post.getTitle(), post.getAuthor().getUsername())),
                Twin.of(
                        "prefetch-naive-reverse",
                        posts,
                        post -> Arrays.asList(each(post.getComments(), Comment::getText))),
                Twin.of("prefetch-naive-one-to-one", users, user -> Arrays.asList(bio(user))),
                Twin.of(
                        "prefetch-naive-count",
                        posts,
                        post -> Arrays.asList(
                                post.getComments().size(), post.getTags().size())),
                Twin.of(
                        "prefetch-select-related",
                        posts.selectRelated(POST.author()),
                        post -> Arrays.asList(post.getTitle(), post.getAuthor().getUsername())),
                Twin.of(
                        "prefetch-select-related-two",
                        posts.selectRelated(POST.author(), POST.category()),
                        post -> Arrays.asList(post.getAuthor().getUsername(), title(post.getCategory()))),
                Twin.of(
                        "prefetch-select-related-reverse-one-to-one",
                        users.selectRelated(USER.profile()),
                        user -> Arrays.asList(user.getUsername(), bio(user))),
                Twin.of(
                        "prefetch-select-related-chained",
                        posts.selectRelated(POST.author()).selectRelated(POST.category()),
                        post -> Arrays.asList(post.getAuthor().getUsername(), title(post.getCategory()))),
                Twin.of(
                        "prefetch-select-related-clear",
                        posts.selectRelated(POST.author()).clearSelectRelated(),
                        post -> Arrays.asList(post.getAuthor().getUsername())),
                Twin.of(
                        "prefetch-select-related-self",
                        database.objects(CATEGORY).selectRelated(CATEGORY.parent()),
                        category -> Arrays.asList(category.getTitle(), title(category.getParent()))),
                Twin.of(
                        "prefetch-prefetch-reverse",
                        posts.prefetchRelated(POST.comments()),
                        post -> Arrays.asList(post.getId(), each(post.getComments(), Comment::getText))),
                Twin.of(
                        "prefetch-prefetch-m2m",
                        posts.prefetchRelated(POST.tags()),
                        post -> Arrays.asList(post.getId(), each(post.getTags(), Tag::getName))),
                Twin.of(
                        "prefetch-prefetch-one-to-one-reverse",
                        users.prefetchRelated(USER.profile()),
                        user -> Arrays.asList(bio(user))),
                Twin.of(
                        "prefetch-prefetch-after-select-related",
                        posts.selectRelated(POST.author())
                                .prefetchRelated(POST.author().posts()),
                        post -> Arrays.asList(
                                post.getAuthor().getUsername(),
                                each(post.getAuthor().getPosts(), Post::getId))),
                Twin.of(
                        "prefetch-prefetch-count",
                        posts.prefetchRelated(POST.comments()),
                        post -> Arrays.asList(post.getComments().size())),
                Twin.of(
                        "prefetch-prefetch-object-order",
                        posts.prefetchRelated(newest),
                        post -> Arrays.asList(each(newest.of(post), Comment::getId))),
                Twin.of(
                        "prefetch-prefetch-object-m2m-order",
                        posts.prefetchRelated(byName),
                        post -> Arrays.asList(each(byName.of(post), Tag::getName))),
                Twin.of(
                        "prefetch-prefetch-object-two-attrs",
                        posts.prefetchRelated(approved, others),
                        post -> Arrays.asList(
                                each(approved.of(post), Comment::getId), each(others.of(post), Comment::getId))),
                Twin.of(
                        "prefetch-prefetch-object-sliced-m2m",
                        posts.prefetchRelated(some),
                        post -> Arrays.asList(post.getId(), each(some.of(post), Tag::getName))),
                Twin.of(
                        "prefetch-prefetch-object-only",
                        posts.prefetchRelated(texts),
                        post -> Arrays.asList(each(texts.of(post), Comment::getText))),
                Twin.of(
                        "prefetch-prefetch-object-none",
                        posts.prefetchRelated(nothing),
                        post -> Arrays.asList(each(nothing.of(post), Comment::getId))),
                Twin.of(
                        "prefetch-prefetch-annotated",
                        posts.annotate(commentCount).prefetchRelated(POST.tags()),
                        post -> Arrays.asList(commentCount.of(post), each(post.getTags(), Tag::getId))));
    }

    private static <T> List<@Nullable Object> each(List<T> objects, Function<T, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>();
        objects.forEach(object -> values.add(value.apply(object)));
        return values;
    }

    private static @Nullable String title(@Nullable Category category) {
        return category == null ? null : category.getTitle();
    }

    private static @Nullable String bio(User user) {
        Profile profile = user.getProfile();
        return profile == null ? null : profile.getBio();
    }
}
