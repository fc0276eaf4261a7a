package org.fetchwise.query;

/** Every queryset of the API. */
public interface QuerySource {
    /** {@return what the queryset is inside} */
    Query asQuery();
}
