package org.fetchwise.meta;

import java.util.List;

/**
 * What the table of an entity has beyond its columns, its key and its references.
 *
 * @param uniques the unique constraints over several columns
 * @param indexes the indexes
 */
public record TableConstraints(List<Unique> uniques, List<Index> indexes) {
    /** Neither. */
    public static final TableConstraints NONE = new TableConstraints(List.of(), List.of());

    public TableConstraints {
        uniques = List.copyOf(uniques);
        indexes = List.copyOf(indexes);
    }

    /** Whether an index begins with a column. */
    boolean isIndexed(String column) {
        return uniques.stream().anyMatch(unique -> unique.columns().getFirst().equals(column))
                || indexes.stream()
                        .anyMatch(index -> index.columns().getFirst().column().equals(column));
    }

    /**
     * No two rows have the same values in these columns.
     *
     * @param name the constraint's name, empty where it is derived from table and columns
     * @param columns the columns' names
     */
    public record Unique(String name, List<String> columns) {
        public Unique {
            columns = List.copyOf(columns);
        }
    }

    /**
     * An index.
     *
     * @param name its name, empty where it is derived from table and columns
     * @param unique whether no two rows have the same values
     * @param columns the columns in their order
     */
    public record Index(String name, boolean unique, List<IndexedColumn> columns) {
        public Index {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column of an index.
     *
     * @param column its name
     * @param descending whether the greatest comes first
     */
    public record IndexedColumn(String column, boolean descending) {}
}
