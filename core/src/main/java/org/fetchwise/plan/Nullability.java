package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.query.Term;

/** Finds what makes a condition unknown: columns and other values that it compares, and that may be NULL. */
final class Nullability {
    private Nullability() {}

    /** The columns of which one that is NULL makes the condition unknown, and the values that may be NULL by themselves. */
    static List<Term> of(Term condition) {
        List<Term> found = new ArrayList<>();
        collect(condition, found);
        return found;
    }

    private static void collect(Term term, List<Term> found) {
        switch (term) {
            case Term.Column column -> add(column, found);
            case Term.Carried carried -> add(carried, found);
            case Term.Given given -> add(given, found);
            case Term.Compare compare
            when compare.right() instanceof Term.Declared declared && declared.isNothing() -> {
                // As in Django, what is compared with nothing and is NULL is left out by exclude, too.
            }
            case Term.Compare compare -> {
                collect(compare.left(), found);
                comparedWith(compare.right(), found);
            }
            case Term.In in -> collect(in.value(), found);
            case Term.Match match -> {
                collect(match.text(), found);
                comparedWith(match.part(), found);
            }
            case Term.Regex regex -> {
                collect(regex.text(), found);
                comparedWith(regex.pattern(), found);
            }
            case Term.Between between -> collect(found, between.value(), between.low(), between.high());
            case Term.Arithmetic arithmetic -> collect(found, arithmetic.left(), arithmetic.right());
            case Term.Range range -> collect(found, range.value(), range.low(), range.high());
            case Term.JsonContains contains -> collect(found, contains.document(), contains.part());
            case Term.Cast cast -> collect(cast.value(), found);
            case Term.Declared declared -> collect(declared.value(), found);
            case Term.Local local -> collect(local.instant(), found);
            case Term.OfLocal local -> collect(local.local(), found);
            case Term.Collated collated -> collect(collated.text(), found);
            case Term.JsonGet get -> collect(get.document(), found);
            case Term.Template template -> add(template, found);
            case Term.Call call -> call(call, found);
            case Term.Case choice -> {
                if (choice.otherwise() == null
                        || !of(choice.otherwise()).isEmpty()
                        || choice.branches().stream()
                                .anyMatch(branch -> !of(branch.value()).isEmpty())) {
                    add(choice, found);
                }
            }
            case Term other -> {
                // never NULL, or an aggregate, whose NULL stands for no rows at all
            }
        }
    }

    /** As in Django, a column that is never NULL in its own row may be unknown for want of the row. */
    private static void comparedWith(Term term, List<Term> found) {
        if (!(term instanceof Term.Column column)
                || column.attribute().is(Trait.NULLABLE)
                || !column.path().target().has(column.attribute().index())) {
            collect(term, found);
        }
    }

    private static void call(Term.Call call, List<Term> found) {
        switch (call.function()) {
            case COALESCE -> {
                if (call.arguments().stream().noneMatch(argument -> of(argument).isEmpty())) {
                    add(call, found);
                }
            }
            case CONCAT -> {
                // takes NULL for an empty text
            }
            case GREATEST, LEAST, NULLIF -> add(call, found);
            default -> collect(found, call.arguments().toArray(new Term[0]));
        }
    }

    private static void collect(List<Term> found, Term... terms) {
        for (Term term : terms) {
            collect(term, found);
        }
    }

    private static void add(Term term, List<Term> found) {
        if (!found.contains(term)) {
            found.add(term);
        }
    }
}
