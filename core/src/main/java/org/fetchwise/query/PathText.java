package org.fetchwise.query;

import org.fetchwise.meta.EntityMeta;

/** Every path of the API that is given as text. */
public interface PathText {
    /**
     * {@return what it is inside}
     *
     * @param root the entity where it begins
     */
    Path pathFrom(EntityMeta<?> root);
}
