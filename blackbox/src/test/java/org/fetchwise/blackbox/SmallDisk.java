package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.fetchwise.servers.Engine;
import org.fetchwise.servers.Servers;
import org.fetchwise.servers.TemporaryDatabase;

/**
 * A server of its own whose data lie on a file system of a few megabytes, which only the server sees: it is mounted in a user
 * namespace, so that no rights are needed where the system allows those. The shell that starts the server ends it when its input
 * ends, also if this process is killed.
 */
final class SmallDisk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOUNT_REFUSED = 77;

    /** {@code $1} is the place, {@code $2} the port, {@code $3} the programs. The log of changes lies elsewhere: without it nothing goes. */
    private static final String POSTGRESQL = """
        mount -t tmpfs -o size=48m small "$1/small" || exit 77
        exec unshare -U sh -c '
            "$3/initdb" -D "$1/small/data" -X "$1/log" -U postgres -A trust -E UTF8 --locale=C --no-sync || exit 1
            "$3/postgres" -D "$1/small/data" -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \\
                -c fsync=off < /dev/null &
            read -r end
            kill -QUIT $!
            wait' small "$1" "$2" "$3"
        """;

    private static final String MARIADB = """
        mount -t tmpfs -o size=96m small "$1/small" || exit 77
        TMPDIR="$1/log"; export TMPDIR
        set -- "$1" "$2" "$3" --no-defaults --basedir="$3" --datadir="$1/small" --skip-name-resolve --user=root \\
            --innodb-log-file-size=8M --innodb-log-group-home-dir="$1/log"
        first=$3; place=$1; port=$2; shift 3
        "$first/scripts/mariadb-install-db" "$@" --auth-root-authentication-method=normal --skip-test-db || exit 1
        "$first/bin/mariadbd" "$@" --port="$port" --bind-address=127.0.0.1 --socket=small.sock --skip-ssl \\
            --skip-log-bin --innodb-flush-log-at-trx-commit=0 < /dev/null &
        read -r end
        kill -KILL $!
        wait
        """;

    private final Path place;
    private final Process shell;
    private final String url;

    private SmallDisk(Path place, Process shell, String url) {
        this.place = place;
        this.shell = shell;
        this.url = url;
    }

    /** {@return a server that answers; where the system lets nobody mount one, the test is skipped} */
    static SmallDisk start(Engine engine) throws Exception {
        String programs = programs(engine);
        assumeTrue(Files.isDirectory(Path.of(programs)), "The programs of " + engine + " are not on this machine.");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "There is no unshare, so there are no namespaces.");
        Path place = Files.createTempDirectory("fetchwise-small");
        Files.createDirectory(place.resolve("small"));
        Files.createDirectory(place.resolve("log"));
        int port = freePort();
        Process shell = new ProcessBuilder(
                        "/usr/bin/unshare",
                        "-rm",
                        "sh",
                        "-c",
                        engine == Engine.POSTGRESQL ? POSTGRESQL : MARIADB,
                        "small",
                        place.toString(),
                        Integer.toString(port),
                        programs)
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("server.log").toFile())
                .start();
        String url = engine == Engine.POSTGRESQL
                ? "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres"
                : "jdbc:mariadb://127.0.0.1:" + port + "/mysql?user=root&sslMode=disable";
        SmallDisk disk = new SmallDisk(place, shell, url);
        try {
            disk.await();
            return disk;
        } catch (RuntimeException | AssertionError failure) {
            disk.close();
            throw failure;
        }
    }

    private static String programs(Engine engine) throws SQLException {
        String query = engine == Engine.POSTGRESQL
                ? "SELECT setting FROM pg_config WHERE name = 'BINDIR'"
                : "SELECT TRIM(TRAILING '/' FROM @@basedir)";
        try (TemporaryDatabase database = Servers.shared().newDatabase(engine, "programs");
                Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (!shell.isAlive()) {
                assumeTrue(
                        shell.exitValue() != MOUNT_REFUSED && !log().startsWith("unshare:"),
                        () -> "Nobody may mount a file system in a user namespace here: " + log());
                throw new AssertionError("The server has ended: " + log());
            }
            try (Connection connection = DriverManager.getConnection(url)) {
                assertThat(connection.isValid(1)).isTrue();
                return;
            } catch (SQLException notYet) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError("The server did not start: " + log());
    }

    private String log() {
        try {
            String log = Files.readString(place.resolve("server.log"));
            return log.substring(Math.max(0, log.length() - 2_000));
        } catch (IOException failure) {
            return "there is no log";
        }
    }

    /** {@return where the server answers} */
    String url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        shell.getOutputStream().close();
        try {
            if (!shell.waitFor(20, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (InterruptedException interruption) {
            shell.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(place)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
