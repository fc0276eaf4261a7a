package org.fetchwise;

import java.util.List;
import org.fetchwise.meta.EntityMeta;

/**
 * The entities and querysets of one package. The processor writes an implementation for each package and names it as a
 * service; a named module adds {@code provides org.fetchwise.Model with ...} to its descriptor.
 */
public interface Model {
    /** {@return the entities} */
    List<EntityMeta<?>> entities();

    /** {@return the interfaces that extend {@link QuerySet}} */
    List<QuerySetType<?, ?>> querySets();
}
