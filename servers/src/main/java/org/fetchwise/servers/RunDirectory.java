package org.fetchwise.servers;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The data of one Java process's servers. A locked file says that the process lives; a directory whose lock is free was
 * left by a process that was killed, and is removed together with the servers that still run in it.
 *
 * @param path the directory
 * @param owner held as long as the process lives
 */
record RunDirectory(Path path, ExclusiveLock owner) implements Closeable {
    private static final String OWNER = "owner.lock";
    private static final List<String> PID_FILES = List.of("postmaster.pid", "mariadb.pid");

    /** A server has a directory of its own here, and in it one for its data, where it writes its number. */
    private static final int DEPTH_OF_PID_FILES = 3;

    private static final long SECONDS_TO_DIE = 10;

    /** {@return a new directory, after removing what killed processes left} */
    static RunDirectory create(Path runs) throws IOException {
        // The lock closes the gap in which a new directory exists and its owner's lock does not.
        return ExclusiveLock.holding(runs.resolve("create.lock"), () -> {
            removeAbandoned(runs);
            Path path = Files.createTempDirectory(runs, ProcessHandle.current().pid() + "-");
            return new RunDirectory(path, ExclusiveLock.acquire(path.resolve(OWNER)));
        });
    }

    private static void removeAbandoned(Path runs) throws IOException {
        List<Path> directories;
        try (var entries = Files.list(runs)) {
            directories = entries.filter(Files::isDirectory).toList();
        }
        for (Path directory : directories) {
            Optional<ExclusiveLock> owner = ExclusiveLock.tryAcquire(directory.resolve(OWNER));
            if (owner.isPresent()) {
                try (var abandoned = new RunDirectory(directory, owner.get())) {
                    stopServers(abandoned.path());
                }
            }
        }
    }

    private static void stopServers(Path directory) throws IOException {
        List<Path> pidFiles;
        try (var files = Files.find(
                directory,
                DEPTH_OF_PID_FILES,
                (file, attributes) -> PID_FILES.contains(file.getFileName().toString()))) {
            pidFiles = files.toList();
        }
        for (Path pidFile : pidFiles) {
            String pid =
                    Files.readString(pidFile).lines().findFirst().orElse("").strip();
            if (pid.matches("[0-9]{1,9}")) {
                ProcessHandle.of(Long.parseLong(pid))
                        .filter(process -> isServerIn(directory, process))
                        .ifPresent(RunDirectory::kill);
            }
        }
    }

    /** The number of a process that is gone may belong to another one by now; a server names its directory. */
    private static boolean isServerIn(Path directory, ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(directory.toString()))
                .isPresent();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        try {
            process.onExit().get(SECONDS_TO_DIE, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failure) {
            throw new ServerException(
                    "Cannot stop process " + process.pid()
                            + ", a database server that an earlier run left behind. Stop it by hand.",
                    failure);
        }
    }

    /** {@return a new directory for one server} */
    Path subdirectory(String name) throws IOException {
        return Files.createDirectory(path.resolve(name));
    }

    @Override
    public void close() throws IOException {
        Directories.delete(path);
        owner.close();
    }
}
