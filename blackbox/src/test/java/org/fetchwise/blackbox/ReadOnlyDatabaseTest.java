package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.servers.Engine;
import org.fetchwise.servers.Servers;
import org.fetchwise.servers.TemporaryDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases that take nothing: because they are read-only, or because they are full. */
class ReadOnlyDatabaseTest {
    private static final int CONNECTIONS = 2;

    /** Pages of 4,096 bytes: enough for the tables, and for few rows. */
    private static final int PAGES = 200;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void readOnly_isToldAsSuch_andCanBeRead(Engine engine) throws Exception {
        try (TemporaryDatabase place = Servers.shared().newDatabase(engine, "kept")) {
            try (PooledLibrary library = PooledLibrary.created(place.url(), CONNECTIONS)) {
                library.database().objects(TAG).bulkCreate(PooledLibrary.tags("kept", 3));
            }
            String url = onlyRead(place);
            try (PooledLibrary library = PooledLibrary.over(url, CONNECTIONS, Duration.ofSeconds(10))) {
                QuerySet.Of<Tag> tags = library.database().objects(TAG);
                assertThatThrownBy(() -> tags.bulkCreate(PooledLibrary.tags("new", 3)))
                        .isInstanceOf(ExecutionException.class)
                        .hasMessageContaining("read-only");
                assertThatThrownBy(() -> library.database().atomic(() -> tags.update(TAG.label.to("same"))))
                        .isInstanceOf(ExecutionException.class)
                        .hasMessageContaining("read-only");
                library.assertWhole();
                assertThat(tags.count()).isEqualTo(3);
            } finally {
                if (engine == Engine.MARIADB) {
                    execute(place, "SET GLOBAL read_only = OFF");
                }
            }
        }
    }

    /** {@return the URL of a user who may only read} */
    private static String onlyRead(TemporaryDatabase place) throws SQLException {
        return switch (place.engine()) {
            case POSTGRESQL -> {
                execute(
                        place,
                        "ALTER DATABASE \"" + value(place, "SELECT current_database()")
                                + "\" SET default_transaction_read_only = on");
                yield place.url();
            }
            case MARIADB -> {
                // Whoever may do everything may also write.
                execute(place, "CREATE OR REPLACE USER clerk IDENTIFIED BY 'clerk'");
                execute(place, "GRANT ALL ON `" + value(place, "SELECT DATABASE()") + "`.* TO clerk");
                execute(place, "SET GLOBAL read_only = ON");
                yield place.url().replace("user=root", "user=clerk&password=clerk");
            }
            case H2, SQLITE -> throw new IllegalArgumentException("There are no users.");
        };
    }

    private static void execute(TemporaryDatabase place, String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection(place.url());
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private static String value(TemporaryDatabase place, String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection(place.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(text)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aFullDisk_ofAServer_isToldAsSuch_andNothingIsWritten(Engine engine) throws Exception {
        try (SmallDisk disk = SmallDisk.start(engine);
                PooledLibrary library = PooledLibrary.created(disk.url(), CONNECTIONS)) {
            QuerySet.Of<Tag> tags = library.database().objects(TAG);
            tags.bulkCreate(PooledLibrary.tags("few", 10));
            // What PostgreSQL rolls back takes room until somebody cleans up, so room is made otherwise.
            library.database()
                    .sql("CREATE TABLE ballast AS SELECT table_name, column_name FROM information_schema.columns")
                    .execute();
            String label = "a label that is rather long, as many are ";
            assertThatThrownBy(() -> tags.withoutKeys()
                            .bulkCreate(IntStream.range(0, 1_000_000).mapToObj(number -> {
                                Tag tag = new Tag();
                                tag.setLabel(label + number);
                                return tag;
                            })))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("no space left");
            library.assertWhole();
            assertThat(tags.count()).isEqualTo(10);
            library.database().sql("DROP TABLE ballast").execute();
            assertThat(tags.bulkCreate(PooledLibrary.tags("more", 10))).hasSize(10);
            assertThat(tags.count()).isEqualTo(20);
        }
    }

    @Test
    void aFullDisk_isToldAsSuch_andNothingIsWritten() throws Exception {
        try (TemporaryDatabase place = Servers.shared().newDatabase(Engine.SQLITE, "full");
                PooledLibrary library =
                        PooledLibrary.created(place.url() + "?page_size=4096&max_page_count=" + PAGES, CONNECTIONS)) {
            QuerySet.Of<Tag> tags = library.database().objects(TAG);
            tags.bulkCreate(PooledLibrary.tags("few", 10));
            List<Tag> many = PooledLibrary.tags("a label that is rather long, as many are ", 20_000);
            assertThatThrownBy(() -> tags.bulkCreate(many))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("no space left");
            library.assertWhole();
            assertThat(tags.count()).isEqualTo(10);
            assertThat(tags.bulkCreate(PooledLibrary.tags("more", 10))).hasSize(10);
        }
    }
}
