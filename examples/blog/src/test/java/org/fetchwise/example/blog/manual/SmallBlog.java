package org.fetchwise.example.blog.manual;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.fetchwise.Database;
import org.fetchwise.example.blog.Posts;
import org.fetchwise.example.blog.data.BlogData;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;

/** A blog of sixty posts in memory, for the code of one page. */
abstract class SmallBlog {
    private final JdbcDataSource connections = new JdbcDataSource();
    final Database db;
    final Posts posts;

    SmallBlog() throws SQLException {
        connections.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        db = Database.of(connections).withClock(BlogData.CLOCK);
        db.schema().create();
        new BlogData(60, BlogData.SEED).insertInto(connections);
        posts = db.querySet(Posts.class);
    }

    @AfterEach
    final void shutDown() throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }
}
