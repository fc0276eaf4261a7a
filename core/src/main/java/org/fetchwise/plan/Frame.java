package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.StorageType;
import org.fetchwise.plan.SelectBuilder.Clauses;
import org.fetchwise.query.Locking;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Lock;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SortKey.Nulls;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.jspecify.annotations.Nullable;

/** One SELECT over the rows of an entity in the making. Mutable; serves one statement. */
final class Frame implements Rows {
    final Query query;
    final SelectBuilder select;
    final Scope scope;
    final Lowering lowering;

    /** Conditions on functions over windows, which only hold of rows that are complete. */
    final List<Term> windowed = new ArrayList<>();

    /** Conditions on aggregates, which only hold of groups that are complete. */
    final List<Term> having = new ArrayList<>();

    @Nullable
    ColumnRef owner;

    /** Whether each row is given once, although joins multiply it: where the query has aggregates, its rows are groups. */
    boolean once;

    Frame(Query query, SelectBuilder select, Scope scope, Lowering lowering) {
        this.query = query;
        this.select = select;
        this.scope = scope;
        this.lowering = lowering;
    }

    @Override
    public SqlExpr value(Term term) {
        return lowering.value(term, scope);
    }

    @Override
    public void restrict(SqlExpr condition) {
        Lowering.restrict(select, condition);
    }

    boolean isDistinct() {
        return query.distinct() || once;
    }

    /** The columns of the key of the query's own rows. */
    List<ColumnRef> key() {
        return scope.node().columns(query.entity().key());
    }

    /** Orders the rows. Where equal rows are given once, what orders them must be among their columns. */
    void order(Clauses clauses) {
        clauses.orderBy = sortKeys();
        if (clauses.distinct) {
            addOrderValues(clauses);
        }
    }

    /** The order of the rows, in a list that one can add to. */
    private List<SortKey> sortKeys() {
        String position = query.orderColumn();
        if (position == null || query.owners() == null) {
            return lowering.orderOfRows(query.order(), scope);
        }
        ColumnRef column = new ColumnRef(select.alias(), position, StorageType.INTEGER);
        return new ArrayList<>(List.of(new SortKey(column, query.reversed(), Nulls.DEFAULT)));
    }

    void slice(Clauses clauses) {
        clauses.limit = Cut.limit(query.slice());
        clauses.offset = Cut.offset(query.slice());
    }

    @Override
    public Select finish(List<Output> outputs) {
        Clauses clauses = new Clauses();
        clauses.lock = lock();
        boolean perOwner = query.owners() != null
                && !query.owners().isOne()
                && !query.slice().isEverything();
        clauses.distinct = isDistinct();
        if (perOwner) {
            clauses.orderBy = sortKeys();
            if (clauses.distinct) {
                key().forEach(column -> clauses.orderBy.add(new SortKey(column, false, Nulls.DEFAULT)));
            }
            return PerOwner.slice(select, clauses, outputs, Objects.requireNonNull(owner), query.slice());
        }
        if (!query.distinctOn().isEmpty()) {
            clauses.orderBy = sortKeys();
            List<SqlExpr> values = new ArrayList<>();
            query.distinctOn().forEach(term -> values.add(lowering.value(term, scope)));
            return FirstOfEach.row(select, clauses, outputs, values, query.slice());
        }
        clauses.outputs.addAll(outputs);
        if (once) {
            key().forEach(column -> addValue(clauses, column));
        }
        order(clauses);
        slice(clauses);
        if (clauses.distinct && windowed.isEmpty() && isOrderedByCalculation(clauses)) {
            return orderedOutside(clauses, outputs);
        }
        return windowed.isEmpty() ? select.build(clauses) : Qualified.select(select, clauses, windowed, scope);
    }

    private static boolean isOrderedByCalculation(Clauses clauses) {
        return clauses.orderBy.stream().anyMatch(key -> !(key.value() instanceof ColumnRef));
    }

    /**
     * Different rows are ordered by what is among their columns. Written twice, a calculation with a parameter is not the same
     * to the database, so that the order stands outside and names the columns.
     */
    private Select orderedOutside(Clauses clauses, List<Output> outputs) {
        Part part = new Part(select.aliases());
        Clauses inside = new Clauses();
        inside.distinct = true;
        Clauses outside = new Clauses();
        for (Output output : clauses.outputs) {
            ColumnRef column = part.column(output.value());
            if (outside.outputs.size() < outputs.size()) {
                outside.outputs.add(new Output(column, output.name()));
            }
        }
        outside.orderBy = clauses.orderBy.stream()
                .map(key -> new SortKey(part.column(key.value()), key.descending(), key.nulls()))
                .toList();
        outside.limit = clauses.limit;
        outside.offset = clauses.offset;
        inside.outputs.addAll(part.outputs());
        Select rows = select.build(inside);
        return new SelectBuilder(
                        part.alias(), () -> new FromItem.Derived(rows, part.alias()), select.aliases(), select.tables())
                .build(outside);
    }

    /** Rows can be locked where each row of the result is one of the table. */
    private @Nullable Lock lock() {
        Locking locking = query.locking();
        if (locking == null) {
            return null;
        }
        boolean plain = query.distinctOn().isEmpty() && !isDistinct() && windowed.isEmpty();
        if (!plain) {
            throw new QueryException(
                    "Rows are locked where each row of the result is a row of the table, which it is not"
                            + " behind distinct, groups and windows. Lock with a queryset of its own.\nin query: "
                            + query);
        }
        return new Lock(
                locking.waiting(),
                locking.of().stream().map(path -> scope.resolve(path).table()).toList());
    }

    static void addOrderValues(Clauses clauses) {
        for (SortKey key : clauses.orderBy) {
            addValue(clauses, key.value());
        }
    }

    private static void addValue(Clauses clauses, SqlExpr value) {
        boolean present =
                clauses.outputs.stream().anyMatch(output -> output.value().equals(value));
        if (!present) {
            clauses.outputs.add(new Output(value, null));
        }
    }
}
