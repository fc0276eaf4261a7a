package org.fetchwise.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fetchwise.meta.EntityMeta;

/**
 * What a statement of the user's own says that it writes. Immutable.
 *
 * @param entities entities whose rows it writes
 * @param tables further tables, such as link tables
 */
public record StatedWrites(List<EntityMeta<?>> entities, Set<String> tables) {
    /** A statement that has said nothing. */
    public static final StatedWrites NOTHING = new StatedWrites(List.of(), Set.of());

    public StatedWrites {
        entities = List.copyOf(entities);
        tables = Set.copyOf(tables);
    }

    /**
     * {@return the same and rows of one more entity}
     *
     * @param entity the entity
     */
    public StatedWrites and(EntityMeta<?> entity) {
        List<EntityMeta<?>> more = new ArrayList<>(entities);
        more.add(entity);
        return new StatedWrites(more, tables);
    }

    /**
     * {@return the same and one more table}
     *
     * @param table the table's name as the mapping says it
     */
    public StatedWrites and(String table) {
        Set<String> more = new LinkedHashSet<>(tables);
        more.add(table);
        return new StatedWrites(entities, more);
    }

    /** {@return whether the statement has said nothing} */
    public boolean isNothing() {
        return entities.isEmpty() && tables.isEmpty();
    }

    /** All tables, also those that the database may change by itself. */
    Set<String> written(References references) {
        Set<String> all = new LinkedHashSet<>(tables);
        entities.forEach(entity -> all.addAll(references.writtenByDeletion(entity)));
        return all;
    }
}
