package org.fetchwise.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Which columns objects are read with.
 *
 * @param only the columns to read, empty where all are read but those deferred
 * @param deferred the columns to leave out
 */
public record ColumnChoice(List<Term.Column> only, List<Term.Column> deferred) {
    /** Every column that is not lazy by its mapping. */
    public static final ColumnChoice EVERYTHING = new ColumnChoice(List.of(), List.of());

    public ColumnChoice {
        only = List.copyOf(only);
        deferred = List.copyOf(deferred);
    }

    /**
     * {@return the choice of just these columns}
     *
     * @param columns the columns
     */
    public static ColumnChoice only(List<Term.Column> columns) {
        return new ColumnChoice(columns, List.of());
    }

    /**
     * {@return the choice of just these columns; everything, where all of them were left out before}
     *
     * @param columns the columns; they replace an earlier choice
     */
    public ColumnChoice choosing(List<Term.Column> columns) {
        return deferred.containsAll(columns) ? EVERYTHING : only(columns);
    }

    /**
     * {@return this choice without some columns}
     *
     * @param columns the columns to leave out
     */
    public ColumnChoice without(List<Term.Column> columns) {
        if (only.isEmpty()) {
            List<Term.Column> all = new ArrayList<>(deferred);
            all.addAll(columns);
            return new ColumnChoice(List.of(), all);
        }
        List<Term.Column> left = new ArrayList<>(only);
        left.removeAll(columns);
        if (!left.isEmpty()) {
            return new ColumnChoice(left, List.of());
        }
        // With nothing left to load, all is loaded but what was never chosen.
        List<Term.Column> others = new ArrayList<>(columns);
        others.removeAll(only);
        return new ColumnChoice(List.of(), others);
    }

    /**
     * {@return this choice with a column in any case}
     *
     * @param column the column
     */
    public ColumnChoice including(Term.Column column) {
        List<Term.Column> wanted = new ArrayList<>(only);
        if (!wanted.isEmpty() && !wanted.contains(column)) {
            wanted.add(column);
        }
        List<Term.Column> left = new ArrayList<>(deferred);
        left.remove(column);
        return new ColumnChoice(wanted, left);
    }
}
