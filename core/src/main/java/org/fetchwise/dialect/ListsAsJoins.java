package org.fetchwise.dialect;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Join;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.jspecify.annotations.Nullable;

/**
 * Begins a SELECT with the list that a column of its first table must be among, for a database that else compares every row
 * with every value: for lists of ten values both take the same time, for a thousand the join a thirtieth of it. Only where equal
 * values are equal in Java, for then no list has the same one twice.
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

    static Select apply(Select select) {
        SqlExpr where = select.where();
        if (where == null || !(select.from() instanceof FromItem.Table first)) {
            return select;
        }
        List<SqlExpr> terms = new ArrayList<>(where instanceof SqlExpr.AllOf all ? all.terms() : List.of(where));
        for (int at = 0; at < terms.size(); at++) {
            if (terms.get(at) instanceof SqlExpr.InParameter in
                    && in.value() instanceof SqlExpr.ColumnRef column
                    && column.alias().equals(first.alias())
                    && in.type().isComparedAsInJava()) {
                terms.remove(at);
                return joined(select, first, in, column, terms);
            }
            // Rows are locked where they are read, not where they are told apart.
            if (terms.get(at) instanceof SqlExpr.InRows in && select.lock() == null && areOf(first, in.values())) {
                terms.remove(at);
                return joined(select, first, in, terms);
            }
        }
        return select;
    }

    private static boolean areOf(FromItem.Table first, List<SqlExpr> values) {
        return values.stream()
                .allMatch(value -> value instanceof SqlExpr.ColumnRef column
                        && column.alias().equals(first.alias()));
    }

    private static Select joined(Select select, FromItem.Table first, SqlExpr.InRows in, List<SqlExpr> rest) {
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
        List<Join> joins = new ArrayList<>();
        joins.add(new Join(false, first, equal(in.values(), found)));
        joins.addAll(select.joins());
        return select.over(new FromItem.Derived(distinct, "list" + slot), joins, conjunction(rest));
    }

    private static SqlExpr equal(List<? extends SqlExpr> left, List<? extends SqlExpr> right) {
        List<SqlExpr> pairs = new ArrayList<>(left.size());
        for (int at = 0; at < left.size(); at++) {
            pairs.add(new SqlExpr.Comparison(SqlExpr.ComparisonOperator.EQUAL, left.get(at), right.get(at)));
        }
        return pairs.size() == 1 ? pairs.getFirst() : new SqlExpr.AllOf(pairs);
    }

    private static Select joined(
            Select select, FromItem.Table first, SqlExpr.InParameter in, SqlExpr.ColumnRef column, List<SqlExpr> rest) {
        SqlExpr.Parameter keys = new SqlExpr.Parameter(in.slot(), in.type());
        FromItem.KeyList list =
                new FromItem.KeyList(List.of(keys), first.table(), List.of(column.column()), "list" + in.slot());
        List<Join> joins = new ArrayList<>();
        joins.add(new Join(
                false,
                first,
                new SqlExpr.Comparison(
                        SqlExpr.ComparisonOperator.EQUAL, column, list.values().getFirst())));
        joins.addAll(select.joins());
        return select.over(list, joins, conjunction(rest));
    }

    private static @Nullable SqlExpr conjunction(List<SqlExpr> terms) {
        return switch (terms.size()) {
            case 0 -> null;
            case 1 -> terms.get(0);
            default -> new SqlExpr.AllOf(terms);
        };
    }
}
