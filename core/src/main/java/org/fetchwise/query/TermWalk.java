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
     * Gives every aggregate of a term to a function, those that are taken over windows and those within others left out.
     *
     * @param term the term
     * @param visit takes each aggregate
     */
    public static void aggregates(Term term, Consumer<Term.Aggregate> visit) {
        switch (term) {
            case Term.Aggregate aggregate -> visit.accept(aggregate);
            case Term.Windowed windowed -> {
                rebuild(windowed.function(), part -> {
                    aggregates(part, visit);
                    return part;
                });
                windowed.partitionBy().forEach(part -> aggregates(part, visit));
                windowed.orderBy().forEach(order -> aggregates(order.value(), visit));
            }
            case Term other ->
                rebuild(other, part -> {
                    aggregates(part, visit);
                    return part;
                });
        }
    }

    /**
     * {@return whether a term has an aggregate, those taken over windows left out}
     *
     * @param term the term
     */
    public static boolean isAggregated(Term term) {
        boolean[] found = {false};
        aggregates(term, aggregate -> found[0] = true);
        return found[0];
    }

    /**
     * {@return whether a term has a function over a window}
     *
     * @param term the term
     */
    public static boolean isWindowed(Term term) {
        return any(term, part -> part instanceof Term.Windowed);
    }

    /**
     * {@return the path whose rows an aggregate of a term takes: the deepest of its columns}
     *
     * @param argument the term
     * @param root the path where there is no column, or only within another aggregate
     */
    public static Path rows(Term argument, Path root) {
        Path[] deepest = {root};
        rows(argument, path -> {
            if (path.steps().size() > deepest[0].steps().size()) {
                deepest[0] = path;
            }
        });
        return deepest[0];
    }

    private static void rows(Term term, Consumer<Path> visit) {
        switch (term) {
            case Term.Column column -> visit.accept(column.path());
            case Term.Aggregate aggregate -> {
                // its rows are its own
            }
            case Term other ->
                rebuild(other, part -> {
                    rows(part, visit);
                    return part;
                });
        }
    }

    /**
     * {@return whether a term takes its value from any number of rows, aggregates left out}
     *
     * @param term the term
     */
    public static boolean spansMany(Term term) {
        boolean[] found = {false};
        rows(term, path -> found[0] = found[0] || path.isToMany());
        return found[0];
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
                        optional(aggregate.filter(), change),
                        options(aggregate.options(), change));
            case Term.Ranking ranking ->
                new Term.Ranking(
                        ranking.function(), each(ranking.arguments(), change), ranking.number(), ranking.type());
            case Term.Carried carried -> carried;
            case Term.Given given -> new Term.Given(change.apply(given.key()), given.entries(), given.type());
            case Term.Rows rows -> rows;
            case Term.NamedRows named -> named;
            case Term.Outer outer -> outer;
            case Term.Exists exists -> exists;
            case Term.Subselect subselect -> subselect;
            case Term.Related related -> related;
            case Term.Distance distance -> new Term.Distance(distance.walk(), change.apply(distance.key()));
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
                        aggregate.type(),
                        options(aggregate.options(), change));
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
                        orders(windowed.orderBy(), change),
                        windowed.frame());
        };
    }

    private static Term.AggregateOptions options(Term.AggregateOptions options, UnaryOperator<Term> change) {
        return options.equals(Term.AggregateOptions.NONE)
                ? options
                : new Term.AggregateOptions(each(options.parameters(), change), orders(options.order(), change));
    }

    /**
     * {@return an order with each of its values replaced}
     *
     * @param orders the order
     * @param change gives the replacement of a value, the value itself to leave it
     */
    public static List<Term.Order> orders(List<Term.Order> orders, UnaryOperator<Term> change) {
        return orders.stream()
                .map(order -> new Term.Order(
                        change.apply(order.value()), order.descending(), order.nulls(), order.relation()))
                .toList();
    }

    private static List<Term> each(List<Term> terms, UnaryOperator<Term> change) {
        return terms.stream().map(change).toList();
    }

    private static @Nullable Term optional(@Nullable Term term, UnaryOperator<Term> change) {
        return term == null ? null : change.apply(term);
    }
}
