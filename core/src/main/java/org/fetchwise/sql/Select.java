package org.fetchwise.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT statement or subquery.
 *
 * @param distinct whether equal rows are returned once
 * @param outputs the columns of the result
 * @param from the first table
 * @param joins further tables, in order
 * @param where which rows are taken, or null for all
 * @param groupBy what makes rows one group, empty where there are no groups
 * @param having which groups are taken, or null for all
 * @param orderBy the order, empty where there is none
 * @param limit the greatest number of rows: a constant or a parameter, or null for all
 * @param offset how many rows are left out first: a constant or a parameter, or null for none
 * @param lock how its rows are locked, or null
 * @param tables the rows that it names before it reads them, each speaking only of those before it
 */
public record Select(
        boolean distinct,
        List<Output> outputs,
        FromItem from,
        List<Join> joins,
        @Nullable SqlExpr where,
        List<SqlExpr> groupBy,
        @Nullable SqlExpr having,
        List<SortKey> orderBy,
        @Nullable SqlExpr limit,
        @Nullable SqlExpr offset,
        @Nullable Lock lock,
        List<CommonTable> tables)
        implements SqlStatement {
    public Select {
        outputs = List.copyOf(outputs);
        joins = List.copyOf(joins);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
        tables = List.copyOf(tables);
    }

    /**
     * Creates a statement that reads tables of the database alone.
     *
     * @param distinct whether equal rows are returned once
     * @param outputs the columns of the result
     * @param from the first table
     * @param joins further tables, in order
     * @param where which rows are taken, or null for all
     * @param groupBy what makes rows one group, empty where there are no groups
     * @param having which groups are taken, or null for all
     * @param orderBy the order, empty where there is none
     * @param limit the greatest number of rows: a constant or a parameter, or null for all
     * @param offset how many rows are left out first: a constant or a parameter, or null for none
     * @param lock how its rows are locked, or null
     */
    public Select(
            boolean distinct,
            List<Output> outputs,
            FromItem from,
            List<Join> joins,
            @Nullable SqlExpr where,
            List<SqlExpr> groupBy,
            @Nullable SqlExpr having,
            List<SortKey> orderBy,
            @Nullable SqlExpr limit,
            @Nullable SqlExpr offset,
            @Nullable Lock lock) {
        this(distinct, outputs, from, joins, where, groupBy, having, orderBy, limit, offset, lock, List.of());
    }

    /**
     * Creates a statement that locks nothing.
     *
     * @param distinct whether equal rows are returned once
     * @param outputs the columns of the result
     * @param from the first table
     * @param joins further tables, in order
     * @param where which rows are taken, or null for all
     * @param groupBy what makes rows one group, empty where there are no groups
     * @param having which groups are taken, or null for all
     * @param orderBy the order, empty where there is none
     * @param limit the greatest number of rows: a constant or a parameter, or null for all
     * @param offset how many rows are left out first: a constant or a parameter, or null for none
     */
    public Select(
            boolean distinct,
            List<Output> outputs,
            FromItem from,
            List<Join> joins,
            @Nullable SqlExpr where,
            List<SqlExpr> groupBy,
            @Nullable SqlExpr having,
            List<SortKey> orderBy,
            @Nullable SqlExpr limit,
            @Nullable SqlExpr offset) {
        this(distinct, outputs, from, joins, where, groupBy, having, orderBy, limit, offset, null);
    }

    /**
     * {@return this statement with names for its first columns}
     *
     * @param names the names, one for each of the first values
     */
    public Select withNames(List<String> names) {
        List<Output> named = new ArrayList<>(outputs);
        for (int at = 0; at < names.size(); at++) {
            named.set(at, new Output(outputs.get(at).value(), names.get(at)));
        }
        return giving(named);
    }

    /**
     * {@return this statement with other columns}
     *
     * @param changed the columns
     */
    public Select giving(List<Output> changed) {
        return new Select(distinct, changed, from, joins, where, groupBy, having, orderBy, limit, offset, lock, tables);
    }

    /**
     * {@return this statement with one more column}
     *
     * @param output the column
     */
    public Select with(Output output) {
        List<Output> more = new ArrayList<>(outputs);
        more.add(output);
        return giving(more);
    }

    /**
     * {@return this statement over other tables}
     *
     * @param otherFrom the first table
     * @param otherJoins the further ones
     * @param otherWhere the condition on their rows
     */
    public Select over(FromItem otherFrom, List<Join> otherJoins, @Nullable SqlExpr otherWhere) {
        return new Select(
                distinct,
                outputs,
                otherFrom,
                otherJoins,
                otherWhere,
                groupBy,
                having,
                orderBy,
                limit,
                offset,
                lock,
                tables);
    }

    /**
     * {@return this statement, which names rows before it reads them}
     *
     * @param named the rows, each speaking only of those before it
     */
    public Select naming(List<CommonTable> named) {
        return new Select(distinct, outputs, from, joins, where, groupBy, having, orderBy, limit, offset, lock, named);
    }

    /** {@return the same rows, each once} */
    public Select once() {
        return new Select(true, outputs, from, joins, where, groupBy, having, orderBy, limit, offset, lock, tables);
    }

    @Override
    public String toString() {
        return SqlText.of(this);
    }
}
