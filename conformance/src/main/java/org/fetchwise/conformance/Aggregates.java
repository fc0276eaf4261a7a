package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.countRows;
import static org.fetchwise.expr.Functions.untyped;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.fetchwise.expr.AnyAggregate;
import org.fetchwise.expr.AnyExpr;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.LongAggregate;
import org.fetchwise.expr.Ordering;
import org.fetchwise.expr.TextAggregate;
import tools.jackson.databind.JsonNode;

/** The aggregates. */
final class Aggregates {
    private static final Set<String> USUAL = Set.of("distinct", "filter", "default");
    private static final Set<String> OF_SAMPLES = Set.of("distinct", "filter", "default", "sample");
    private static final Set<String> IN_ORDER = Set.of("distinct", "filter", "default", "delimiter", "order_by");

    static final List<NamedFunction> ALL = List.of(
            new NamedFunction("Count", USUAL, Aggregates::count),
            usual("Sum", AnyExpr::sum),
            usual("Avg", AnyExpr::avg),
            usual("Min", AnyExpr::min),
            usual("Max", AnyExpr::max),
            usual("BoolAnd", AnyExpr::every),
            usual("BoolOr", AnyExpr::some),
            new NamedFunction(
                    "StdDev",
                    OF_SAMPLES,
                    arguments -> finished(
                            arguments,
                            arguments.flag("sample")
                                    ? arguments.any(0).stddevSample()
                                    : arguments.any(0).stddev())),
            new NamedFunction(
                    "Variance",
                    OF_SAMPLES,
                    arguments -> finished(
                            arguments,
                            arguments.flag("sample")
                                    ? arguments.any(0).varianceSample()
                                    : arguments.any(0).variance())),
            new NamedFunction("StringAgg", IN_ORDER, Aggregates::joined),
            new NamedFunction("ArrayAgg", IN_ORDER, Aggregates::array));

    private Aggregates() {}

    private static NamedFunction usual(String name, Function<AnyExpr, AnyAggregate> aggregate) {
        return new NamedFunction(name, USUAL, arguments -> finished(arguments, aggregate.apply(arguments.any(0))));
    }

    private static Expr<Object, ?> finished(Arguments arguments, AnyAggregate aggregate) {
        AnyAggregate some = arguments.flag("distinct") ? aggregate.distinct() : aggregate;
        if (arguments.has("filter")) {
            some = some.filter(arguments.condition("filter"));
        }
        return arguments.has("default") ? orElse(arguments, some) : some;
    }

    private static Expr<Object, ?> orElse(Arguments arguments, AnyExpr aggregate) {
        Object fallback =
                arguments.interpreter().operands().operand(arguments.json().path("default"));
        if (fallback == null) {
            throw new UnknownNameException("default", "null");
        }
        return aggregate.orElse(fallback);
    }

    private static Expr<Object, ?> count(Arguments arguments) {
        JsonNode argument = arguments.argument(0);
        if (argument.isString() && argument.stringValue().equals("*")) {
            if (arguments.flag("distinct") || arguments.has("filter")) {
                throw new ImpossibleCallException("rows are counted as they are, values are chosen");
            }
            return arguments.has("default") ? orElse(arguments, untyped(countRows())) : countRows();
        }
        LongAggregate<Object> count = arguments.any(0).count();
        count = arguments.flag("distinct") ? count.distinct() : count;
        count = arguments.has("filter") ? count.filter(arguments.condition("filter")) : count;
        return arguments.has("default") ? orElse(arguments, untyped(count)) : count;
    }

    private static Expr<Object, ?> joined(Arguments arguments) {
        AnyAggregate texts =
                arguments.any(0).joined(arguments.json().path("delimiter").asString(""));
        return finished(arguments, texts.orderByAll(orders(arguments)));
    }

    private static Expr<Object, ?> array(Arguments arguments) {
        TextAggregate<Object> values = arguments.any(0).jsonArray().orderByAll(orders(arguments));
        values = arguments.flag("distinct") ? values.distinct() : values;
        return arguments.has("filter") ? values.filter(arguments.condition("filter")) : values;
    }

    private static List<Ordering<Object>> orders(Arguments arguments) {
        return new ArrayList<>(
                arguments.interpreter().items().orders(arguments.json().path("order_by")));
    }
}
