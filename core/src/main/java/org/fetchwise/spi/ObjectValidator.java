package org.fetchwise.spi;

import java.util.List;
import org.fetchwise.error.InvalidObjectException.Violation;
import org.fetchwise.meta.EntityMeta;

/**
 * Says what is wrong with objects before their rows are written; found through {@link java.util.ServiceLoader}. Safe for use by several
 * threads.
 */
public interface ObjectValidator {
    /**
     * {@return whether anything can be wrong with the objects of an entity}
     *
     * @param entity the entity
     */
    boolean hasRules(EntityMeta<?> entity);

    /**
     * {@return what is wrong with an object, nothing where it may be written} Attributes that are not loaded are not asked for.
     *
     * @param entity its entity
     * @param object a plain or a managed object
     */
    List<Violation> validate(EntityMeta<?> entity, Object object);
}
