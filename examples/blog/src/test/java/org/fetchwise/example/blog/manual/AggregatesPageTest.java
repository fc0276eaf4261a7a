package org.fetchwise.example.blog.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.example.blog.Posts.COMMENT_COUNT;
import static org.fetchwise.example.blog.QPost.POST;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fetchwise.Row;
import org.fetchwise.example.blog.Post;
import org.junit.jupiter.api.Test;

/** The code of the page about aggregates. */
class AggregatesPageTest extends SmallBlog {
    private final List<String> printed = new ArrayList<>();

    AggregatesPageTest() throws SQLException {}

    @Test
    void annotations() {
        for (Post post : posts.annotate(COMMENT_COUNT).filter(COMMENT_COUNT.gt(3))) {
            print(post.getTitle() + ": " + COMMENT_COUNT.of(post));
        }
        assertThat(printed).hasSizeBetween(1, 59);
    }

    @Test
    void totals() {
        record Stats(long total, long published) {}

        Stats stats = posts.aggregate(POST.count(), POST.count().filter(POST.published))
                .into(Stats::new);

        assertThat(stats.total()).isEqualTo(60);
        assertThat(stats.published()).isBetween(1L, 59L);
    }

    @Test
    void groups() {
        List<Row> perCategory = posts.groupBy(POST.category().title)
                .values(POST.category().title, POST.count())
                .orderBy(POST.category().title)
                .list();

        assertThat(perCategory).hasSizeGreaterThan(1);
        assertThat(perCategory.stream().mapToLong(row -> row.get(POST.count())).sum())
                .isEqualTo(60);
    }

    private void print(String line) {
        printed.add(line);
    }
}
