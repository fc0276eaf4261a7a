package org.fetchwise.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A shell that ends a server: when told to, and also when this process was killed and can tell nobody. It waits on a pipe
 * that the operating system closes with the process.
 */
record Watchdog(Process shell) {
    private static final long SECONDS_TO_STOP = 20;

    /*
     * $1 the server's directory, $2 the file with its process number, $3 the signal that stops it. The file may be missing
     * for a moment, when the end comes while the server starts.
     */
    private static final String SCRIPT = """
            trap '' HUP INT TERM
            cd /
            read -r order
            tries=0
            until [ -s "$2" ] || [ "$tries" -ge 50 ]; do
                sleep 0.02
                tries=$((tries + 1))
            done
            pid=$(head -n 1 "$2" 2>/dev/null) && kill -"$3" "$pid" 2>/dev/null && while kill -0 "$pid" 2>/dev/null; do
                sleep 0.02
            done
            rm -rf "$1"
            """;

    /**
     * {@return a watchdog on a server that is about to be started}
     *
     * @param directory what the server alone uses, removed after it
     * @param pidFile where the server writes its process number
     * @param signal what makes the server stop at once, its data being of no use any more
     */
    static Watchdog over(Path directory, Path pidFile, String signal) throws IOException {
        return new Watchdog(new ProcessBuilder(
                        "sh", "-c", SCRIPT, "fetchwise-watchdog", directory.toString(), pidFile.toString(), signal)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Stops the server and removes its directory. */
    void stopServer() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                throw new ServerException("A database server has not stopped within " + SECONDS_TO_STOP + " seconds.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new ServerException("Cannot tell a watchdog to stop its server: " + failure.getMessage(), failure);
        }
    }
}
