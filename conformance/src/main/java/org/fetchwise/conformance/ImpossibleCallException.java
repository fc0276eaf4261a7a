package org.fetchwise.conformance;

/** A case makes a call that the types of the API do not offer: its author would have seen the compiler refuse it. */
final class ImpossibleCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImpossibleCallException(String message) {
        super(message);
    }
}
