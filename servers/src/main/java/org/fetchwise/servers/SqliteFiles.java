package org.fetchwise.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * SQLite databases, one file each.
 *
 * @param directory where the files are; the run directory removes it
 */
record SqliteFiles(Path directory) implements Server {
    private static final List<String> SUFFIXES = List.of("", "-wal", "-shm", "-journal");

    @Override
    public TemporaryDatabase create(String name, Collation collation) {
        collation.binaryOn(Engine.SQLITE);
        Path file = directory.resolve(name + ".db");
        return new TemporaryDatabase(Engine.SQLITE, "jdbc:sqlite:" + file, () -> delete(file));
    }

    private static void delete(Path file) {
        try {
            for (String suffix : SUFFIXES) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void crash() {
        throw new UnsupportedOperationException("There is no server that could crash without this process.");
    }

    @Override
    public void close() {
        // The run directory takes the files with it.
    }
}
