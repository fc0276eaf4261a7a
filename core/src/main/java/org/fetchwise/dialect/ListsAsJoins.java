package org.fetchwise.dialect;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Join;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.jspecify.annotations.Nullable;

/**
 * Begins a SELECT with the list that a column of its first table must be among, for a database that else compares every row
 * with every value: for lists of ten values both take the same time, for a thousand the join a thirtieth of it. Only where equal
 * values are equal in Java, for then no list has the same one twice.
 *
 * <pre>
 * FROM post WHERE post.id IN ?0   ->   FROM KEYS ?0 list0 JOIN post ON post.id = list0.v
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
        }
        return select;
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
