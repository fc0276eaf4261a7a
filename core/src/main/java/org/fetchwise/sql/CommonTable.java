package org.fetchwise.sql;

/**
 * Rows that a statement names once, to read them like a table wherever it needs them.
 *
 * @param name its name
 * @param rows the rows
 */
public record CommonTable(String name, Select rows) {
    @Override
    public String toString() {
        return name + " AS (" + rows + ")";
    }
}
