package org.fetchwise.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a server said.
 *
 * @param file where it said it
 */
record ServerLog(Path file) {
    private static final int LINES = 40;

    ProcessBuilder.Redirect redirect() {
        return ProcessBuilder.Redirect.appendTo(file.toFile());
    }

    /** {@return the last lines, as the continuation of a message} */
    String end() {
        if (Files.notExists(file)) {
            return "";
        }
        try {
            List<String> lines =
                    Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
            return last.isEmpty() ? "" : " It said:\n  " + String.join("\n  ", last);
        } catch (IOException unreadable) {
            return " Its log " + file + " cannot be read: " + unreadable.getMessage();
        }
    }
}
