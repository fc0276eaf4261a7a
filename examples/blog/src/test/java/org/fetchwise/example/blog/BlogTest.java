package org.fetchwise.example.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.example.blog.Posts.COMMENT_COUNT;
import static org.fetchwise.example.blog.QCategory.CATEGORY;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QUser.USER;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fetchwise.Database;
import org.fetchwise.example.blog.data.BlogData;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BlogTest {
    private static final int POSTS = 60;
    private static final JdbcDataSource CONNECTIONS = new JdbcDataSource();
    private static final UUID KNOWN = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final Blog blog = Blog.of(Database.of(CONNECTIONS).withClock(BlogData.CLOCK));

    @BeforeAll
    static void insertRows() throws SQLException {
        CONNECTIONS.setURL("jdbc:h2:mem:blog;DB_CLOSE_DELAY=-1");
        Database.of(CONNECTIONS).schema().create();
        new BlogData(POSTS, BlogData.SEED).insertInto(CONNECTIONS);
        try (Connection connection = CONNECTIONS.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                update "blog_post" set "external_id" = '%s', "title" = 'Ä title', "price" = 12.50, "score" = 0.25,
                    "created_at" = timestamp with time zone '2025-03-30 01:30:00.123456+00', "published" = true,
                    "is_featured" = true, "view_count" = 7, "published_on" = date '2025-03-30',
                    "reading_time" = 90000001, "metadata" = json '{"a":1}', "author_id" = 2, "category_id" = 3
                where "id" = 1
                """.formatted(KNOWN));
        }
    }

    @AfterAll
    static void dropTables() {
        Database.of(CONNECTIONS).schema().drop();
    }

    @Test
    void post_hasEveryValueOfItsRow() {
        Post post = blog.posts().get(POST.externalId.eq(KNOWN));

        assertThat(post.getId()).isEqualTo(1L);
        assertThat(post.getTitle()).isEqualTo("Ä title");
        assertThat(post.getPrice()).isEqualByComparingTo(new BigDecimal("12.50"));
        assertThat(post.getScore()).isEqualTo(0.25);
        assertThat(post.getCreatedAt()).isEqualTo(Instant.parse("2025-03-30T01:30:00.123456Z"));
        assertThat(post.getPublishedOn()).isEqualTo(LocalDate.of(2025, 3, 30));
        assertThat(post.getReadingTime()).isEqualTo(Duration.ofNanos(90_000_001_000L));
        assertThat(post.getMetadata()).isEqualTo("{\"a\":1}");
        assertThat(post.isPublished()).isTrue();
        assertThat(post.isFeatured()).isTrue();
        assertThat(post.getViewCount()).isEqualTo(7);
        assertThat(post.getAuthor().getUsername()).isEqualTo("user2");
        assertThat(post.getCategory().getSlug()).isEqualTo("category-3");
    }

    @Test
    void relations_leadThereAndBack() {
        User user = blog.users().get(USER.id.eq(2L));

        assertThat(user.getProfile().getUser()).isSameAs(user);
        assertThat(user.getPosts())
                .isNotEmpty()
                .allSatisfy(post -> assertThat(post.getAuthor()).isSameAs(user));
        assertThat(user.getManager().getReports()).extracting(User::getUsername).contains("user2");
        for (Post post : user.getPosts()) {
            assertThat(post.getTags())
                    .allSatisfy(tag ->
                            assertThat(tag.getPosts()).extracting(Post::getId).contains(post.getId()));
            assertThat(post.getComments())
                    .allSatisfy(comment -> assertThat(comment.getParent().getReplies())
                            .extracting(Comment::getId)
                            .contains(comment.getId()));
        }
    }

    @Test
    void customMethods_chain() {
        Instant lastYear = Instant.parse("2025-01-15T12:00:00Z");
        Posts chosen = blog.posts().published().since(lastYear).popular(50).newestFirst();

        assertThat(chosen.list())
                .isNotEmpty()
                .hasSizeLessThan(POSTS)
                .allMatch(Post::isPublished)
                .allMatch(post -> post.getViewCount() >= 50)
                .allMatch(post -> !post.getCreatedAt().isBefore(lastYear))
                .isSortedAccordingTo((left, right) -> right.getCreatedAt().compareTo(left.getCreatedAt()));
    }

    @Test
    void categoriesWithinOthers_areFoundThoughTheHeadIsItsOwnParent() {
        Categories root = blog.categories().filter(CATEGORY.slug.eq("category-1"));

        assertThat(blog.categories().within(root))
                .extracting(Category::getSlug)
                .containsExactlyInAnyOrder("category-1", "category-6", "category-9");
    }

    @Test
    void commentCount_isThatOfTheComments() {
        for (Post post : blog.posts().withCommentCount()) {
            assertThat(COMMENT_COUNT.of(post)).isEqualTo(post.getComments().size());
        }
    }

    @Test
    void forApi_givesNamedValues() {
        assertThat(blog.posts().orderBy(POST.id).forApi().first().orElseThrow().asMap())
                .containsEntry("id", 1L)
                .containsEntry("author.name", blog.users().get(USER.id.eq(2L)).getName())
                .containsKey("comment_count");
    }
}
