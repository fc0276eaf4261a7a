package org.fetchwise.query;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Visits and rebuilds terms. Nested queries and conditions on another entity's rows are not entered. */
public final class TermWalk {
    private TermWalk() {}

    /**
     * Gives every column of a term to a function, those of nested queries and row conditions left out.
     *
     * @param term the term
     * @param visit takes each column
     */
    public static void columns(Term term, Consumer<Term.Column> visit) {
        if (term instanceof Term.Column column) {
            visit.accept(column);
        }
        rebuild(term, part -> {
            columns(part, visit);
            return part;
        });
    }

    /**
     * {@return whether a term or a part of it fulfils a test}
     *
     * @param term the term
     * @param test the test
     */
    public static boolean any(Term term, Predicate<Term> test) {
        if (test.test(term)) {
            return true;
        }
        boolean[] found = {false};
        rebuild(term, part -> {
            found[0] = found[0] || any(part, test);
            return part;
        });
        return found[0];
    }

    /**
     * {@return whether a term takes its value from any number of rows, aggregates left out}
     *
     * @param term the term
     */
    public static boolean spansMany(Term term) {
        return !(term instanceof Term.Aggregate)
                && any(
                        term,
                        part -> part instanceof Term.Column column
                                && column.path().isToMany());
    }

    /**
     * {@return the term with each of its direct parts replaced}
     *
     * @param term the term
     * @param change gives the replacement of a part, the part itself to leave it
     */
    public static Term rebuild(Term term, UnaryOperator<Term> change) {
        return switch (term) {
            case Term.Column column -> column;
            case Term.Tuple tuple ->
                new Term.Tuple(
                        tuple.parts().stream()
                                .map(part -> (Term.Column) change.apply(part))
                                .toList(),
                        tuple.type(),
                        tuple.key());
            case Term.Literal literal -> literal;
            case Term.Slot slot -> slot;
            case Term.Now now -> now;
            case Term.Lookup lookup -> lookup;
            case Term.Named named -> named;
            case Term.NamedOrder named -> named;
            case Term.Annotated annotated -> new Term.Annotated(change.apply(annotated.value()));
            case Term.NamedAggregate aggregate ->
                new Term.NamedAggregate(
                        aggregate.function(),
                        change.apply(aggregate.argument()),
                        aggregate.distinct(),
                        optional(aggregate.filter(), change));
            case Term.Ranking ranking -> ranking;
            case Term.Quantified quantified -> quantified;
            case Term.Compare compare ->
                new Term.Compare(compare.operator(), change.apply(compare.left()), change.apply(compare.right()));
            case Term.IsNull isNull -> new Term.IsNull(change.apply(isNull.value()));
            case Term.IsNotNull isNotNull -> new Term.IsNotNull(change.apply(isNotNull.value()));
            case Term.In in -> new Term.In(change.apply(in.value()), in.values());
            case Term.Match match ->
                new Term.Match(
                        match.position(), match.ignoreCase(), change.apply(match.text()), change.apply(match.part()));
            case Term.Regex regex ->
                new Term.Regex(regex.ignoreCase(), change.apply(regex.text()), change.apply(regex.pattern()));
            case Term.Between between ->
                new Term.Between(
                        change.apply(between.value()), change.apply(between.low()), change.apply(between.high()));
            case Term.And and -> new Term.And(each(and.terms(), change));
            case Term.Or or -> new Term.Or(each(or.terms(), change));
            case Term.Xor xor -> new Term.Xor(each(xor.terms(), change));
            case Term.Not not -> new Term.Not(change.apply(not.condition()));
            case Term.Aggregate aggregate ->
                new Term.Aggregate(
                        aggregate.function(),
                        aggregate.rows(),
                        optional(aggregate.argument(), change),
                        aggregate.distinct(),
                        optional(aggregate.filter(), change),
                        aggregate.rowFilter(),
                        aggregate.type());
            case Term.Arithmetic arithmetic ->
                new Term.Arithmetic(
                        arithmetic.operator(),
                        change.apply(arithmetic.left()),
                        change.apply(arithmetic.right()),
                        arithmetic.type());
            case Term.Call call -> new Term.Call(call.function(), each(call.arguments(), change), call.type());
            case Term.Cast cast ->
                new Term.Cast(change.apply(cast.value()), cast.type(), cast.precision(), cast.scale());
            case Term.Range range ->
                new Term.Range(change.apply(range.value()), change.apply(range.low()), change.apply(range.high()));
            case Term.JsonContains contains ->
                new Term.JsonContains(change.apply(contains.document()), change.apply(contains.part()));
            case Term.NamedComparison comparison ->
                new Term.NamedComparison(change.apply(comparison.left()), comparison.lookup(), comparison.value());
            case Term.NamedCall call -> new Term.NamedCall(call.name(), each(call.arguments(), change), call.zone());
            case Term.Declared declared -> new Term.Declared(change.apply(declared.value()), declared.type());
            case Term.Local local -> new Term.Local(change.apply(local.instant()), local.zone());
            case Term.OfLocal ofLocal -> new Term.OfLocal(change.apply(ofLocal.local()), ofLocal.zone());
            case Term.Collated collated -> new Term.Collated(change.apply(collated.text()), collated.collation());
            case Term.JsonGet get -> new Term.JsonGet(change.apply(get.document()), get.path(), get.type());
            case Term.JsonObject object ->
                new Term.JsonObject(object.members().stream()
                        .map(member -> new Term.JsonMember(member.name(), change.apply(member.value())))
                        .toList());
            case Term.Template template ->
                new Term.Template(template.texts(), each(template.operands(), change), template.type());
            case Term.Case choice ->
                new Term.Case(
                        choice.branches().stream()
                                .map(branch ->
                                        new Term.Branch(change.apply(branch.condition()), change.apply(branch.value())))
                                .toList(),
                        optional(choice.otherwise(), change),
                        choice.type());
            case Term.Windowed windowed ->
                new Term.Windowed(
                        change.apply(windowed.function()),
                        each(windowed.partitionBy(), change),
                        windowed.orderBy().stream()
                                .map(order ->
                                        new Term.Order(change.apply(order.value()), order.descending(), order.nulls()))
                                .toList(),
                        windowed.frame());
        };
    }

    private static List<Term> each(List<Term> terms, UnaryOperator<Term> change) {
        return terms.stream().map(change).toList();
    }

    private static @Nullable Term optional(@Nullable Term term, UnaryOperator<Term> change) {
        return term == null ? null : change.apply(term);
    }
}
