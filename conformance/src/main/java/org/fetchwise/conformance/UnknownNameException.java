package org.fetchwise.conformance;

/** A case uses an operation, function, terminal or type that the interpreter does not know. */
final class UnknownNameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownNameException(String kind, String name) {
        super("unknown " + kind + " '" + name + "'");
    }
}
