package org.fetchwise.error;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** An object breaks rules of its own class, so it was not written, and nothing that was to be written together with it. */
public final class InvalidObjectException extends FetchwiseException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // What List.copyOf gives is serializable.
    private final List<Violation> violations;

    /**
     * A rule that is broken.
     *
     * @param attribute the attribute, as in {@code title} or {@code address.city}; empty where it is the object as a whole
     * @param message what is wrong, in words for users
     */
    public record Violation(String attribute, String message) implements Serializable {
        @Override
        public String toString() {
            return attribute.isEmpty() ? message : "'" + attribute + "' " + message;
        }
    }

    /**
     * Creates the exception.
     *
     * @param subject what was to be written, as in {@code Post}
     * @param violations the rules that are broken, at least one
     */
    public InvalidObjectException(String subject, List<Violation> violations) {
        super(subject + " was not written: "
                + violations.stream().map(Violation::toString).sorted().collect(Collectors.joining("; "))
                + ". Change the object, or the constraints of its class.");
        this.violations = List.copyOf(violations);
    }

    /** {@return the rules that are broken} */
    public List<Violation> violations() {
        return violations;
    }
}
