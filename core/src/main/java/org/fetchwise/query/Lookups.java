package org.fetchwise.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.sql.SqlExpr.TextPosition;
import org.jspecify.annotations.Nullable;

/** Turns conditions and paths given as text into terms, checked against the model. */
public final class Lookups {
    static final List<String> NAMES = List.of(
            "exact",
            "iexact",
            "contains",
            "icontains",
            "startswith",
            "istartswith",
            "endswith",
            "iendswith",
            "in",
            "gt",
            "gte",
            "lt",
            "lte",
            "range",
            "isnull",
            "regex",
            "iregex");

    /** A relation is compared by its key, as a number or an identifier is, not as a text. */
    private static final List<String> OF_RELATIONS = List.of("exact", "in", "gt", "gte", "lt", "lte", "isnull");

    /** What stands before the query in a message. */
    private static final String IN_QUERY = "\nin query: ";

    private Lookups() {}

    /**
     * {@return whether a name is that of a comparison, as {@code icontains} is}
     *
     * @param name the name
     */
    public static boolean isName(String name) {
        return NAMES.contains(name) || JsonLookups.NAMES.contains(name);
    }

    /**
     * {@return a term without anything given as text}
     *
     * @param query the query that the term is added to
     * @param term the term
     * @throws QueryException if a path or a lookup is unknown, or a value does not fit
     */
    public static Term resolve(Query query, Term term) {
        try {
            return resolved(query, term);
        } catch (QueryException wrong) {
            String message = String.valueOf(wrong.getMessage());
            throw message.contains(IN_QUERY) ? wrong : new QueryException(message + IN_QUERY + query, wrong);
        }
    }

    private static Term resolved(Query query, Term term) {
        return switch (term) {
            case Term.Lookup lookup -> condition(query, lookup);
            case Term.Named named -> Walked.along(query, named.path()).complete(named.path());
            case Term.NamedAggregate aggregate -> aggregate(query, aggregate);
            case Term.NamedRows named -> rows(query, named);
            case Term.Arithmetic arithmetic
            when arithmetic.type().equals(ValueType.UNKNOWN) ->
                Calculations.of(
                        arithmetic.operator(), resolve(query, arithmetic.left()), resolve(query, arithmetic.right()));
            case Term.NamedCall call ->
                Calls.named((Term.NamedCall) TermWalk.rebuild(call, part -> resolve(query, part)));
            case Term.NamedComparison comparison -> {
                Term left = resolve(query, comparison.left());
                Term.Lookup lookup = new Term.Lookup(comparison.lookup(), comparison.value());
                yield new Comparing(query, lookup, left, null).by(comparison.lookup());
            }
            case Term.Cast cast -> {
                Term value = resolve(query, cast.value());
                yield JsonTerms.isJson(value) && cast.type().storage() != StorageType.JSON
                        ? JsonTerms.as(value, cast.type())
                        : new Term.Cast(value, cast.type(), cast.precision(), cast.scale());
            }
            case Term.Case choice
            when choice.type().equals(ValueType.UNKNOWN) ->
                choice((Term.Case) TermWalk.rebuild(choice, part -> resolve(query, part)));
            case Term.Ranking ranking
            when ranking.type().equals(ValueType.UNKNOWN) -> {
                List<Term> arguments = ranking.arguments().stream()
                        .map(part -> resolve(query, part))
                        .toList();
                yield new Term.Ranking(
                        ranking.function(),
                        arguments,
                        ranking.number(),
                        arguments.get(0).type());
            }
            case Term.Windowed windowed ->
                new Term.Windowed(
                        resolve(query, windowed.function()),
                        windowed.partitionBy().stream()
                                .map(part -> resolve(query, part))
                                .toList(),
                        ofKeys(query, windowed.orderBy()),
                        windowed.frame());
            case Term.Exists exists -> new Term.Exists(QueryWalk.within(query, exists.query()));
            case Term.Subselect subselect -> QueryWalk.subselect(QueryWalk.within(query, subselect.query()));
            case Term.In in
            when in.values() instanceof Term.QueryValues values ->
                new Term.In(resolve(query, in.value()), new Term.QueryValues(QueryWalk.within(query, values.query())));
            case Term.Quantified quantified
            when quantified.condition() != null ->
                new Term.Quantified(
                        quantified.quantifier(),
                        quantified.rows(),
                        resolve(Query.of(quantified.rows().target()), quantified.condition()));
            case Term other -> TermWalk.rebuild(other, part -> resolve(query, part));
        };
    }

    private static Term rows(Query query, Term.NamedRows named) {
        Walked walked = Walked.along(query, named.path());
        if (walked.relation() == null || !walked.rest().isEmpty()) {
            throw new QueryException("'" + named.path() + "' is no relation of " + query.entity()
                    + ", so that none of its rows can be left out.");
        }
        return new Term.Rows(walked.relation().filtered(ofRows(walked.relation(), named.condition())));
    }

    /**
     * {@return a condition on the rows at the end of a path, without anything given as text}
     *
     * @param path the path
     * @param condition the condition on one row
     */
    public static Term ofRows(Path path, Term condition) {
        return resolve(Query.of(path.target()), condition);
    }

    /**
     * {@return the terms of an order: a relation stands for the default ordering of its entity, or for its key, which it
     * always does where the rows are values and have it among them}
     *
     * <p>So it does where queries are combined, whose rows have nothing but such values.
     *
     * @param query the query that is ordered
     * @param order the order
     */
    public static List<Term.Order> orders(Query query, Term.Order order) {
        if (!(order.value() instanceof Term.NamedOrder named)) {
            return List.of(new Term.Order(resolve(query, order.value()), order.descending(), order.nulls()));
        }
        Walked walked = Walked.along(query, named.path());
        Path relation = walked.relation();
        if (relation == null || relation.target().ordering().isEmpty() || query.combined() != null) {
            return List.of(new Term.Order(walked.complete(named.path()), order.descending(), order.nulls()));
        }
        Term.ByRelation whole = new Term.ByRelation(named.path(), order.descending());
        if (query.projection() instanceof Projection.Values values) {
            for (Projection.Item item : values.items()) {
                if (item.name().equals(named.path())) {
                    return List.of(new Term.Order(item.term(), order.descending(), order.nulls(), whole));
                }
            }
        }
        List<Term.Order> orders = new ArrayList<>();
        relation.target().ordering().forEach(by -> {
            Term.NamedOrder part =
                    new Term.NamedOrder(named.path() + "__" + by.path().replace(".", "__"));
            boolean descending = by.descending() != order.descending();
            orders(query, new Term.Order(part, descending, order.nulls()))
                    .forEach(term -> orders.add(new Term.Order(term.value(), term.descending(), term.nulls(), whole)));
        });
        return orders;
    }

    /**
     * {@return a query whose orders by relations are by their keys where its values have them, and by default orderings else}
     *
     * @param query the query, whose values were chosen after its order
     */
    public static Query orderedByValues(Query query) {
        if (query.ordering().stream().allMatch(order -> order.relation() == null)) {
            return query;
        }
        List<Term.Order> orders = new ArrayList<>();
        Term.ByRelation before = null;
        for (Term.Order order : query.ordering()) {
            Term.ByRelation relation = order.relation();
            if (relation == null) {
                orders.add(order);
            } else if (!relation.equals(before)) {
                Term.NamedOrder named = new Term.NamedOrder(relation.path());
                orders.addAll(orders(query, new Term.Order(named, relation.descending(), order.nulls())));
            }
            before = relation;
        }
        return query.orderedBy(orders);
    }

    /** The order within a window or an aggregate, where a relation stands for its key. */
    private static List<Term.Order> ofKeys(Query query, List<Term.Order> orders) {
        return orders.stream()
                .map(order -> new Term.Order(
                        order.value() instanceof Term.NamedOrder named
                                ? Walked.along(query, named.path()).complete(named.path())
                                : resolve(query, order.value()),
                        order.descending(),
                        order.nulls()))
                .toList();
    }

    /**
     * {@return the column at the end of a path}
     *
     * @param entity the entity that it begins at
     * @param path attribute names joined by dots
     */
    public static Term path(EntityMeta<?> entity, String path) {
        return Walked.along(entity, path, List.of(path.split("\\."))).complete(path);
    }

    /**
     * {@return the relations of a path}
     *
     * @param entity the entity that it begins at
     * @param path relation names joined by two underscores
     */
    public static Path relation(EntityMeta<?> entity, String path) {
        Walked walked = Walked.along(entity, path, List.of(path.split("__", -1)));
        if (walked.relation() == null || !walked.rest().isEmpty()) {
            throw new QueryException("'" + path + "' on " + entity + " is no relation.");
        }
        return walked.relation();
    }

    private static Term choice(Term.Case choice) {
        List<Term> values = new ArrayList<>();
        choice.branches().forEach(branch -> values.add(branch.value()));
        if (choice.otherwise() != null) {
            values.add(choice.otherwise());
        }
        List<Term> alike = Kinds.alike("case", values);
        List<Term.Branch> branches = new ArrayList<>();
        for (int at = 0; at < choice.branches().size(); at++) {
            branches.add(new Term.Branch(choice.branches().get(at).condition(), alike.get(at)));
        }
        return new Term.Case(
                branches, choice.otherwise() == null ? null : alike.getLast(), Kinds.common("case", alike));
    }

    private static Term aggregate(Query query, Term.NamedAggregate aggregate) {
        Term argument = resolve(query, aggregate.argument());
        Term filter = aggregate.filter() == null ? null : resolve(query, aggregate.filter());
        requireNumbers(query, aggregate.function(), argument);
        Path rows = TermWalk.rows(argument, Path.of(query.entity()));
        boolean row = aggregate.function() == AggregateFunction.COUNT
                && (argument.equals(Term.key(rows)) || argument instanceof Term.Literal);
        Term.AggregateOptions options = aggregate.options();
        return new Term.Aggregate(
                aggregate.function(),
                rows,
                row ? null : argument,
                aggregate.distinct(),
                filter,
                null,
                typeOf(aggregate.function(), argument.type()),
                new Term.AggregateOptions(
                        options.parameters().stream()
                                .map(part -> resolve(query, part))
                                .toList(),
                        ofKeys(query, options.order())));
    }

    /** Refuses to calculate with what is no number: some databases would make numbers of texts and times, each others. */
    private static void requireNumbers(Query query, AggregateFunction function, Term argument) {
        boolean lengths = function == AggregateFunction.SUM || function == AggregateFunction.AVG;
        boolean calculated = switch (function) {
            case SUM, AVG, STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP, PERCENTILE_CONT -> true;
            case COUNT, MIN, MAX, BOOL_AND, BOOL_OR, STRING_AGG, JSON_ARRAYAGG -> false;
        };
        ValueType<?> type = argument.type();
        StorageType storage = type.storage();
        boolean fits = !calculated
                || type.equals(ValueType.UNKNOWN)
                || (storage.isNumber() && !type.javaType().isEnum())
                || (lengths && storage == StorageType.DURATION)
                || (JsonTerms.isJson(argument) && argument instanceof Term.JsonGet);
        if (!fits) {
            throw new UnsupportedFeatureException(function + " takes numbers" + (lengths ? " and durations" : "")
                    + ", but '" + argument + "' is of the type "
                    + type.javaType().getSimpleName()
                    + ". Take a number of it: a part of a date, a length, or a case of 1 and 0." + IN_QUERY + query);
        }
    }

    /** The type of an aggregate's value. */
    static ValueType<?> typeOf(AggregateFunction function, ValueType<?> argument) {
        StorageType storage = argument.storage();
        return switch (function) {
            case COUNT -> ValueType.LONG;
            case MIN, MAX -> argument;
            case SUM -> storage.isWhole() ? ValueType.LONG : argument;
            case AVG -> storage == StorageType.DECIMAL || storage == StorageType.DURATION ? argument : ValueType.DOUBLE;
            case STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP ->
                storage == StorageType.DECIMAL ? ValueType.DECIMAL : ValueType.DOUBLE;
            case PERCENTILE_CONT -> ValueType.DOUBLE;
            case BOOL_AND, BOOL_OR -> ValueType.BOOLEAN;
            case STRING_AGG -> ValueType.TEXT;
            case JSON_ARRAYAGG -> ValueType.JSON;
        };
    }

    /** A term whose parts have got their types. */
    static Term retyped(Term term) {
        return term instanceof Term.Arithmetic arithmetic && arithmetic.type().equals(ValueType.UNKNOWN)
                ? Calculations.of(arithmetic.operator(), arithmetic.left(), arithmetic.right())
                : term;
    }

    private static Term condition(Query query, Term.Lookup lookup) {
        Walked walked = Walked.along(query, lookup.path());
        List<String> rest = walked.rest();
        String name = rest.isEmpty() ? "exact" : rest.get(rest.size() - 1);
        if (rest.size() > 1 || !isName(name)) {
            List<String> transforms = Transforms.names(walked.value());
            throw wrong(
                    lookup,
                    "has '" + rest.get(0) + "' behind '" + walked.value() + "', which is none of the lookups " + NAMES
                            + (transforms.isEmpty() ? "" : " nor of " + transforms));
        }
        if (walked.key() && !OF_RELATIONS.contains(name)) {
            throw wrong(
                    lookup,
                    "ends in '" + walked.value() + "', which only " + OF_RELATIONS
                            + " can follow: name one of its attributes");
        }
        return new Comparing(query, lookup, walked.value(), walked.relation()).by(name);
    }

    private static QueryException wrong(Term.Lookup lookup, String why) {
        return new QueryException("The lookup '" + lookup.path() + "' " + why + ".");
    }

    /** One lookup: the value that its path leads to, and what it is compared with. */
    private record Comparing(
            Query query,
            Term.Lookup lookup,
            Term left,
            @Nullable Path relation) {
        Term by(String name) {
            if (JsonTerms.isJson(left)) {
                Term condition = JsonLookups.condition(left, name, lookup.value(), term -> resolve(query, term));
                if (condition != null) {
                    return condition;
                }
            }
            return switch (name) {
                case "exact" -> lookup.value() == null ? new Term.IsNull(left) : compare(ComparisonOperator.EQUAL);
                case "gt" -> compare(ComparisonOperator.GREATER);
                case "gte" -> compare(ComparisonOperator.GREATER_OR_EQUAL);
                case "lt" -> compare(ComparisonOperator.LESS);
                case "lte" -> compare(ComparisonOperator.LESS_OR_EQUAL);
                case "in" -> in();
                case "range" -> {
                    List<?> ends = list();
                    if (ends.size() != 2) {
                        throw wrong(lookup, "takes a collection of two values");
                    }
                    yield new Term.Between(left, end(ends.get(0)), end(ends.get(1)));
                }
                case "isnull" -> {
                    if (!(lookup.value() instanceof Boolean isNull)) {
                        throw wrong(lookup, "takes true or false");
                    }
                    yield isNull ? new Term.IsNull(left) : new Term.IsNotNull(left);
                }
                case "iexact" -> lookup.value() == null ? new Term.IsNull(left) : match(TextPosition.WHOLE, true);
                case "contains" -> match(TextPosition.ANYWHERE, false);
                case "icontains" -> match(TextPosition.ANYWHERE, true);
                case "startswith" -> match(TextPosition.START, false);
                case "istartswith" -> match(TextPosition.START, true);
                case "endswith" -> match(TextPosition.END, false);
                case "iendswith" -> match(TextPosition.END, true);
                case "regex" -> new Term.Regex(false, text(left), text());
                case "iregex" -> new Term.Regex(true, text(left), text());
                default -> throw wrong(lookup, "ends in no lookup; there are " + NAMES);
            };
        }

        private Term compare(ComparisonOperator operator) {
            Term decided = lookup.value() instanceof Number number && isFinite(number)
                    ? Bounds.beyond(operator, left.type().storage(), number)
                    : null;
            if (decided != null) {
                return decided;
            }
            if (lookup.value() instanceof Query subquery) {
                if (operator == ComparisonOperator.EQUAL && subquery.slice().limit() != 1) {
                    throw wrong(lookup, "takes a query of one row: add limit(1), or use in");
                }
                return new Term.Compare(operator, left, QueryWalk.subselect(QueryWalk.within(query, subquery)));
            }
            return new Term.Compare(operator, left, value(Fractions.fitted(left.type(), operator, lookup.value())));
        }

        private Term in() {
            if (lookup.value() instanceof Query subquery) {
                if (subquery.projection() instanceof Projection.Values values
                        && values.items().size() != 1) {
                    throw wrong(
                            lookup,
                            "takes a query of one value a row, but this one gives "
                                    + values.items().size());
                }
                if (relation != null
                        && subquery.projection() instanceof Projection.Entities
                        && !subquery.entity()
                                .type()
                                .isAssignableFrom(relation.target().type())
                        && !relation.target()
                                .type()
                                .isAssignableFrom(subquery.entity().type())) {
                    throw wrong(
                            lookup,
                            "takes a query of " + relation.target() + ", not of " + subquery.entity()
                                    + ": ask it for the values(...) that are meant");
                }
                return new Term.In(left, new Term.QueryValues(QueryWalk.within(query, subquery)));
            }
            List<Object> literals = new ArrayList<>();
            List<Term> terms = new ArrayList<>();
            boolean numbers = left.type().parts().isEmpty() && left.type().isNumber();
            for (Object element : list()) {
                if (element != null) {
                    Term term = value(Fractions.cut(left.type(), element));
                    if (term instanceof Term.Literal literal && literal.value() != null) {
                        literals.add(literal.value());
                    } else {
                        terms.add(new Term.Compare(ComparisonOperator.EQUAL, left, term));
                    }
                }
            }
            Term.Values values = numbers
                    ? Numbers.list(
                            left.type(),
                            literals.stream().map(Number.class::cast).toList())
                    : new Term.ListOf(literals, left.type());
            Term among = new Term.In(left, values);
            if (terms.isEmpty()) {
                return among;
            }
            terms.add(0, among);
            return new Term.Or(terms);
        }

        private static boolean isFinite(Number number) {
            return !(number instanceof Double || number instanceof Float) || Double.isFinite(number.doubleValue());
        }

        private List<?> list() {
            if (!(lookup.value() instanceof Collection<?> values)) {
                throw wrong(lookup, "takes a collection of values");
            }
            return new ArrayList<>(values);
        }

        private Term match(TextPosition position, boolean ignoreCase) {
            return new Term.Match(position, ignoreCase, text(left), text());
        }

        private Term text() {
            return switch (lookup.value()) {
                case Term term -> text(resolve(query, term));
                case String text -> new Term.Literal(text, text(left).type());
                case Number number ->
                    new Term.Literal(number.toString(), text(left).type());
                case null, default -> throw wrong(lookup, "takes a text");
            };
        }

        private static Term text(Term value) {
            if (JsonTerms.isJson(value)) {
                return JsonTerms.text(value);
            }
            return value.type().storage().isText() ? value : new Term.Cast(value, ValueType.TEXT);
        }

        private Term value(@Nullable Object given) {
            return switch (given) {
                case null -> throw wrong(lookup, "takes a value, not null: use isnull");
                case Term term -> resolve(query, term);
                case Query subquery -> throw wrong(lookup, "takes a value, not a query: use in");
                case Object object
                when relation != null && relation.target().type().isInstance(object) ->
                    new Term.Literal(key(relation.target(), object), left.type());
                case Object value -> literal(value);
            };
        }

        /** An end of a range that is null: nothing is known to lie within, though what is beyond the other end does not. */
        private Term end(@Nullable Object given) {
            return given == null ? new Term.Literal(null, left.type()) : value(Fractions.cut(left.type(), given));
        }

        private <T> Object key(EntityMeta<T> entity, Object object) {
            Object key = entity.keyOf(entity.type().cast(object));
            if (key == null) {
                throw wrong(lookup, "takes an object that has a key: save it first");
            }
            return key;
        }

        private Term literal(Object value) {
            if (left instanceof Term.Tuple tuple && tuple.type().javaType().isInstance(value)) {
                return new Term.Literal(value, tuple.type());
            }
            boolean none = left instanceof Term.Tuple || Fractions.isNoWholeNumber(left.type(), value);
            Term.Literal literal = none ? null : Literals.beside(left.type(), value);
            if (literal == null) {
                throw wrong(
                        lookup,
                        "takes " + wanted(left.type().javaType()) + ", not this "
                                + value.getClass().getSimpleName());
            }
            return literal;
        }

        private static String wanted(Class<?> type) {
            return type.isEnum()
                    ? Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(", ", "one of ", ""))
                    : "a value of type " + type.getSimpleName();
        }
    }
}
