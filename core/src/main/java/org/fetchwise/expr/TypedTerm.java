package org.fetchwise.expr;

import java.util.Objects;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.jspecify.annotations.Nullable;

/** What every expression holds: its term and its name. Two expressions are equal when both are. */
abstract sealed class TypedTerm<R, V> implements Expr<R, V>, TermSource
        permits BooleanColumn,
                StringColumn,
                IntColumn,
                LongColumn,
                DoubleColumn,
                DecimalColumn,
                TemporalColumn,
                ValueColumn,
                Field,
                AnyTerm,
                JsonExpr,
                RelatedTerm,
                NamedPath,
                AnyAggregate,
                TextAggregate,
                ConditionTerm,
                ValueTerm,
                StringTerm,
                TemporalTerm,
                IntTerm,
                LongTerm,
                DoubleTerm,
                DecimalTerm,
                Aggregate,
                IntAggregate,
                LongAggregate,
                RowCount,
                DoubleAggregate,
                DecimalAggregate {
    private final Term term;
    private final @Nullable String name;

    TypedTerm(Term term, @Nullable String name) {
        this.term = term;
        this.name = name;
    }

    @Override
    public final Term asTerm() {
        return term;
    }

    @Override
    public final @Nullable String givenName() {
        return name;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof TypedTerm<?, ?> typed && typed.term.equals(term) && Objects.equals(typed.name, name);
    }

    @Override
    public final int hashCode() {
        return term.hashCode();
    }

    @Override
    public final String toString() {
        return name == null ? term.toString() : name;
    }
}
