package org.fetchwise.example.blog.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.example.blog.Posts.COMMENT_COUNT;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.expr.Functions.call;
import static org.fetchwise.expr.Functions.caseWhen;
import static org.fetchwise.expr.Functions.days;
import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.json;
import static org.fetchwise.expr.Functions.lookup;
import static org.fetchwise.expr.Functions.now;
import static org.fetchwise.expr.Functions.sqlDouble;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.fetchwise.error.QueryException;
import org.fetchwise.example.blog.Posts;
import org.fetchwise.expr.AllowedPaths;
import org.junit.jupiter.api.Test;

/** The code of the page about expressions. */
class ExpressionsPageTest extends SmallBlog {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    ExpressionsPageTest() throws SQLException {}

    @Test
    void typed() {
        LocalDate today = TODAY;

        posts.filter(POST.title.trim().lower().startsWith("how to"));
        posts.values(
                POST.title.left(40).concat("…"),
                POST.viewCount.dividedBy(POST.likeCount.nullIf(0)).round(1));
        posts.orderBy(
                caseWhen(POST.isFeatured).then(0).otherwise(1).asc(),
                POST.price.desc().nullsLast());
        posts.filter(POST.createdAt.date(ZoneId.of("Europe/Berlin")).eq(today));
        posts.filter(POST.createdAt.ge(now().minus(days(7))));
        posts.filter(json(POST.metadata).key("author").key("name").eq("Alice"));

        assertThat(posts.filter(POST.createdAt.ge(now().minus(days(200)))).count())
                .isBetween(1L, 59L);
    }

    @Test
    void byName() {
        posts.values(call("left", field("title"), 40));
        posts.filter(call("length", field("title")).compared("gt", 80));
        posts.filter(lookup("metadata__author__name", "Alice"));
        posts.filter(lookup("created_at__year", 2024));

        assertThat(posts.filter(lookup("created_at__year__gte", 2025)).count()).isPositive();
    }

    @Test
    void template() {
        posts.orderBy(sqlDouble("{0} * 0.3 + {1} * 0.5", POST.viewCount, COMMENT_COUNT)
                .desc());

        Posts scored = posts.orderBy(sqlDouble("{0} * 0.3 + {1} * 0.5", POST.viewCount, COMMENT_COUNT)
                .desc());
        assertThat(scored.limit(3).list()).hasSize(3);
    }

    @Test
    void namesFromOutside() {
        AllowedPaths allowed = AllowedPaths.of("title", "author__name", "created_at__year");
        posts.filter(allowed.lookup("author__name__icontains", "ada")).orderBy(allowed.order("-title"));

        assertThatThrownBy(() -> allowed.lookup("author__password", "x"))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("author__name");
    }
}
