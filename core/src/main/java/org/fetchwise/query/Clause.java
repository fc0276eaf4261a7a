package org.fetchwise.query;

/** What a call adds to a query whose order among such calls matters: conditions and annotations. */
public sealed interface Clause {
    /** One call of {@code filter} or {@code exclude}: its conditions hold of the same related rows. */
    record Filter(Term condition) implements Clause {}

    /**
     * One named expression.
     *
     * @param name its name
     * @param term its value
     * @param given whether it is given back with each row, or only serves other calls
     */
    record Annotate(String name, Term term, boolean given) implements Clause {}
}
