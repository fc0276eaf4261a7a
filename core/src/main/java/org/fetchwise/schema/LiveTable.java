package org.fetchwise.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table as the database has it.
 *
 * @param columns its columns by name
 * @param key the columns of its primary key, in order
 * @param indexes its indexes, that of the key and those of constraints included
 * @param foreignKeys the columns that its columns refer to, by column
 */
record LiveTable(
        Map<String, Column> columns, List<String> key, List<LiveIndex> indexes, Map<String, Set<String>> foreignKeys) {
    LiveTable {
        columns = Map.copyOf(columns);
        key = List.copyOf(key);
        indexes = List.copyOf(indexes);
        foreignKeys = Map.copyOf(foreignKeys);
    }

    /**
     * A column.
     *
     * @param type the name of its type
     * @param nullable whether NULL is allowed
     */
    record Column(String type, boolean nullable) {}

    /**
     * An index.
     *
     * @param unique whether no two rows have the same values
     * @param columns its columns, in order
     */
    record LiveIndex(boolean unique, List<String> columns) {
        LiveIndex {
            columns = List.copyOf(columns);
        }
    }

    boolean isUnique(List<String> wanted) {
        Set<String> set = Set.copyOf(wanted);
        return Set.copyOf(key).equals(set)
                || indexes.stream()
                        .anyMatch(index ->
                                index.unique() && Set.copyOf(index.columns()).equals(set));
    }

    /** Whether an index begins with columns, in this order. */
    boolean isIndexed(List<String> wanted) {
        return startsWith(key, wanted) || indexes.stream().anyMatch(index -> startsWith(index.columns(), wanted));
    }

    private static boolean startsWith(List<String> columns, List<String> wanted) {
        return columns.size() >= wanted.size()
                && columns.subList(0, wanted.size()).equals(wanted);
    }
}
