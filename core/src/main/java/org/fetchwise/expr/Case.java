package org.fetchwise.expr;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Term;

/**
 * A choice between values: the first branch whose condition holds. The kind of the first value is that of all. It becomes
 * an expression by {@code otherwise}. Immutable.
 *
 * @param <R> the entity whose rows decide
 * @param <V> the type of the values
 * @param <E> the kind of the expression
 */
public final class Case<R, V, E extends Expr<R, V>> {
    private final List<Term.Branch> branches;
    private final ValueType<?> type;
    private final Function<Term, E> kind;

    private Case(List<Term.Branch> branches, ValueType<?> type, Function<Term, E> kind) {
        this.branches = branches;
        this.type = type;
        this.kind = kind;
    }

    /**
     * {@return the beginning of a further branch}
     *
     * @param condition its condition
     */
    public Next<R, V, E> orWhen(Condition<? super R> condition) {
        return new Next<>(this, Terms.of(condition));
    }

    /**
     * {@return the value of the first branch whose condition holds, or this one}
     *
     * @param value the value where no condition holds
     */
    public E otherwise(V value) {
        return kind.apply(new Term.Case(branches, new Term.Literal(value, type), type));
    }

    /**
     * {@return the value of the first branch whose condition holds, or this one}
     *
     * @param value the expression where no condition holds
     */
    public E otherwise(Expr<? super R, V> value) {
        return kind.apply(new Term.Case(branches, Terms.of(value), type));
    }

    /** {@return the value of the first branch whose condition holds, or NULL} */
    public E otherwiseNull() {
        return kind.apply(new Term.Case(branches, null, type));
    }

    private Case<R, V, E> and(Term condition, Term value) {
        List<Term.Branch> more = new ArrayList<>(branches);
        more.add(new Term.Branch(condition, value));
        return new Case<>(more, type, kind);
    }

    /**
     * The beginning of the first branch.
     *
     * @param <R> the entity whose rows decide
     */
    public static final class Then<R> {
        private final Term condition;

        Then(Term condition) {
            this.condition = condition;
        }

        /**
         * {@return the choice with this value}
         *
         * @param value the value where the condition holds
         */
        public Case<R, Integer, IntExpr<R>> then(int value) {
            return first(value, ValueType.INTEGER, term -> new IntTerm<>(term, null));
        }

        /**
         * {@return the choice with this value}
         *
         * @param value the value where the condition holds
         */
        public Case<R, Long, LongExpr<R>> then(long value) {
            return first(value, ValueType.LONG, term -> new LongTerm<>(term, null));
        }

        /**
         * {@return the choice with this value}
         *
         * @param value the value where the condition holds
         */
        public Case<R, Double, DoubleExpr<R>> then(double value) {
            return first(value, ValueType.DOUBLE, term -> new DoubleTerm<>(term, null));
        }

        /**
         * {@return the choice with this value}
         *
         * @param value the value where the condition holds
         */
        public Case<R, BigDecimal, DecimalExpr<R>> then(BigDecimal value) {
            return first(value, ValueType.DECIMAL, term -> new DecimalTerm<>(term, null));
        }

        /**
         * {@return the choice with this value}
         *
         * @param value the value where the condition holds
         */
        public Case<R, String, StringExpr<R>> then(String value) {
            return first(value, ValueType.TEXT, term -> new StringTerm<>(term, null));
        }

        /**
         * {@return the choice with this value, of the kind of the value}
         *
         * @param value the expression where the condition holds
         */
        public Case<R, Integer, IntExpr<R>> then(IntExpr<? super R> value) {
            return first(Terms.of(value), term -> new IntTerm<>(term, null));
        }

        /**
         * {@return the choice with this value, of the kind of the value}
         *
         * @param value the expression where the condition holds
         */
        public Case<R, Long, LongExpr<R>> then(LongExpr<? super R> value) {
            return first(Terms.of(value), term -> new LongTerm<>(term, null));
        }

        /**
         * {@return the choice with this value, of the kind of the value}
         *
         * @param value the expression where the condition holds
         */
        public Case<R, Double, DoubleExpr<R>> then(DoubleExpr<? super R> value) {
            return first(Terms.of(value), term -> new DoubleTerm<>(term, null));
        }

        /**
         * {@return the choice with this value, of the kind of the value}
         *
         * @param value the expression where the condition holds
         */
        public Case<R, BigDecimal, DecimalExpr<R>> then(DecimalExpr<? super R> value) {
            return first(Terms.of(value), term -> new DecimalTerm<>(term, null));
        }

        /**
         * {@return the choice with this value, of the kind of the value}
         *
         * @param value the expression where the condition holds
         */
        public Case<R, String, StringExpr<R>> then(StringExpr<? super R> value) {
            return first(Terms.of(value), term -> new StringTerm<>(term, null));
        }

        /**
         * {@return the choice with this value}
         *
         * @param value the expression where the condition holds
         * @param <V> the type of the value
         */
        public <V> Case<R, V, ValueExpr<R, V>> then(Expr<? super R, V> value) {
            return first(Terms.of(value), term -> new ValueTerm<>(term, null));
        }

        /**
         * {@return the choice with this value, whose type the query tells that it is added to}
         *
         * @param value the expression where the condition holds
         */
        public Case<Object, Object, AnyExpr> then(AnyExpr value) {
            return new Case<>(
                    List.of(new Term.Branch(condition, Terms.of(value))),
                    ValueType.UNKNOWN,
                    term -> new AnyTerm(term, null));
        }

        private <V, E extends Expr<R, V>> Case<R, V, E> first(Term value, Function<Term, E> kind) {
            return new Case<>(List.of(new Term.Branch(condition, value)), value.type(), kind);
        }

        private <V, E extends Expr<R, V>> Case<R, V, E> first(V value, ValueType<?> type, Function<Term, E> kind) {
            return new Case<>(List.of(new Term.Branch(condition, new Term.Literal(value, type))), type, kind);
        }
    }

    /**
     * The beginning of a further branch.
     *
     * @param <R> the entity whose rows decide
     * @param <V> the type of the values
     * @param <E> the kind of the expression
     */
    public static final class Next<R, V, E extends Expr<R, V>> {
        private final Case<R, V, E> before;
        private final Term condition;

        private Next(Case<R, V, E> before, Term condition) {
            this.before = before;
            this.condition = condition;
        }

        /**
         * {@return the choice with this value}
         *
         * @param value the value where the condition holds
         */
        public Case<R, V, E> then(V value) {
            return before.and(condition, new Term.Literal(value, before.type));
        }

        /**
         * {@return the choice with this value}
         *
         * @param value the expression where the condition holds
         */
        public Case<R, V, E> then(Expr<? super R, V> value) {
            return before.and(condition, Terms.of(value));
        }
    }
}
