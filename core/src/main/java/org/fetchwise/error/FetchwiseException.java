package org.fetchwise.error;

import org.jspecify.annotations.Nullable;

/** The root of everything Fetchwise throws. */
public abstract sealed class FetchwiseException extends RuntimeException
        permits QueryException,
                MappingException,
                ExecutionException,
                NotFoundException,
                MultipleFoundException,
                InvalidObjectException,
                LazyLoadException {
    private static final long serialVersionUID = 1L;

    FetchwiseException(String message) {
        super(message);
    }

    FetchwiseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
