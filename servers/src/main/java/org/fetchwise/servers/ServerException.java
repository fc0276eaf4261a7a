package org.fetchwise.servers;

import java.io.Serial;

/** A database server could not be started, reached or asked. The message says what failed and the way out. */
public final class ServerException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ServerException(String message) {
        super(message);
    }

    ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
