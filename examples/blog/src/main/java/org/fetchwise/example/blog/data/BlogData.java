package org.fetchwise.example.blog.data;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.dialect.Dialects;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.error.UnreachableException;

/**
 * The rows of the blog. Of N posts there are 5 N comments, spread 0 to 25 a post, and 5 N links to tags, spread 0 to 12;
 * one comment and one post in five are not for readers. No foreign key is NULL, so that touching one always means a row: the
 * head of a tree is its own parent.
 */
public final class BlogData {
    /** The time at which the blog's story ends; every row is older. */
    public static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

    /** The clock that stands at {@link #NOW}. */
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** The seed of the guide. */
    public static final long SEED = 20260115;

    private final int posts;
    private final long seed;

    /**
     * Describes rows, without making them.
     *
     * @param posts how many posts, at least 1
     * @param seed what chance begins with
     */
    public BlogData(int posts, long seed) {
        if (posts < 1) {
            throw new IllegalArgumentException("A blog has at least 1 post.");
        }
        this.posts = posts;
        this.seed = seed;
    }

    /**
     * {@return the name by which other systems know a post, also one that is not written yet}
     *
     * @param number its number, from 1; the posts that are inserted have it as their key
     */
    public static UUID externalId(int number) {
        return UUID.nameUUIDFromBytes(("post " + number).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Inserts the rows in one transaction, in batches, with keys that count from 1; keys made later follow them.
     *
     * @param database where the blog's tables are, empty
     * @return what is true of the rows
     * @throws ExecutionException if there is no connection, or the database refuses a row; none is inserted then
     */
    public BlogFacts insertInto(DataSource database) {
        try (Connection connection = database.getConnection()) {
            Dialect dialect = Dialects.of(connection.getMetaData());
            try {
                dialect.prepare(connection);
                return insertInto(connection, new RowInserter(connection, dialect));
            } catch (SQLException failure) {
                throw dialect.translate(failure, "INSERT of the blog's rows; its tables must exist and be empty");
            }
        } catch (SQLException failure) {
            throw new UnreachableException(
                    "The blog's rows need a connection, and there is none: " + failure.getMessage(), failure);
        }
    }

    private BlogFacts insertInto(Connection connection, RowInserter rows) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            BlogFacts facts = new BlogRows(posts, seed, rows).insert();
            connection.commit();
            rows.advanceKeys();
            connection.commit();
            return facts;
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }
}
