package org.fetchwise.servers;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of the servers are.
 *
 * @param root a directory of the user
 */
record Directories(Path root) {
    /** The system property that names another root. */
    static final String PROPERTY = "fetchwise.servers.directory";

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /** {@return the user's cache directory, or a temporary one for a user without a home} */
    static Directories ofUser() {
        String chosen = System.getProperty(PROPERTY);
        if (chosen != null) {
            return new Directories(Path.of(chosen).toAbsolutePath());
        }
        Path home = Path.of(System.getProperty("user.home", "?"));
        if (!home.isAbsolute() || !Files.isWritable(home)) {
            String user = System.getProperty("user.name", "unknown");
            return new Directories(Path.of(System.getProperty("java.io.tmpdir"), "fetchwise-" + user));
        }
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        Path cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(mac ? "Library/Caches" : ".cache"));
        return new Directories(cache.resolve("fetchwise").resolve("servers"));
    }

    /** {@return the directory of unpacked programs, which stays between runs} */
    Path programs() throws IOException {
        return create("programs");
    }

    /** {@return the parent of the directories of single runs} */
    Path runs() throws IOException {
        return create("runs");
    }

    /** What lies here is executed, and the library that unpacks PostgreSQL lets everybody write into its directory. */
    private Path create(String name) throws IOException {
        Files.createDirectories(root);
        Files.setPosixFilePermissions(root, OWNER_ONLY);
        return Files.createDirectories(root.resolve(name));
    }

    /** Deletes a directory with everything in it. What vanishes meanwhile is as good as deleted. */
    static void delete(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
