package org.fetchwise.conformance.twin;

import static org.fetchwise.example.blog.QCategory.CATEGORY;
import static org.fetchwise.example.blog.QComment.COMMENT;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QTag.TAG;

import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.example.blog.Post;

/** Slices, and what asks for one row or none. */
final class SlicesTwins {
    private SlicesTwins() {}

    static List<Twin> of(Database database) {
        var posts = database.objects(POST);
        var inOrder = posts.orderBy(POST.id);
        var incremented = POST.viewCount.plus(1L).named("n");
        var authors = posts.values(POST.author().id.named("author")).distinct();
        Post one = new Post();
        one.setId(1L);
        return List.of(
                Twin.of("slices-limit", inOrder.limit(3)),
                Twin.of("slices-offset", inOrder.offset(236)),
                Twin.of("slices-limit-offset", inOrder.slice(10, 13)),
                Twin.of("slices-beyond", inOrder.slice(1000, 1010)),
                Twin.of("slices-zero-limit", inOrder.limit(0)),
                Twin.of("slices-reversed-bounds", inOrder.slice(7, 3)),
                Twin.of("slices-slice-of-slice", inOrder.slice(10, 20).slice(2, 5)),
                Twin.of("slices-slice-of-slice-clipped", inOrder.slice(10, 20).slice(5, 50)),
                Twin.of("slices-index-of-slice", inOrder.slice(10, 20)),
                Twin.of("slices-count", inOrder.limit(5)),
                Twin.of("slices-exists-beyond", inOrder.offset(240)),
                Twin.of(
                        "slices-annotate-after",
                        inOrder.limit(3).annotate(incremented).values(POST.id, incremented),
                        () -> inOrder.limit(3)
                                .annotate(incremented)
                                .values(POST.id, incremented)
                                .into(List::of)
                                .list()),
                Twin.of(
                        "slices-values-after",
                        inOrder.limit(3).values(POST.id, POST.title),
                        () -> inOrder.limit(3)
                                .values(POST.id, POST.title)
                                .into((id, title) -> List.of(id, title))
                                .list()),
                Twin.of("slices-count-distinct", authors, authors::count),
                Twin.of("slices-count-to-many", posts.filter(POST.tags().id.isIn(1, 2))),
                Twin.of(
                        "slices-count-select-related",
                        posts.selectRelated(POST.category()).orderBy(POST.title)),
                Twin.of("slices-count-none", posts.none()),
                Twin.of("slices-first-ordered", posts.orderBy(POST.viewCount.desc(), POST.id.desc())),
                Twin.of("slices-last-unordered", posts.filter(POST.published.eq(false))),
                Twin.of("slices-earliest-two", posts.filter(POST.id.between(21, 40))),
                Twin.of(
                        "slices-latest-filtered",
                        database.objects(COMMENT).filter(COMMENT.post().id.eq(1))),
                Twin.of("slices-in-bulk", database.objects(TAG)),
                Twin.of("slices-in-bulk-all", database.objects(CATEGORY)),
                Twin.of("slices-in-bulk-filtered", posts.filter(POST.published.eq(true))),
                Twin.of(
                        "slices-filter-contradiction",
                        posts.filter(POST.id.eq(1)).filter(POST.id.eq(2))),
                Twin.of(
                        "slices-slice-related",
                        database.related(one, POST.comments())
                                .orderBy(COMMENT.id)
                                .slice(2, 5)));
    }
}
