package org.fetchwise.error;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A constraint of the database does not allow what a statement would write. Nothing was written by the statement. */
public final class ConstraintException extends ExecutionException {
    private static final long serialVersionUID = 1L;

    /** The kinds of constraint. */
    public enum Kind {
        /** Another row has the same values. */
        UNIQUE,
        /** A foreign key would point to no row. */
        FOREIGN_KEY,
        /** A column must have a value. */
        NOT_NULL,
        /** A condition on the row does not hold. */
        CHECK
    }

    private final Kind kind;
    private final @Nullable String constraint;

    @SuppressWarnings("serial") // What List.copyOf gives is serializable.
    private final List<String> columns;

    /**
     * Creates the exception.
     *
     * @param kind the kind of constraint
     * @param constraint the constraint's name, or null where the database does not tell
     * @param columns the columns concerned, by their names in the table; empty where the database does not tell
     * @param message what failed, on what, and the way out
     * @param cause the driver's exception
     */
    public ConstraintException(
            Kind kind, @Nullable String constraint, List<String> columns, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.constraint = constraint;
        this.columns = List.copyOf(columns);
    }

    /** {@return the kind of constraint} */
    public Kind kind() {
        return kind;
    }

    /** {@return the constraint's name, where the database tells it} */
    public Optional<String> constraint() {
        return Optional.ofNullable(constraint);
    }

    /** {@return the columns concerned, by their names in the table; empty where the database does not tell} */
    public List<String> columns() {
        return columns;
    }
}
