package org.fetchwise.dialect;

/**
 * What a database can do by itself. The planner and the writer ask this record, never which database they face.
 *
 * @param keyLists how a list of values becomes one parameter
 * @param binaryLists whether such a list may hold bytes
 * @param arrays whether a column may hold an array
 * @param nullsOrdering whether ORDER BY knows NULLS FIRST and NULLS LAST
 * @param nullsSmallest whether NULL comes before all values in an ascending order that does not say
 * @param filterClause whether an aggregate knows FILTER (WHERE …)
 * @param looksOutOfDerived whether a derived table in a subquery may speak of the rows around the subquery
 * @param groupsFrame whether a window frame may count groups of peers
 * @param streamsInTransaction whether rows come little by little only inside a transaction
 * @param returning which statements give back the rows they write
 * @param maxParameters the greatest number of question marks in one statement
 * @param longestList the greatest number of values in a list that is bound as one parameter
 */
public record Capabilities(
        KeyLists keyLists,
        boolean binaryLists,
        boolean arrays,
        boolean nullsOrdering,
        boolean nullsSmallest,
        boolean filterClause,
        boolean looksOutOfDerived,
        boolean groupsFrame,
        boolean streamsInTransaction,
        Returning returning,
        int maxParameters,
        int longestList) {
    /** How a list of values becomes one parameter. */
    public enum KeyLists {
        /** As an array of SQL. */
        ARRAY,
        /** As the text of a JSON array. */
        JSON
    }

    /** Which statements give back the rows they write. */
    public enum Returning {
        /** None: keys come from the driver, all else from a second statement. */
        NONE,
        /** INSERT and DELETE. */
        INSERT_AND_DELETE,
        /** INSERT, UPDATE and DELETE. */
        ALL
    }
}
