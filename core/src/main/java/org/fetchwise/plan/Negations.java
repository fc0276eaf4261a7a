package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;

/**
 * Negates conditions as one would by hand. The result is unknown where the condition is.
 *
 * <pre>{@code
 * NOT (a > b)      ->  a <= b             NOT (NOT a)                   ->  a
 * NOT (a IS NULL)  ->  a IS NOT NULL      NOT (a > b AND a IS NOT NULL) ->  a <= b OR a IS NULL
 * }</pre>
 */
final class Negations {
    private Negations() {}

    static SqlExpr of(SqlExpr condition) {
        return switch (condition) {
            case SqlExpr.Negation negation -> negation.condition();
            case SqlExpr.Comparison comparison ->
                new SqlExpr.Comparison(opposite(comparison.operator()), comparison.left(), comparison.right());
            case SqlExpr.NullCheck check -> new SqlExpr.NullCheck(check.value(), !check.negated());
            case SqlExpr.Constant constant
            when constant.value() instanceof Boolean truth -> new SqlExpr.Constant(!truth);
            case SqlExpr.AllOf all when isDistributed(all.terms()) -> new SqlExpr.AnyOf(each(all.terms()));
            case SqlExpr.AnyOf any when isDistributed(any.terms()) -> new SqlExpr.AllOf(each(any.terms()));
            case SqlExpr other -> new SqlExpr.Negation(other);
        };
    }

    private static ComparisonOperator opposite(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> ComparisonOperator.NOT_EQUAL;
            case NOT_EQUAL -> ComparisonOperator.EQUAL;
            case LESS -> ComparisonOperator.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> ComparisonOperator.GREATER;
            case GREATER -> ComparisonOperator.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> ComparisonOperator.LESS;
        };
    }

    /** Whether negating the terms one by one reads better than negating them together. */
    private static boolean isDistributed(List<SqlExpr> terms) {
        long negated = terms.stream()
                .filter(term -> !(term instanceof SqlExpr.Comparison
                        || term instanceof SqlExpr.NullCheck
                        || term instanceof SqlExpr.Negation))
                .count();
        return negated <= 1;
    }

    private static List<SqlExpr> each(List<SqlExpr> terms) {
        List<SqlExpr> negated = new ArrayList<>(terms.size());
        for (SqlExpr term : terms) {
            negated.add(of(term));
        }
        return negated;
    }
}
