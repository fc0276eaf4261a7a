package org.fetchwise.query;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/**
 * Spreads what is said of a value of several columns over the columns.
 *
 * <pre>{@code
 * (a, b) = (1, 2)             ->  a = 1 AND b = 2
 * (a, b) = (1, NULL)          ->  a = 1 AND b IS NULL
 * (a, b) <> (1, 2)            ->  NOT (a = 1 AND b = 2)
 * key (a, b) IS NULL          ->  a IS NULL OR b IS NULL
 * embedded (a, b) IS NULL     ->  a IS NULL AND b IS NULL
 * ORDER BY (a, b) DESC        ->  ORDER BY a DESC, b DESC
 * }</pre>
 */
public final class Tuples {
    private Tuples() {}

    /**
     * {@return a condition on the columns in place of one on a value of several columns, or null where there is no such value}
     *
     * @param condition the condition
     */
    public static @Nullable Term spread(Term condition) {
        return switch (condition) {
            case Term.Compare compare
            when compare.left() instanceof Term.Tuple left -> compare(compare.operator(), left, compare.right());
            case Term.Compare compare
            when compare.right() instanceof Term.Tuple right ->
                compare(opposite(compare.operator()), right, compare.left());
            case Term.IsNull isNull
            when isNull.value() instanceof Term.Tuple tuple -> {
                List<Term> parts = new ArrayList<>();
                tuple.parts().forEach(part -> parts.add(new Term.IsNull(part)));
                yield tuple.key() ? new Term.Or(parts) : new Term.And(parts);
            }
            case Term.IsNotNull isNotNull
            when isNotNull.value() instanceof Term.Tuple tuple -> {
                List<Term> parts = new ArrayList<>();
                tuple.parts().forEach(part -> parts.add(new Term.IsNotNull(part)));
                yield tuple.key() ? new Term.And(parts) : new Term.Or(parts);
            }
            case Term.In in when in.value() instanceof Term.Tuple tuple -> among(tuple, in.values());
            case Term other -> null;
        };
    }

    /**
     * {@return the terms of an order, one for each column}
     *
     * @param order an order
     */
    public static List<Term.Order> spread(Term.Order order) {
        if (!(order.value() instanceof Term.Tuple tuple)) {
            return List.of(order);
        }
        List<Term.Order> orders = new ArrayList<>();
        tuple.parts().forEach(part -> orders.add(new Term.Order(part, order.descending(), order.nulls())));
        return orders;
    }

    /**
     * {@return the columns of a value of several, or the term itself}
     *
     * @param term a term
     */
    public static List<Term> spreadValue(Term term) {
        return switch (term) {
            case Term.Tuple tuple -> List.copyOf(tuple.parts());
            case Term.Annotated annotated -> spreadValue(annotated.value());
            case Term other -> List.of(other);
        };
    }

    /**
     * {@return the part of a term that has several columns where SQL takes a value of one, or null where there is none}
     *
     * @param term what is calculated of its parts: of a function, a choice, an aggregate or a subquery
     */
    public static @Nullable Term misplaced(Term term) {
        return switch (term) {
            case Term.Call call -> several(call.arguments());
            case Term.Ranking ranking -> several(ranking.arguments());
            case Term.Windowed windowed -> misplaced(windowed.function());
            case Term.Template template -> several(template.operands());
            case Term.JsonObject object ->
                several(object.members().stream().map(Term.JsonMember::value).toList());
            case Term.Case choice -> {
                List<Term> values = new ArrayList<>(
                        choice.branches().stream().map(Term.Branch::value).toList());
                if (choice.otherwise() != null) {
                    values.add(choice.otherwise());
                }
                yield several(values);
            }
            case Term.Subselect subselect -> several(List.of(QueryWalk.onlyValue(subselect.query())));
            case Term other -> null;
        };
    }

    private static @Nullable Term several(List<Term> terms) {
        return terms.stream()
                .filter(term -> spreadValue(term).size() > 1)
                .findFirst()
                .orElse(null);
    }

    private static Term compare(ComparisonOperator operator, Term.Tuple left, Term right) {
        Term equal = new Term.And(equal(left, values(left, right)));
        return switch (operator) {
            case EQUAL -> equal;
            case NOT_EQUAL -> new Term.Not(equal);
            case LESS -> ordered(left, values(left, right), ComparisonOperator.LESS, ComparisonOperator.LESS);
            case LESS_OR_EQUAL -> ordered(left, values(left, right), ComparisonOperator.LESS, operator);
            case GREATER -> ordered(left, values(left, right), ComparisonOperator.GREATER, ComparisonOperator.GREATER);
            case GREATER_OR_EQUAL -> ordered(left, values(left, right), ComparisonOperator.GREATER, operator);
        };
    }

    private static ComparisonOperator opposite(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL -> operator;
            case LESS -> ComparisonOperator.GREATER;
            case LESS_OR_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
            case GREATER -> ComparisonOperator.LESS;
            case GREATER_OR_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
        };
    }

    private static List<? extends Term> values(Term.Tuple beside, Term value) {
        return switch (value) {
            case Term.Tuple tuple when tuple.parts().size() == beside.parts().size() -> tuple.parts();
            case Term.Literal literal -> {
                List<Term> parts = new ArrayList<>();
                List<@Nullable Object> values = beside.type().partsOf(literal.value());
                for (int at = 0; at < beside.parts().size(); at++) {
                    parts.add(new Term.Literal(
                            values.get(at), beside.parts().get(at).type()));
                }
                yield parts;
            }
            case Term.Outer outer
            when outer.value() instanceof Term.Tuple tuple ->
                values(beside, tuple).stream().map(Term.Outer::new).toList();
            case Term other ->
                throw new QueryException(
                        "'" + beside + "' has " + beside.parts().size() + " columns, and cannot be compared with '"
                                + other + "'. Compare the columns.");
        };
    }

    private static List<Term> equal(Term.Tuple left, List<? extends Term> right) {
        List<Term> terms = new ArrayList<>();
        for (int at = 0; at < right.size(); at++) {
            Term.Column part = left.parts().get(at);
            boolean isNull = right.get(at) instanceof Term.Literal literal && literal.value() == null;
            terms.add(isNull ? new Term.IsNull(part) : new Term.Compare(ComparisonOperator.EQUAL, part, right.get(at)));
        }
        return terms;
    }

    /** {@code (a, b) < (1, 2)  ->  a < 1 OR (a = 1 AND b < 2)}. */
    private static Term ordered(
            Term.Tuple left, List<? extends Term> right, ComparisonOperator before, ComparisonOperator last) {
        List<Term> equal = equal(left, right);
        List<Term> branches = new ArrayList<>();
        for (int at = 0; at < right.size(); at++) {
            List<Term> branch = new ArrayList<>(equal.subList(0, at));
            branch.add(new Term.Compare(
                    at == right.size() - 1 ? last : before, left.parts().get(at), right.get(at)));
            branches.add(Term.all(branch));
        }
        return new Term.Or(branches);
    }

    /** Among values without NULL they are compared as rows; NULL equals nothing there, so it is asked for by itself. */
    private static @Nullable Term among(Term.Tuple tuple, Term.Values values) {
        if (values instanceof Term.OneOf one) {
            return compare(ComparisonOperator.EQUAL, tuple, one.value());
        }
        if (!(values instanceof Term.ListOf list)) {
            return null;
        }
        List<Object> whole = new ArrayList<>();
        List<Term> others = new ArrayList<>();
        for (Object value : list.values()) {
            if (tuple.type().partsOf(value).contains(null)) {
                others.add(compare(ComparisonOperator.EQUAL, tuple, new Term.Literal(value, list.type())));
            } else {
                whole.add(value);
            }
        }
        if (others.isEmpty()) {
            return null;
        }
        if (!whole.isEmpty()) {
            others.add(0, new Term.In(tuple, new Term.ListOf(whole, list.type())));
        }
        return new Term.Or(others);
    }
}
