package org.fetchwise.query;

import org.fetchwise.meta.EntityMeta;

/** Every typed path of the API. */
public interface PathSource {
    /** {@return what it is inside} */
    Path asPath();

    /**
     * {@return what a path of the API is inside, typed or given as text}
     *
     * @param path the path
     * @param root the entity of the query, where a path given as text begins
     */
    static Path pathOf(Object path, EntityMeta<?> root) {
        return path instanceof PathText text ? text.pathFrom(root) : ((PathSource) path).asPath();
    }
}
