package org.fetchwise.query;

import org.fetchwise.meta.EntityMeta;

/** Every path of the API that comes with a queryset of its own. */
public interface PrefetchSource {
    /**
     * {@return what it is inside}
     *
     * @param root the entity of the query, where a path given as text begins
     */
    Prefetching asPrefetching(EntityMeta<?> root);

    /** {@return whether its path has a type, so that it is read back from the objects at which the path begins} */
    boolean isTyped();

    /**
     * {@return what something to prefetch is inside: a path with a queryset, or a path alone}
     *
     * @param fetch the path
     * @param root the entity of the query, where a path given as text begins
     */
    static Prefetching prefetchingOf(Object fetch, EntityMeta<?> root) {
        return fetch instanceof PrefetchSource source
                ? source.asPrefetching(root)
                : new Prefetching(PathSource.pathOf(fetch, root), null, null);
    }
}
