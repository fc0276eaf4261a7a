package org.fetchwise.query;

/** Every path of the API that comes with a queryset of its own. */
public interface PrefetchSource {
    /** {@return what it is inside} */
    Prefetching asPrefetching();

    /**
     * {@return what something to prefetch is inside: a path with a queryset, or a path alone}
     *
     * @param fetch the path
     */
    static Prefetching prefetchingOf(Object fetch) {
        return fetch instanceof PathSource path
                ? new Prefetching(path.asPath(), null, null)
                : ((PrefetchSource) fetch).asPrefetching();
    }
}
