package org.fetchwise.example.blog.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.example.blog.QPost.POST;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.fetchwise.Database;
import org.fetchwise.KeysetPage;
import org.fetchwise.Page;
import org.fetchwise.example.blog.Post;
import org.fetchwise.example.blog.Posts;
import org.junit.jupiter.api.Test;

/** The code of the page about pages. */
class PagesPageTest extends SmallBlog {
    PagesPageTest() throws SQLException {}

    @Test
    void byNumber() {
        Page<Post> page = posts.published().newestFirst().page(2, 20);
        print(page.number() + " of " + page.pages() + ", " + page.total() + " posts");

        assertThat(page).hasSizeLessThanOrEqualTo(20);
        assertThat(page.hasPrevious()).isTrue();
    }

    @Test
    void countedAsFarAsNeeded() {
        Page<Post> page = posts.published().newestFirst().page(1, 20, 30);
        print(page.counted() ? page.total() + " posts" : "more than " + page.total() + " posts");

        assertThat(page.counted()).isFalse();
    }

    @Test
    void byKeyset() {
        Posts newest = posts.published().orderBy(POST.createdAt.desc());
        KeysetPage<Post> first = newest.keyset(20);
        KeysetPage<Post> second = newest.keyset(20, first.next().orElseThrow());

        assertThat(second).hasSize(20).doesNotContainAnyElementsOf(first);
        assertThat(second.previous()).isPresent();
    }

    @Test
    void sharedSecret() {
        String configured = "from the configuration of the application";
        Database shared = db.withCursorSecret(configured.getBytes(StandardCharsets.UTF_8));

        String cursor = shared.querySet(Posts.class).keyset(5).next().orElseThrow();
        assertThat(db.withCursorSecret(configured.getBytes(StandardCharsets.UTF_8))
                        .querySet(Posts.class)
                        .keyset(5, cursor))
                .hasSize(5);
    }

    private static void print(String line) {
        assertThat(line).isNotBlank();
    }
}
