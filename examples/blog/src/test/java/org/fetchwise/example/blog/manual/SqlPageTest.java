package org.fetchwise.example.blog.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.fetchwise.SqlQuery;
import org.fetchwise.example.blog.Post;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The code of the page about statements in SQL. */
class SqlPageTest extends SmallBlog {
    SqlPageTest() throws SQLException {}

    @Test
    void records() {
        record UserRank(
                String username, long postCount, @Nullable Double averageScore, long position) {}

        List<UserRank> ranks = db.sql("""
                SELECT u.username, COUNT(p.id) AS post_count, AVG(p.score) AS average_score,
                       RANK() OVER (ORDER BY COUNT(p.id) DESC) AS position
                FROM blog_user u LEFT JOIN blog_post p ON p.author_id = u.id
                WHERE u.is_active = :active
                GROUP BY u.id, u.username ORDER BY position, u.id
                """).bind("active", true).list(UserRank.class);

        assertThat(ranks).isNotEmpty();
        assertThat(ranks.getFirst().position()).isEqualTo(1);
    }

    @Test
    void listsAndValues() {
        SqlQuery titles = db.sql("SELECT title FROM blog_post WHERE id IN (:ids) ORDER BY id");
        List<String> three = titles.bind("ids", List.of(1, 2, 3)).list(String.class);
        List<String> none = titles.bind("ids", List.of()).list(String.class);

        assertThat(three).hasSize(3);
        assertThat(none).isEmpty();
    }

    @Test
    void entities() {
        List<Post> found = db.sql("SELECT id, title FROM blog_post WHERE view_count > :views ORDER BY id")
                .bind("views", 10)
                .list(Post.class);
        for (Post post : found) {
            print(post.getAuthor().getName());
        }

        assertThat(found).isNotEmpty();
    }

    @Test
    void streams() {
        try (Stream<Post> all = db.sql("SELECT * FROM blog_post ORDER BY id").stream(Post.class)) {
            all.forEach(post -> print(post.getTitle()));
        }
    }

    private static void print(String line) {
        assertThat(line).isNotBlank();
    }
}
