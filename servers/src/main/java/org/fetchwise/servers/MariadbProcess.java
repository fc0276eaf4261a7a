package org.fetchwise.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a MariaDB server of this process: its own data directory, utf8mb4 by code point. */
final class MariadbProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PID_FILE = "mariadb.pid";

    private final MariadbProgram program;
    private final Path directory;
    private final Path data;
    private final ServerLog log;
    private final int port;
    private final JdbcUrl url;

    private MariadbProcess(MariadbProgram program, Path directory) throws IOException {
        this.program = program;
        this.directory = directory;
        this.data = directory.resolve("data");
        this.log = new ServerLog(directory.resolve("server.log"));
        this.port = freePort();
        // The driver would not accept a certificate that the server made for itself; and making it takes seconds.
        this.url = new JdbcUrl("jdbc:mariadb://127.0.0.1:" + port + "/", "mysql", "?user=root&sslMode=disable");
    }

    /** {@return a server that runs} */
    static DatabaseServer start(Path programs, Path directory) throws IOException {
        return new MariadbProcess(MariadbProgram.unpacked(programs), directory).start();
    }

    private DatabaseServer start() throws IOException {
        Files.createDirectory(data);
        install();
        Watchdog watchdog = Watchdog.over(directory, data.resolve(PID_FILE), "KILL");
        Running running = new Running(watchdog, serve());
        return new DatabaseServer(Engine.MARIADB, new MariadbStatements(), url, running);
    }

    /** {@return a server that answers} */
    private Process serve() throws IOException {
        Process server = run(List.of(
                program.server().toString(),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // Relative to the data directory: a socket's whole path may have no more than 107 characters.
                "--socket=mariadb.sock",
                "--pid-file=" + PID_FILE,
                "--character-set-server=utf8mb4",
                "--collation-server=" + MariadbStatements.BINARY_COLLATION,
                // What is committed outlives the server, but not the machine.
                "--innodb-flush-log-at-trx-commit=2",
                "--skip-ssl",
                "--skip-log-bin"));
        try {
            Readiness.await("MariaDB", url, PATIENCE, server::isAlive);
        } catch (ServerException failure) {
            server.destroyForcibly();
            throw new ServerException(failure.getMessage() + log.end(), failure);
        }
        return server;
    }

    /** The server, and who stops it. Mutable, for one thread at a time. */
    private final class Running implements DatabaseServer.Runner {
        private final Watchdog watchdog;
        private Process server;

        Running(Watchdog watchdog, Process server) {
            this.watchdog = watchdog;
            this.server = server;
        }

        @Override
        public void crash() {
            server.destroyForcibly();
            server.onExit().join();
            try {
                server = serve();
            } catch (IOException failure) {
                throw new ServerException("MariaDB cannot be started again: " + failure.getMessage(), failure);
            }
        }

        @Override
        public void stop() {
            watchdog.stopServer();
        }
    }

    private void install() throws IOException {
        Process install = run(
                List.of(program.install().toString(), "--auth-root-authentication-method=normal", "--skip-test-db"));
        try {
            if (!install.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || install.exitValue() != 0) {
                install.destroyForcibly();
                throw new ServerException("MariaDB's data directory cannot be set up." + log.end());
            }
        } catch (InterruptedException interrupted) {
            install.destroyForcibly();
            throw interrupted(interrupted);
        }
    }

    private Process run(List<String> program) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(
                1,
                List.of(
                        "--no-defaults",
                        "--basedir=" + this.program.directory(),
                        "--datadir=" + data,
                        "--skip-name-resolve",
                        "--innodb-log-file-size=8M"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.redirect());
        // A server that starts deletes the temporary tables it finds: in a shared directory also those of others.
        builder.environment().put("TMPDIR", directory.toString());
        return builder.start();
    }

    private static ServerException interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new ServerException("Interrupted while MariaDB was starting.", interrupted);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
