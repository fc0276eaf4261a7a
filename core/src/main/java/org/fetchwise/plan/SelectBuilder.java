package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.fetchwise.error.QueryException;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Join;
import org.fetchwise.sql.Lock;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr;
import org.jspecify.annotations.Nullable;

/** A SELECT in the making: the tables that paths have needed so far, and the clauses. Mutable; serves one statement. */
final class SelectBuilder {
    /** MariaDB joins 61 tables, SQLite 64. */
    private static final int MOST_TABLES = 60;

    private final Aliases aliases;
    private final Set<String> tables;
    private final String alias;
    private final Supplier<FromItem> from;
    private final Map<String, Join> joins = new LinkedHashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();
    private final List<SqlExpr> where = new ArrayList<>();
    private final Set<String> required = new HashSet<>();

    SelectBuilder(String table, String wish, Aliases aliases, Set<String> tables) {
        this.aliases = aliases;
        this.tables = tables;
        tables.add(table);
        alias = aliases.next(wish);
        FromItem first = new FromItem.Table(table, alias);
        from = () -> first;
    }

    /** A SELECT from what is only complete when the SELECT is built. */
    SelectBuilder(String alias, Supplier<FromItem> from, Aliases aliases, Set<String> tables) {
        this.aliases = aliases;
        this.tables = tables;
        this.alias = alias;
        this.from = from;
    }

    /** Adds a derived table. */
    void join(FromItem item, SqlExpr condition) {
        joins.put(item.alias(), new Join(false, item, condition));
    }

    Aliases aliases() {
        return aliases;
    }

    /** The tables of the whole statement. */
    Set<String> tables() {
        return tables;
    }

    String alias() {
        return alias;
    }

    /** The first table, if no other is needed. */
    FromItem.@Nullable Table only() {
        return joins.isEmpty() && from.get() instanceof FromItem.Table table ? table : null;
    }

    /** What all rows must fulfil, or null. */
    @Nullable
    SqlExpr condition() {
        return conjunction(where);
    }

    /** Adds a table and gives its alias; the condition is made with that alias. */
    String join(boolean outer, String table, String wish, String parent, JoinCondition condition) {
        tables.add(table);
        String alias = aliases.next(wish);
        joins.put(alias, new Join(outer, new FromItem.Table(table, alias), condition.with(alias)));
        parents.put(alias, parent);
        return alias;
    }

    /** Joins a list of keys that columns of a table are among. */
    FromItem.KeyList joinKeys(List<SqlExpr.Parameter> keys, List<SqlExpr.ColumnRef> columns) {
        List<String> names = columns.stream().map(SqlExpr.ColumnRef::column).toList();
        FromItem.KeyList list =
                new FromItem.KeyList(keys, tableOf(columns.getFirst().alias()), names, aliases.next("keys"));
        joins.put(list.alias(), new Join(false, list, Node.equal(columns, list.values())));
        return list;
    }

    /** Joins a list of keys with values, where a key equals a value of the rows; rows whose key is not in it stay. */
    FromItem.KeyList joinValues(List<SqlExpr.Parameter> columns, SqlExpr key) {
        for (Join join : joins.values()) {
            if (join.item() instanceof FromItem.KeyList list
                    && list.keys().equals(columns)
                    && join.condition().equals(Node.equal(key, list.values().getFirst()))) {
                return list;
            }
        }
        String wish = aliases.next("given");
        FromItem.KeyList list = new FromItem.KeyList(columns, "", List.of(), wish);
        joins.put(
                list.alias(), new Join(true, list, Node.equal(key, list.values().getFirst())));
        return list;
    }

    private String tableOf(String at) {
        Join joined = joins.get(at);
        if ((joined == null ? from.get() : joined.item()) instanceof FromItem.Table table) {
            return table.table();
        }
        throw new IllegalStateException("keys are compared with a column of a table, not of " + alias);
    }

    void where(SqlExpr condition) {
        where.add(condition);
    }

    /** Says that rows without a partner in joined tables cannot be in the result, so that the joins may be inner ones. */
    void require(Set<String> aliases) {
        required.addAll(aliases);
    }

    /** Whether rows without a partner in a joined table cannot be in the result. */
    boolean isRequired(String alias) {
        return required.contains(alias);
    }

    /** A table and those through which it is joined. */
    Set<String> withParents(String alias) {
        Set<String> line = new HashSet<>();
        String at = alias;
        while (at != null && line.add(at)) {
            at = parents.get(at);
        }
        return line;
    }

    Select build(Clauses clauses) {
        if (joins.size() >= MOST_TABLES) {
            throw new QueryException("The query joins " + (joins.size() + 1) + " tables, and may join " + MOST_TABLES
                    + ". Ask whether related rows exist with any(...), which joins nothing, or ask several queries.");
        }
        List<Join> sorted = new ArrayList<>(joins.size());
        for (Join join : joins.values()) {
            boolean isList = join.item() instanceof FromItem.KeyList;
            boolean outer =
                    join.outer() && (isList || !required.contains(join.item().alias()));
            sorted.add(new Join(outer, join.item(), join.condition()));
        }
        return new Select(
                clauses.distinct,
                clauses.outputs,
                from.get(),
                sorted,
                conjunction(where),
                clauses.groupBy,
                conjunction(clauses.having),
                clauses.orderBy,
                clauses.limit,
                clauses.offset,
                clauses.lock);
    }

    static @Nullable SqlExpr conjunction(List<SqlExpr> terms) {
        return switch (terms.size()) {
            case 0 -> null;
            case 1 -> terms.get(0);
            default -> new SqlExpr.AllOf(terms);
        };
    }

    /** Makes what two rows must fulfil to be partners. */
    @FunctionalInterface
    interface JoinCondition {
        SqlExpr with(String alias);
    }

    /** The clauses besides FROM and WHERE. */
    static final class Clauses {
        boolean distinct;
        List<Output> outputs = new ArrayList<>();
        List<SqlExpr> groupBy = List.of();
        List<SqlExpr> having = new ArrayList<>();
        List<SortKey> orderBy = List.of();

        @Nullable
        SqlExpr limit;

        @Nullable
        SqlExpr offset;

        @Nullable
        Lock lock;
    }
}
