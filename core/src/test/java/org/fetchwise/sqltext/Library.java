package org.fetchwise.sqltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.domain.QProfile.PROFILE;
import static org.fetchwise.domain.QPublisher.PUBLISHER;
import static org.fetchwise.domain.QReview.REVIEW;
import static org.fetchwise.domain.QTag.TAG;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.compile.Bound;
import org.fetchwise.compile.QueryCompiler;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.dialect.H2Dialect;
import org.fetchwise.dialect.SqliteDialect;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.ValueType;
import org.fetchwise.plan.RowShape;
import org.fetchwise.plan.RowShape.EntityNode;
import org.fetchwise.query.Query;
import org.jspecify.annotations.Nullable;

/** The same few authors and books in H2 and in SQLite, both inside the process. */
final class Library implements AutoCloseable {
    private static final List<String> ROWS = List.of(
            "INSERT INTO publisher (id, name, country) VALUES (1, 'Atlas', 'GB'), (2, 'Brook', NULL)",
            """
            INSERT INTO author (id, name, email, born, active, mentor_id) VALUES
                (1, 'Ann', 'ann@example.org', '1970-05-01', TRUE, NULL),
                (2, 'Ben', NULL, NULL, TRUE, 1),
                (3, 'Cid', 'cid@example.org', '1990-01-31', FALSE, 2)\
            """,
            "INSERT INTO profile (id, author_id, bio, website) VALUES (1, 1, 'Writes.', NULL)",
            """
            INSERT INTO book (id, isbn, title, pages, copies, price, score, format, published, published_at, summary,
                author_id, editor_id, publisher_id) VALUES
                (1, '1', 'Alpha', 100, 10, 9.50, 4.5, 'HARDBACK', TRUE, :instant, 'First', 1, 2, 1),
                (2, '2', 'Beta', 200, 0, NULL, NULL, 'EBOOK', FALSE, NULL, NULL, 1, NULL, NULL),
                (3, '3', 'Gamma', 300, 30, 20.00, 3.0, 'PAPERBACK', TRUE, :instant, 'Third', 2, 1, 2),
                (4, '4', '100% Delta_', 400, 40, 5.25, 2.0, 'EBOOK', TRUE, :instant, 'Last', 2, NULL, 1)\
            """,
            "INSERT INTO tag (id, name) VALUES (1, 'java'), (2, 'sql'), (3, 'orm')",
            "INSERT INTO book_tag (book_id, tag_id) VALUES (1, 1), (1, 2), (3, 2)",
            """
            INSERT INTO review (id, book_id, reader_id, stars, text, approved) VALUES
                (1, 1, 3, 5, 'Good', TRUE), (2, 1, NULL, 2, 'Bad', FALSE), (3, 3, 1, 2, 'So so', TRUE)\
            """);

    private final List<Engine> engines;

    private Library(List<Engine> engines) {
        this.engines = engines;
    }

    static Library empty() {
        return new Library(List.of());
    }

    static Library open() {
        return new Library(List.of(
                Engine.open(
                        "jdbc:h2:mem:;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                        new H2Dialect(),
                        "TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00'"),
                Engine.open("jdbc:sqlite::memory:", new SqliteDialect(), "'2020-01-01T00:00:00.000000Z'")));
    }

    /** The rows of a query, which are the same everywhere: the values of each joined by commas. */
    List<String> rows(Query query) {
        List<List<String>> answers =
                engines.stream().map(engine -> engine.rows(query)).toList();
        assertThat(answers.get(1)).as("SQLite against H2: %s", query).isEqualTo(answers.get(0));
        return answers.get(0);
    }

    @Override
    public void close() {
        engines.forEach(Engine::close);
    }

    private record Engine(Connection connection, Dialect dialect, QueryCompiler compiler) {
        static Engine open(String url, Dialect dialect, String instant) {
            try (Database schema = Database.connect(url)) {
                Connection connection = DriverManager.getConnection(url);
                dialect.prepare(connection);
                try (Statement statement = connection.createStatement()) {
                    for (String definition : schema.schema(PUBLISHER, AUTHOR, PROFILE, BOOK, TAG, REVIEW)
                            .statements()) {
                        statement.execute(definition);
                    }
                    for (String rows : ROWS) {
                        statement.execute(rows.replace(":instant", instant));
                    }
                }
                return new Engine(connection, dialect, new QueryCompiler(dialect, () -> ExpectedSql.NOW));
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        List<String> rows(Query query) {
            Bound bound = compiler.bind(query);
            try (PreparedStatement statement =
                    connection.prepareStatement(bound.compiled().statement().text())) {
                dialect.bind(statement, bound.compiled().statement().placeholders(), bound.values());
                List<String> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery()) {
                    RowReader reader = dialect.reader(result);
                    while (reader.next()) {
                        rows.add(String.join(", ", values(bound.compiled().rows(), reader)));
                    }
                }
                rows.sort(null);
                return rows;
            } catch (SQLException failure) {
                throw new AssertionError(
                        dialect.name() + " refuses "
                                + bound.compiled().statement().text(),
                        failure);
            }
        }

        private static List<String> values(RowShape shape, RowReader reader) throws SQLException {
            List<String> values = new ArrayList<>();
            switch (shape) {
                case RowShape.Fields fields -> {
                    for (RowShape.ValueColumn column : fields.columns()) {
                        values.add(text(column.type(), reader, column.column()));
                    }
                }
                case RowShape.Objects objects -> {
                    entity(objects.root(), reader, values);
                    for (RowShape.ValueColumn column : objects.annotations()) {
                        values.add(text(column.type(), reader, column.column()));
                    }
                }
            }
            return values;
        }

        private static void entity(EntityNode node, RowReader reader, List<String> values) throws SQLException {
            int at = node.first();
            for (ColumnAttribute column : node.meta().columnsOf(node.columns())) {
                values.add(text(column.type(), reader, at++));
            }
            for (EntityNode joined : node.joined()) {
                entity(joined, reader, values);
            }
        }

        private static String text(ValueType<?> type, RowReader reader, int column) throws SQLException {
            @Nullable Object value = type.read(reader, column);
            return value instanceof BigDecimal number
                    ? number.stripTrailingZeros().toPlainString()
                    : String.valueOf(value);
        }

        void close() {
            try {
                connection.close();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
