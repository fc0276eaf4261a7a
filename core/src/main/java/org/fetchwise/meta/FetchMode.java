package org.fetchwise.meta;

/** What happens when a relation or a deferred column is touched that was not loaded. */
public enum FetchMode {
    /** It is loaded for all objects of the same evaluation in one query. The default. */
    PEERS,
    /** It is loaded for the touched object alone, each time one query, as in Django. */
    ONE,
    /** It is refused with an error that names what to add to the query. */
    RAISE
}
