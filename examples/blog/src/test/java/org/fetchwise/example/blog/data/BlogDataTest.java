package org.fetchwise.example.blog.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.example.blog.FetchwiseModel;
import org.fetchwise.meta.EntityMeta;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlogDataTest {
    private static final int POSTS = 200;

    private final JdbcDataSource database = new JdbcDataSource();

    @BeforeEach
    void createTables() {
        database.setURL("jdbc:h2:mem:blogdata;DB_CLOSE_DELAY=-1");
        Database.of(database).schema().create();
    }

    @AfterEach
    void dropTables() {
        Database.of(database).schema().drop();
    }

    @Test
    void totals_areExact() throws SQLException {
        new BlogData(POSTS, BlogData.SEED).insertInto(database);

        assertThat(number("select count(*) from \"blog_post\"")).isEqualTo(POSTS);
        assertThat(number("select count(*) from \"blog_comment\"")).isEqualTo(5 * POSTS);
        assertThat(number("select count(*) from \"blog_post_tags\"")).isEqualTo(5 * POSTS);
        assertThat(number("select count(*) from \"blog_comment\" where not \"is_approved\""))
                .isEqualTo(POSTS);
        assertThat(number("select count(*) from \"blog_post\" where not \"published\""))
                .isEqualTo(POSTS / 5);
        assertThat(number("select count(*) from \"blog_user\"")).isEqualTo(200);
        assertThat(number("select count(*) from \"blog_profile\"")).isEqualTo(200);
        assertThat(number("select count(*) from \"blog_category\"")).isEqualTo(10);
        assertThat(number("select count(*) from \"blog_tag\"")).isEqualTo(40);
        assertThat(number("select count(*) from \"blog_rating\"")).isEqualTo(3 * POSTS);
        assertThat(number("select count(*) from \"blog_like\"")).isEqualTo(4 * POSTS);
    }

    @Test
    void commentsAndTags_areSpread() throws SQLException {
        new BlogData(1000, BlogData.SEED).insertInto(database);

        assertThat(number(perPost("max", "blog_comment"))).isEqualTo(25);
        assertThat(number(perPost("min", "blog_comment"))).isZero();
        assertThat(number(perPost("max", "blog_post_tags"))).isEqualTo(12);
        assertThat(number(perPost("min", "blog_post_tags"))).isZero();
    }

    private static String perPost(String function, String table) {
        return "select " + function + "((select count(*) from \"" + table
                + "\" c where c.\"post_id\" = p.\"id\")) from \"blog_post\" p";
    }

    @Test
    void facts_areTrueOfTheRows() throws SQLException {
        BlogFacts facts = new BlogData(POSTS, BlogData.SEED).insertInto(database);

        String approved = "select count(*) n from \"blog_comment\" where \"is_approved\" group by \"post_id\"";
        String ofPosts = "select count(*) from \"blog_post\" where ";
        String since = "\"created_at\" >= timestamp with time zone '2026-01-%s:00:00+00'";
        assertThat(facts)
                .isEqualTo(new BlogFacts(
                        number("select count(*) from \"blog_user\""),
                        number("select count(*) from \"blog_category\""),
                        number("select count(*) from \"blog_post\""),
                        number(ofPosts + "\"published\""),
                        new BlogFacts.OfFirstUser(
                                number(ofPosts + "\"author_id\" = 1"),
                                number(ofPosts + "\"author_id\" = 1 and \"published\""),
                                number("select count(*) from \"blog_comment\" where \"post_id\" in "
                                        + "(select \"id\" from \"blog_post\" where \"author_id\" = 1)")),
                        new BlogFacts.Recent(
                                number(ofPosts + since.formatted("15 00")),
                                number(ofPosts + since.formatted("08 12")),
                                number(ofPosts + "\"published\" and \"view_count\" >= 50 and "
                                        + since.replace("2026-01", "2025-12").formatted("16 12")),
                                number(ofPosts + "extract(day from \"created_at\" at time zone 'UTC') <> "
                                        + "extract(day from \"created_at\" at time zone 'Europe/Berlin')")),
                        number(ofPosts + "\"category_id\" = 1"),
                        number("select \"view_count\" from \"blog_post\" where \"id\" = 1"),
                        number("select count(*) from \"blog_comment\""),
                        new BlogFacts.Approved(
                                number("select count(*) from \"blog_comment\" where \"is_approved\""),
                                number("select sum(least(n, 5)) from (" + approved + ")"),
                                number("select count(*) from (" + approved + ") where n > 5")),
                        number("select count(*) from \"blog_post_tags\"")));
    }

    @Test
    void texts_haveTheirLengths_andTimesTheirSpan() throws SQLException {
        new BlogData(POSTS, BlogData.SEED).insertInto(database);

        assertThat(number("select count(*) from \"blog_post\" where octet_length(\"content\") = 2048 "
                        + "and octet_length(\"description\") = 500"))
                .isEqualTo(POSTS);
        String age = "datediff('DAY', \"created_at\", timestamp with time zone '2026-01-15 12:00:00+00')";
        assertThat(number("select count(*) from \"blog_post\" where " + age + " between 0 and 400"))
                .isEqualTo(POSTS);
        assertThat(number("select max(" + age + ") - min(" + age + ") from \"blog_post\""))
                .isGreaterThan(350);
        assertThat(number("select count(*) from \"blog_comment\" c join \"blog_post\" p on p.\"id\" = c.\"post_id\" "
                        + "where c.\"created_at\" < p.\"created_at\""))
                .isZero();
        assertThat(number("select count(distinct \"view_count\") from \"blog_post\""))
                .isLessThan(POSTS);
    }

    @Test
    void foreignKeys_areNeverNull() throws SQLException {
        new BlogData(POSTS, BlogData.SEED).insertInto(database);

        for (EntityMeta<?> entity : new FetchwiseModel().entities()) {
            for (var column : entity.columns()) {
                if (entity.relationOf(column) != null) {
                    assertThat(number("select count(*) from \"" + entity.table() + "\" where \"" + column.column()
                                    + "\" is null"))
                            .as("%s.%s", entity, column)
                            .isZero();
                }
            }
        }
    }

    @Test
    void sameSeed_sameRows_otherSeed_otherRows() throws SQLException {
        List<String> first = rowsOf(BlogData.SEED);
        List<String> again = rowsOf(BlogData.SEED);
        List<String> other = rowsOf(BlogData.SEED + 1);

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first).hasSameSizeAs(first);
    }

    private List<String> rowsOf(long seed) throws SQLException {
        dropTables();
        createTables();
        new BlogData(60, seed).insertInto(database);
        List<String> rows = new ArrayList<>();
        for (EntityMeta<?> entity : new FetchwiseModel().entities()) {
            rows.addAll(read("select * from \"" + entity.table() + "\" order by \"id\""));
        }
        return rows;
    }

    @Test
    void keysMadeLater_followThoseInserted() throws SQLException {
        new BlogData(POSTS, BlogData.SEED).insertInto(database);

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into \"blog_tag\" (\"name\") values ('later')");
        }
        assertThat(number("select \"id\" from \"blog_tag\" where \"name\" = 'later'"))
                .isEqualTo(41);
    }

    @Test
    void rowsInTheWay_insertNothing_andNameNoValues() throws SQLException {
        new BlogData(POSTS, BlogData.SEED).insertInto(database);

        assertThatThrownBy(() -> new BlogData(POSTS, BlogData.SEED + 1).insertInto(database))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("must exist and be empty")
                .hasMessageNotContaining("user1");
        assertThat(number("select count(*) from \"blog_post\"")).isEqualTo(POSTS);
    }

    private int number(String query) throws SQLException {
        return Integer.parseInt(read(query).get(0));
    }

    private List<String> read(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int at = 1; at <= columns; at++) {
                    values.add(result.getString(at));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }
}
