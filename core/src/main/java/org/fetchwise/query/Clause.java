package org.fetchwise.query;

/** What a call adds to a query whose order among such calls matters: conditions and annotations. */
public sealed interface Clause {
    /** One call of {@code filter} or {@code exclude}: its conditions hold of the same related rows. */
    record Filter(Term condition) implements Clause {}

    /** One named expression, given back with each object. */
    record Annotate(String name, Term term) implements Clause {}
}
