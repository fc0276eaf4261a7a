package org.fetchwise.spi;

import java.util.Set;

/**
 * The tables that were written together.
 *
 * @param tables their names as the mapping says them, link tables and those among them that the database changed because of a foreign
 *     key
 * @param others whether statements in SQL have written that said nothing of their tables
 */
public record Written(Set<String> tables, boolean others) {
    public Written {
        tables = Set.copyOf(tables);
    }
}
