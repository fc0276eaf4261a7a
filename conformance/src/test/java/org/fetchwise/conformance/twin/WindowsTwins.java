package org.fetchwise.conformance.twin;

import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.expr.Functions.cumeDist;
import static org.fetchwise.expr.Functions.denseRank;
import static org.fetchwise.expr.Functions.firstValue;
import static org.fetchwise.expr.Functions.lag;
import static org.fetchwise.expr.Functions.lastValue;
import static org.fetchwise.expr.Functions.lead;
import static org.fetchwise.expr.Functions.nthValue;
import static org.fetchwise.expr.Functions.ntile;
import static org.fetchwise.expr.Functions.percentRank;
import static org.fetchwise.expr.Functions.rank;
import static org.fetchwise.expr.Functions.rowNumber;
import static org.fetchwise.expr.Functions.window;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.example.blog.Post;
import org.fetchwise.expr.Bound;
import org.fetchwise.expr.Expr;

/** Functions over windows. */
final class WindowsTwins {
    private final QuerySet.Of<Post> posts;

    private WindowsTwins(Database database) {
        posts = database.objects(POST);
    }

    static List<Twin> of(Database database) {
        WindowsTwins twins = new WindowsTwins(database);
        List<Twin> all = new ArrayList<>(twins.ranks());
        all.addAll(twins.values());
        all.addAll(twins.aggregates());
        all.addAll(twins.conditions());
        return all;
    }

    /** The first thirty posts, each with a value. */
    private Twin each(String id, Expr<Post, ?> value) {
        return Rows.of(
                "windows-" + id,
                posts.filter(POST.id.le(30))
                        .annotate(value.named("w"))
                        .orderBy(POST.id)
                        .values(POST.id, value.named("w")));
    }

    private List<Twin> ranks() {
        var byViews = window().orderBy(POST.viewCount);
        return List.of(
                each("row-number", rowNumber().over(window().orderBy(POST.viewCount.desc(), POST.id))),
                each(
                        "row-number-partition",
                        rowNumber()
                                .over(window().partitionBy(POST.author().id).orderBy(POST.viewCount.desc(), POST.id))),
                each(
                        "partition-two",
                        rowNumber()
                                .over(window().partitionBy(POST.published, POST.isFeatured)
                                        .orderBy(POST.id))),
                each(
                        "partition-related",
                        rowNumber()
                                .over(window().partitionBy(POST.author().isActive)
                                        .orderBy(POST.id))),
                each("rank", rank().over(window().orderBy(POST.viewCount.desc()))),
                each("dense-rank", denseRank().over(window().orderBy(POST.viewCount.desc()))),
                each(
                        "rank-partition",
                        rank().over(window().partitionBy(POST.published).orderBy(POST.likeCount.desc()))),
                each("percent-rank", percentRank().over(byViews)),
                each("cume-dist", cumeDist().over(byViews)),
                each(
                        "window-nulls-last",
                        rowNumber().over(window().orderBy(POST.price.asc().nullsLast(), POST.id))),
                each(
                        "window-nulls-first",
                        rowNumber().over(window().orderBy(POST.price.desc().nullsFirst(), POST.id))),
                Rows.of(
                        "windows-ntile-more-buckets",
                        posts.filter(POST.id.le(3))
                                .annotate(
                                        ntile(7).over(window().orderBy(POST.id)).named("w"))
                                .orderBy(POST.id)
                                .values(
                                        POST.id,
                                        ntile(7).over(window().orderBy(POST.id)).named("w"))));
    }

    private List<Twin> values() {
        var byId = window().orderBy(POST.id);
        var ofAuthor = window().partitionBy(POST.author().id);
        var whole = ofAuthor.orderBy(POST.viewCount.desc(), POST.id).rows(Bound.unbounded(), Bound.unbounded());
        return List.of(
                each("lag", lag(POST.viewCount).over(byId)),
                each("lag-partition", lag(POST.title).over(ofAuthor.orderBy(POST.id))),
                each("lead", lead(POST.createdAt).over(window().orderBy(POST.createdAt, POST.id))),
                each("lead-offset", lead(POST.id, 3).over(byId)),
                each("first-value", firstValue(POST.id).over(ofAuthor.orderBy(POST.viewCount.desc(), POST.id))),
                each(
                        "last-value-default-frame",
                        lastValue(POST.id)
                                .over(window().partitionBy(POST.published).orderBy(POST.id))),
                each("last-value-full-frame", lastValue(POST.id).over(whole)),
                each("nth-value", nthValue(POST.id, 2).over(ofAuthor.orderBy(POST.id))));
    }

    private List<Twin> aggregates() {
        var byId = window().orderBy(POST.id);
        return List.of(
                each("sum-total", POST.viewCount.sum().over(window())),
                each("sum-partition", POST.viewCount.sum().over(window().partitionBy(POST.author().id))),
                each("sum-running", POST.viewCount.sum().over(byId)),
                each("sum-running-peers", POST.likeCount.sum().over(window().orderBy(POST.viewCount))),
                each(
                        "sum-running-rows",
                        POST.likeCount
                                .sum()
                                .over(window().orderBy(POST.viewCount, POST.id)
                                        .rows(Bound.unbounded(), Bound.currentRow()))),
                each(
                        "frame-current-to-end",
                        POST.viewCount.sum().over(byId.rows(Bound.currentRow(), Bound.unbounded()))),
                each(
                        "frame-range",
                        POST.count()
                                .over(window().orderBy(POST.viewCount).range(Bound.unbounded(), Bound.currentRow()))),
                each(
                        "count-filter",
                        POST.count().filter(POST.published.eq(true)).over(byId)),
                each("window-no-order", POST.createdAt.max().over(window().partitionBy(POST.published))));
    }

    private List<Twin> conditions() {
        var newest = rowNumber()
                .over(window().partitionBy(POST.category().id).orderBy(POST.createdAt.desc(), POST.id.desc()))
                .named("w");
        var fromTheEnd = rowNumber().over(window().orderBy(POST.id.desc())).named("w");
        var fromTheStart = rowNumber().over(window().orderBy(POST.id)).named("w");
        var best = rank().over(window().partitionBy(POST.author().id).orderBy(POST.viewCount.desc()))
                .named("w");
        return List.of(
                Twin.of(
                        "windows-filter-window-top1",
                        posts.annotate(newest).filter(newest.eq(1)).orderBy(POST.id)),
                Twin.of("windows-filter-window-count", posts.annotate(best).filter(best.eq(1))),
                Twin.of(
                        "windows-filter-window-exists",
                        posts.annotate(fromTheStart).filter(fromTheStart.gt(500))),
                Rows.of(
                        "windows-exclude-window",
                        posts.filter(POST.id.le(6))
                                .annotate(fromTheEnd)
                                .exclude(fromTheEnd.gt(3))
                                .orderBy(POST.id)
                                .values(POST.id, fromTheEnd)),
                Rows.of(
                        "windows-filter-window-chained",
                        posts.filter(POST.id.le(20))
                                .annotate(fromTheStart)
                                .filter(fromTheStart.gt(3))
                                .filter(fromTheStart.lt(8))
                                .orderBy(POST.id)
                                .values(POST.id, fromTheStart)),
                Rows.of(
                        "windows-slice-after-window",
                        posts.annotate(fromTheEnd).orderBy(POST.id).slice(2, 5).values(POST.id, fromTheEnd)));
    }
}
