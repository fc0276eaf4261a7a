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
 *                                            a OR true  ->  true
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
            // As in Django, what is negated twice is as if it never was; but the conjunction that exclude negates stays
            // one.
            case Term.Not not when not.condition() instanceof Term.Not twice -> condition(twice.condition());
            case Term.Not not -> negation(condition(not.condition()));
            case Term.In in
            when in.values() instanceof Term.ListOf list && list.values().isEmpty() -> FALSE;
            case Term.In in
            when in.values() instanceof Term.QueryValues subquery
                    && subquery.query().none() -> FALSE;
            case Term.In in
            when in.values() instanceof Term.Walk walk && walk.start().none() -> FALSE;
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
        boolean always = false;
        for (Term term : terms) {
            Term smaller = condition(term);
            if (smaller.equals(TRUE)) {
                always = true;
            } else if (term instanceof Term.In in && smaller.equals(FALSE) && TermWalk.spansMany(in)) {
                joining.add(term);
            } else if (smaller instanceof Term.Or nested) {
                flat.addAll(nested.terms());
            } else {
                flat.add(smaller);
            }
        }
        if (always) {
            return always(flat, joining);
        }
        if (!flat.isEmpty()) {
            flat.addAll(joining);
        }
        return flat.size() == 1 ? flat.get(0) : new Term.Or(flat);
    }

    /** What always holds needs no other condition, but those over to-many relations give a row for each related one. */
    private static Term always(List<Term> flat, List<Term> joining) {
        List<Term> terms = new ArrayList<>(List.of(TRUE));
        flat.stream()
                .filter(term -> !term.equals(TRUE) && TermWalk.spansMany(term))
                .forEach(terms::add);
        terms.addAll(joining);
        return terms.size() == 1 ? TRUE : new Term.Or(terms);
    }

    private static boolean holdsAlways(Term condition) {
        return condition.equals(TRUE)
                || (condition instanceof Term.Or or
                        && !or.terms().isEmpty()
                        && or.terms().get(0).equals(TRUE));
    }

    private static Term negation(Term condition) {
        if (holdsAlways(condition)) {
            return FALSE;
        }
        if (condition.equals(FALSE)) {
            return TRUE;
        }
        return new Term.Not(condition);
    }
}
