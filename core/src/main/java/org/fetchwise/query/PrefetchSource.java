package org.fetchwise.query;

/** Everything of the API that says what to prefetch. */
public interface PrefetchSource {
    /** {@return what it is inside} */
    Prefetching prefetching();
}
