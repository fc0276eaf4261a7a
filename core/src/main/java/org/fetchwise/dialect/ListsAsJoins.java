package org.fetchwise.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Join;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.jspecify.annotations.Nullable;

/**
 * Begins a SELECT with the list that a column of its first table must be among, for a database that else compares every row
 * with every value: for lists of ten values both take the same time, for a thousand the join a thirtieth of it. Only where an
 * index finds the rows, for to read a table once for each value takes longest of all, and where equal values are equal in Java,
 * for then no list has the same one twice. An UPDATE or DELETE can begin with it as a MERGE.
 *
 * What several columns hold side by side may be text, of which the database alone knows what is equal. So the list is first
 * turned into what the table has of it, each once.
 *
 * <pre>
 * FROM post WHERE post.id IN ?0   ->   FROM KEYS ?0 list0 JOIN post ON post.id = list0.v
 * FROM rack WHERE (rack.hall, rack.bay) IN (?0, ?1)
 *   ->   FROM (SELECT DISTINCT there0.hall, there0.bay FROM KEYS ?0, ?1 keys0 JOIN rack there0 ON …) list0
 *        JOIN rack ON rack.hall = list0.v AND rack.bay = list0.v2
 * </pre>
 */
final class ListsAsJoins {
    private ListsAsJoins() {}

    /**
     * The list that a statement begins with.
     *
     * @param list the list, in which no row of the table is found twice
     * @param found finds the rows of the table
     * @param rest what else holds for the rows, or null for nothing
     */
    record Beginning(FromItem list, SqlExpr found, @Nullable SqlExpr rest) {
        /** {@return all that holds for the rows} */
        SqlExpr condition() {
            return rest == null ? found : new SqlExpr.AllOf(List.of(found, rest));
        }
    }

    static Select apply(Select select) {
        if (!(select.from() instanceof FromItem.Table first)) {
            return select;
        }
        // Rows are locked where they are read, not where they are told apart.
        Beginning beginning = beginning(first, select.where(), select.lock() == null);
        if (beginning == null) {
            return select;
        }
        List<Join> joins = new ArrayList<>();
        joins.add(new Join(false, first, beginning.found()));
        joins.addAll(select.joins());
        return select.over(beginning.list(), joins, beginning.rest());
    }

    /**
     * {@return the list that a statement can begin with, or null if it has none}
     *
     * @param table the table of which rows are found
     * @param where which rows are found, or null for all
     * @param rows whether the list may be of several columns
     */
    static @Nullable Beginning beginning(FromItem.Table table, @Nullable SqlExpr where, boolean rows) {
        List<SqlExpr> terms = terms(where);
        for (int at = 0; at < terms.size(); at++) {
            if (terms.get(at) instanceof SqlExpr.InParameter in
                    && in.indexed()
                    && in.value() instanceof SqlExpr.ColumnRef column
                    && column.alias().equals(table.alias())
                    && in.type().isComparedAsInJava()) {
                terms.remove(at);
                return values(table, in, column, terms);
            }
            if (rows && terms.get(at) instanceof SqlExpr.InRows in && in.indexed() && areOf(table, in.values())) {
                terms.remove(at);
                return rows(table, in, terms);
            }
        }
        return null;
    }

    /**
     * {@return the subquery that a statement can begin with, or null if it has none}
     *
     * @param table the table of which rows are found
     * @param where which rows are found, or null for all
     * @param alone whether a subquery speaks of its own rows alone
     */
    static @Nullable Beginning subquery(FromItem.Table table, @Nullable SqlExpr where, Predicate<Select> alone) {
        List<SqlExpr> terms = terms(where);
        for (int at = 0; at < terms.size(); at++) {
            if (terms.get(at) instanceof SqlExpr.InSelect in && isWhole(in.select())) {
                List<SqlExpr> values = in.value() instanceof SqlExpr.Row row ? row.values() : List.of(in.value());
                if (in.indexed() && areOf(table, values) && areComparedAsInJava(values) && alone.test(in.select())) {
                    terms.remove(at);
                    return found(table, values, in.select(), terms);
                }
            }
        }
        return null;
    }

    private static Beginning found(FromItem.Table table, List<SqlExpr> values, Select select, List<SqlExpr> rest) {
        String alias = table.alias() + "_found";
        List<String> names = new ArrayList<>();
        List<SqlExpr> found = new ArrayList<>();
        for (SqlExpr value : values) {
            String name = FromItem.KeyList.value(names.size());
            names.add(name);
            found.add(new SqlExpr.ColumnRef(alias, name, ((SqlExpr.ColumnRef) value).type()));
        }
        return new Beginning(
                new FromItem.Derived(select.withNames(names).once(), alias), equal(values, found), conjunction(rest));
    }

    /** Whether nothing is cut off, so that it does not matter what is found twice. */
    private static boolean isWhole(Select select) {
        return select.limit() == null
                && select.offset() == null
                && select.orderBy().isEmpty();
    }

    private static boolean areComparedAsInJava(List<SqlExpr> values) {
        return values.stream()
                .allMatch(value -> ((SqlExpr.ColumnRef) value).type().isComparedAsInJava());
    }

    private static List<SqlExpr> terms(@Nullable SqlExpr where) {
        if (where == null) {
            return List.of();
        }
        return new ArrayList<>(where instanceof SqlExpr.AllOf all ? all.terms() : List.of(where));
    }

    private static boolean areOf(FromItem.Table first, List<SqlExpr> values) {
        return values.stream()
                .allMatch(value -> value instanceof SqlExpr.ColumnRef column
                        && column.alias().equals(first.alias()));
    }

    private static Beginning rows(FromItem.Table first, SqlExpr.InRows in, List<SqlExpr> rest) {
        int slot = in.columns().getFirst().slot();
        FromItem.Table there = new FromItem.Table(first.table(), "there" + slot);
        List<String> names = new ArrayList<>();
        List<SqlExpr> own = new ArrayList<>();
        List<SqlExpr> found = new ArrayList<>();
        List<Output> outputs = new ArrayList<>();
        for (SqlExpr value : in.values()) {
            SqlExpr.ColumnRef column = (SqlExpr.ColumnRef) value;
            String name = FromItem.KeyList.value(names.size());
            SqlExpr.ColumnRef same = new SqlExpr.ColumnRef(there.alias(), column.column(), column.type());
            names.add(column.column());
            own.add(same);
            outputs.add(new Output(same, name));
            found.add(new SqlExpr.ColumnRef("list" + slot, name, column.type()));
        }
        FromItem.KeyList keys = new FromItem.KeyList(in.columns(), first.table(), names, "keys" + slot);
        Select distinct = new Select(
                true,
                outputs,
                keys,
                List.of(new Join(false, there, equal(own, keys.values()))),
                null,
                List.of(),
                null,
                List.of(),
                null,
                null);
        return new Beginning(
                new FromItem.Derived(distinct, "list" + slot), equal(in.values(), found), conjunction(rest));
    }

    private static SqlExpr equal(List<? extends SqlExpr> left, List<? extends SqlExpr> right) {
        List<SqlExpr> pairs = new ArrayList<>(left.size());
        for (int at = 0; at < left.size(); at++) {
            pairs.add(new SqlExpr.Comparison(SqlExpr.ComparisonOperator.EQUAL, left.get(at), right.get(at)));
        }
        return pairs.size() == 1 ? pairs.getFirst() : new SqlExpr.AllOf(pairs);
    }

    private static Beginning values(
            FromItem.Table first, SqlExpr.InParameter in, SqlExpr.ColumnRef column, List<SqlExpr> rest) {
        SqlExpr.Parameter keys = new SqlExpr.Parameter(in.slot(), in.type());
        FromItem.KeyList list =
                new FromItem.KeyList(List.of(keys), first.table(), List.of(column.column()), "list" + in.slot());
        return new Beginning(list, equal(List.of(column), list.values()), conjunction(rest));
    }

    private static @Nullable SqlExpr conjunction(List<SqlExpr> terms) {
        return switch (terms.size()) {
            case 0 -> null;
            case 1 -> terms.get(0);
            default -> new SqlExpr.AllOf(terms);
        };
    }
}
