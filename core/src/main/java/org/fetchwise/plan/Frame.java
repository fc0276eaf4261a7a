package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fetchwise.meta.StorageType;
import org.fetchwise.plan.SelectBuilder.Clauses;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SortKey.Nulls;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.jspecify.annotations.Nullable;

/** One SELECT of a query in the making. Mutable; serves one statement. */
final class Frame {
    final Query query;
    final SelectBuilder select;
    final Scope scope;
    final Lowering lowering;

    @Nullable
    ColumnRef owner;

    Frame(Query query, SelectBuilder select, Scope scope, Lowering lowering) {
        this.query = query;
        this.select = select;
        this.scope = scope;
        this.lowering = lowering;
    }

    /** The key of the query's own rows. */
    ColumnRef key() {
        return scope.node().column(query.entity().key());
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
        if (position == null || owner == null) {
            return new ArrayList<>(lowering.order(query.order(), scope));
        }
        ColumnRef column = new ColumnRef(owner.alias(), position, StorageType.INTEGER);
        return new ArrayList<>(List.of(new SortKey(column, query.reversed(), Nulls.DEFAULT)));
    }

    void slice(Clauses clauses) {
        clauses.limit = Cut.limit(query.slice());
        clauses.offset = Cut.offset(query.slice());
    }

    Select finish(List<Output> outputs) {
        Clauses clauses = new Clauses();
        boolean perOwner = query.owners() != null
                && !(query.owners().keys() instanceof Term.OneOf)
                && !query.slice().isEverything();
        clauses.distinct = query.distinct();
        if (perOwner) {
            clauses.orderBy = sortKeys();
            if (query.distinct()) {
                clauses.orderBy.add(new SortKey(key(), false, Nulls.DEFAULT));
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
        order(clauses);
        slice(clauses);
        return select.build(clauses);
    }

    private static void addOrderValues(Clauses clauses) {
        for (SortKey key : clauses.orderBy) {
            boolean present =
                    clauses.outputs.stream().anyMatch(output -> output.value().equals(key.value()));
            if (!present) {
                clauses.outputs.add(new Output(key.value(), null));
            }
        }
    }
}
