package org.fetchwise.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes conditions smaller without changing what they mean.
 *
 * <pre>
 * (a AND (b AND c))  ->  (a AND b AND c)      NOT NOT a  ->  a
 * (a OR (b OR c))    ->  (a OR b OR c)        x IN ()    ->  false
 * a AND false        ->  false                a OR false ->  a
 * </pre>
 */
public final class Simplify {
    /** The condition that every row fulfils. */
    public static final Term TRUE = new Term.And(List.of());

    /** The condition that no row fulfils. */
    public static final Term FALSE = new Term.Or(List.of());

    private Simplify() {}

    /**
     * {@return the same condition, smaller}
     *
     * @param condition the condition
     */
    public static Term condition(Term condition) {
        return switch (condition) {
            case Term.And and -> conjunction(and.terms());
            case Term.Or or -> disjunction(or.terms());
            case Term.Not not when not.condition() instanceof Term.Not twice -> condition(twice.condition());
            case Term.Not not -> negation(condition(not.condition()));
            case Term.In in
            when in.values() instanceof Term.ListOf list && list.values().isEmpty() -> FALSE;
            case Term.In in
            when in.values() instanceof Term.QueryValues subquery
                    && subquery.query().none() -> FALSE;
            case Term.Xor xor -> TermWalk.rebuild(xor, Simplify::condition);
            case Term other -> other;
        };
    }

    private static Term conjunction(List<Term> terms) {
        List<Term> flat = new ArrayList<>(terms.size());
        for (Term term : terms) {
            Term smaller = condition(term);
            if (smaller.equals(FALSE)) {
                return FALSE;
            }
            if (smaller instanceof Term.And nested) {
                flat.addAll(nested.terms());
            } else {
                flat.add(smaller);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new Term.And(flat);
    }

    private static Term disjunction(List<Term> terms) {
        List<Term> flat = new ArrayList<>(terms.size());
        List<Term> joining = new ArrayList<>();
        for (Term term : terms) {
            Term smaller = condition(term);
            if (smaller.equals(TRUE)) {
                return TRUE;
            }
            if (term instanceof Term.In in && smaller.equals(FALSE) && TermWalk.spansMany(in)) {
                joining.add(term);
            } else if (smaller instanceof Term.Or nested) {
                flat.addAll(nested.terms());
            } else {
                flat.add(smaller);
            }
        }
        if (!flat.isEmpty()) {
            flat.addAll(joining);
        }
        return flat.size() == 1 ? flat.get(0) : new Term.Or(flat);
    }

    private static Term negation(Term condition) {
        if (condition.equals(TRUE)) {
            return FALSE;
        }
        if (condition.equals(FALSE)) {
            return TRUE;
        }
        return new Term.Not(condition);
    }
}
