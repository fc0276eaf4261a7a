package org.fetchwise.servers;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits until a server takes connections. */
final class Readiness {
    private static final long PAUSE_MILLISECONDS = 50;

    private Readiness() {}

    /**
     * Waits.
     *
     * @param product the server's name, for messages
     * @param url a database of the server
     * @param patience how long to wait at most
     * @param isAlive whether the server may still answer
     * @throws ServerException when it does not answer in time, or never will
     */
    static void await(String product, JdbcUrl url, Duration patience, BooleanSupplier isAlive) {
        Instant end = Instant.now().plus(patience);
        while (isAlive.getAsBoolean() && Instant.now().isBefore(end)) {
            try (var connection = DriverManager.getConnection(url.text())) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                pause(product);
            }
        }
        throw new ServerException(product + " did not start within " + patience.toSeconds() + " seconds.");
    }

    private static void pause(String product) {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while " + product + " was starting.", interrupted);
        }
    }
}
