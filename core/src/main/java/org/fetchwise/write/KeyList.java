package org.fetchwise.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.KeyColumns;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.jspecify.annotations.Nullable;

/** How keys are bound in statements that no query is planned for: a parameter for each column, be it for one key or for many. */
final class KeyList {
    private KeyList() {}

    /** Columns of a table that hold keys. */
    static List<ColumnRef> columns(String alias, List<String> names, KeyColumns key) {
        List<ColumnRef> columns = new ArrayList<>(names.size());
        for (int at = 0; at < names.size(); at++) {
            columns.add(new ColumnRef(alias, names.get(at), type(key.columns().get(at))));
        }
        return columns;
    }

    /** The places for the values of a key, or for the lists of the values of many. */
    static List<SqlExpr.Parameter> parameters(int firstSlot, KeyColumns key) {
        List<SqlExpr.Parameter> parameters = new ArrayList<>();
        for (ColumnAttribute column : key.columns()) {
            parameters.add(new SqlExpr.Parameter(firstSlot + parameters.size(), type(column)));
        }
        return parameters;
    }

    /** That columns equal others, each the one in its place. */
    static List<SqlExpr> equal(List<? extends SqlExpr> left, List<? extends SqlExpr> right) {
        List<SqlExpr> pairs = new ArrayList<>(left.size());
        for (int at = 0; at < left.size(); at++) {
            pairs.add(new SqlExpr.Comparison(SqlExpr.ComparisonOperator.EQUAL, left.get(at), right.get(at)));
        }
        return pairs;
    }

    /** That all conditions hold, of which there is at least one. */
    static SqlExpr all(List<SqlExpr> conditions) {
        return conditions.size() == 1 ? conditions.getFirst() : new SqlExpr.AllOf(conditions);
    }

    /** Whether columns hold one of many keys. */
    static SqlExpr among(List<ColumnRef> columns, int firstSlot, KeyColumns key) {
        if (columns.size() == 1) {
            return new SqlExpr.InParameter(columns.getFirst(), firstSlot, type(key.first()), true);
        }
        return new SqlExpr.InRows(List.copyOf(columns), parameters(firstSlot, key), true);
    }

    /** What a key binds: a value for each column. */
    static List<@Nullable Object> values(KeyColumns key, Object value) {
        List<@Nullable Object> parts = key.partsOf(value);
        List<@Nullable Object> stored = new ArrayList<>(parts.size());
        for (int at = 0; at < parts.size(); at++) {
            stored.add(key.columns().get(at).type().stored(parts.get(at)));
        }
        return stored;
    }

    /** What many keys bind: a list of values for each column. */
    static List<List<@Nullable Object>> lists(KeyColumns key, Collection<?> values) {
        List<List<@Nullable Object>> lists = new ArrayList<>();
        key.columns().forEach(column -> lists.add(new ArrayList<>(values.size())));
        for (Object value : values) {
            List<@Nullable Object> stored = values(key, value);
            for (int at = 0; at < stored.size(); at++) {
                lists.get(at).add(stored.get(at));
            }
        }
        return lists;
    }

    private static StorageType type(ColumnAttribute column) {
        return column.type().storage();
    }
}
