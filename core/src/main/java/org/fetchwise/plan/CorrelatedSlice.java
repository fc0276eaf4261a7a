package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.StorageType;
import org.fetchwise.plan.SelectBuilder.Clauses;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Slice;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermWalk;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Comparison;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.sql.SqlExpr.WindowFunction;

/**
 * Membership in a slice that is cut for each row of the query around it. Not every database lets LIMIT stand there, so the
 * rows are numbered for each value that the outer row is compared with, and the numbers are compared.
 */
final class CorrelatedSlice {
    private CorrelatedSlice() {}

    /** Whether a sliced subquery is tied to the row around it by equality alone. */
    static boolean isNeeded(Query query) {
        boolean tied = false;
        for (Clause clause : query.clauses()) {
            if (clause instanceof Clause.Filter filter) {
                for (Term term : GroupKeys.conjuncts(filter)) {
                    boolean outer = TermWalk.any(term, part -> part instanceof Term.Outer);
                    if (outer && !isTie(term)) {
                        return false;
                    }
                    tied = tied || outer;
                }
            }
        }
        return tied
                && query.grouping() == null
                && query.combined() == null
                && query.distinctOn().isEmpty()
                && !query.distinct();
    }

    private static boolean isTie(Term term) {
        return term instanceof Term.Compare compare
                && compare.operator() == ComparisonOperator.EQUAL
                && compare.right() instanceof Term.Outer
                && !TermWalk.any(compare.left(), part -> part instanceof Term.Outer);
    }

    static SqlExpr.InSelect in(Planner planner, SqlExpr value, Query query, Term given, Scope around) {
        List<Term.Compare> ties = new ArrayList<>();
        List<Clause> clauses = new ArrayList<>();
        for (Clause clause : query.clauses()) {
            if (clause instanceof Clause.Filter filter) {
                List<Term> left = new ArrayList<>(GroupKeys.conjuncts(filter));
                for (Term term : GroupKeys.conjuncts(filter)) {
                    if (isTie(term) && term instanceof Term.Compare compare) {
                        ties.add(compare);
                        left.remove(term);
                    }
                }
                if (!left.isEmpty()) {
                    clauses.add(new Clause.Filter(Term.all(left)));
                }
            } else {
                clauses.add(clause);
            }
        }
        Slice slice = query.slice();
        Query rest = query.withClauses(clauses).withSlice(Slice.NONE);
        Planner.Statement statement = Planner.Statement.around(around);
        Part part = new Part(statement.aliases());
        Frame rows = (Frame) planner.rows(rest, List.of(new Projection.Item("", given)), statement, around);
        SqlExpr.ColumnRef member = part.column(rows.value(given));
        List<SqlExpr> partition = new ArrayList<>();
        List<SqlExpr> where = new ArrayList<>();
        where.add(new SqlExpr.NullCheck(member, true));
        for (Term.Compare tie : ties) {
            SqlExpr own = rows.value(tie.left());
            partition.add(own);
            Scope outside = around.inGroup(Scope.LATEST);
            SqlExpr of = around.lowering().value(((Term.Outer) tie.right()).value(), outside);
            where.add(Node.equal(part.column(own), of));
        }
        SqlExpr number = new SqlExpr.Over(
                new SqlExpr.WindowCall(WindowFunction.ROW_NUMBER, List.of(), StorageType.BIGINT),
                partition,
                rows.lowering.orderOfRows(rest.order(), rows.scope),
                null);
        SqlExpr.ColumnRef position = part.column(number);
        SqlExpr offset = Cut.offset(slice);
        if (offset != null) {
            where.add(new Comparison(ComparisonOperator.GREATER, position, offset));
        }
        SqlExpr end = Cut.end(slice);
        if (end != null) {
            where.add(new Comparison(ComparisonOperator.LESS_OR_EQUAL, position, end));
        }
        Clauses inner = new Clauses();
        inner.outputs = new ArrayList<>(part.outputs());
        return new SqlExpr.InSelect(
                value,
                new Select(
                        false,
                        List.of(new Output(member, null)),
                        new FromItem.Derived(rows.select.build(inner), part.alias()),
                        List.of(),
                        SelectBuilder.conjunction(where),
                        List.of(),
                        null,
                        List.of(),
                        null,
                        null));
    }
}
