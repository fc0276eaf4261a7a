package org.fetchwise.query;

import java.util.List;

/** What a query gives for each row. */
public sealed interface Projection {
    /**
     * Objects of the entity.
     *
     * @param columns which columns they are read with
     * @param related the to-one paths whose objects are read in the same statement
     */
    record Entities(ColumnChoice columns, List<Path> related) implements Projection {
        /** Whole objects, without related ones. */
        public static final Entities PLAIN = new Entities(ColumnChoice.EVERYTHING, List.of());

        public Entities {
            related = List.copyOf(related);
        }
    }

    /** Rows of values. */
    record Values(List<Item> items) implements Projection {
        public Values {
            items = List.copyOf(items);
        }
    }

    /** One value of a row, and its name. */
    record Item(String name, Term term) {}

    /**
     * One number: how many rows there are.
     *
     * @param values the values of which equal rows count once, empty where it is objects that are counted
     */
    record Count(List<Item> values) implements Projection {
        public Count {
            values = List.copyOf(values);
        }
    }

    /**
     * One row if there is any.
     *
     * @param values the values of which equal rows count once, empty where it is objects that are looked for
     */
    record Existence(List<Item> values) implements Projection {
        public Existence {
            values = List.copyOf(values);
        }
    }

    /**
     * {@return what counts the rows of a query}
     *
     * @param query the query
     */
    static Count countOf(Query query) {
        return new Count(decisiveValues(query));
    }

    /**
     * {@return what tells whether a query has a row}
     *
     * @param query the query
     */
    static Existence existenceOf(Query query) {
        return new Existence(decisiveValues(query));
    }

    private static List<Item> decisiveValues(Query query) {
        if (!(query.projection() instanceof Values values)) {
            return List.of();
        }
        if (query.grouping() != null || query.combined() != null) {
            return values.items();
        }
        // Values over many rows give a row for each, which are counted though the values are not read.
        boolean many = values.items().stream().anyMatch(item -> TermWalk.spansMany(item.term()));
        return query.distinct() || many ? values.items() : List.of();
    }

    /** For each owner of the relation that the query is restricted to: its key and the number of its rows. */
    record CountByOwner() implements Projection {}

    /** One row of aggregates over all rows. */
    record Totals(List<Item> items) implements Projection {
        public Totals {
            items = List.copyOf(items);
        }
    }
}
