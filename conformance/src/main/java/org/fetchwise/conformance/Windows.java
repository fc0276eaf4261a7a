package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.cumeDist;
import static org.fetchwise.expr.Functions.denseRank;
import static org.fetchwise.expr.Functions.firstValue;
import static org.fetchwise.expr.Functions.lag;
import static org.fetchwise.expr.Functions.lastValue;
import static org.fetchwise.expr.Functions.lead;
import static org.fetchwise.expr.Functions.nthValue;
import static org.fetchwise.expr.Functions.ntile;
import static org.fetchwise.expr.Functions.percentRank;
import static org.fetchwise.expr.Functions.rank;
import static org.fetchwise.expr.Functions.rowNumber;
import static org.fetchwise.expr.Functions.untyped;
import static org.fetchwise.expr.Functions.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fetchwise.expr.AnyAggregate;
import org.fetchwise.expr.AnyExpr;
import org.fetchwise.expr.Bound;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.LongAggregate;
import org.fetchwise.expr.RowCount;
import org.fetchwise.expr.RowFunction;
import org.fetchwise.expr.Window;
import org.fetchwise.sql.SqlExpr.FrameExclusion;
import tools.jackson.databind.JsonNode;

/** Reads functions over windows. */
final class Windows {
    private final Interpreter interpreter;

    Windows(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    AnyExpr expression(JsonNode json) {
        Window<Object> window = window().partitionByAll(expressions(json.path("partition_by")))
                .orderByAll(interpreter.items().orders(json.path("order_by")));
        if (json.has("frame") && !json.path("frame").isNull()) {
            window = framed(window, json.path("frame"));
        }
        return over(json.path("window"), window);
    }

    private List<Expr<Object, ?>> expressions(Iterable<JsonNode> json) {
        List<Expr<Object, ?>> expressions = new ArrayList<>();
        json.forEach(element -> expressions.add(interpreter.expressions().expression(element)));
        return expressions;
    }

    private static Window<Object> framed(Window<Object> window, JsonNode frame) {
        Bound start = bound(frame.path("start"));
        Bound end = bound(frame.path("end"));
        Window<Object> framed = switch (frame.path("type").asString()) {
            case "rows" -> window.rows(start, end);
            case "range" -> window.range(start, end);
            default ->
                throw new UnknownNameException("frame", frame.path("type").asString());
        };
        String exclusion = frame.path("exclude").asString("");
        return exclusion.isEmpty()
                ? framed
                : framed.excluding(FrameExclusion.valueOf(exclusion.toUpperCase(Locale.ROOT)));
    }

    private static Bound bound(JsonNode json) {
        if (json.isNull() || json.isMissingNode()) {
            return Bound.unbounded();
        }
        int offset = json.intValue();
        if (offset == 0) {
            return Bound.currentRow();
        }
        return offset < 0 ? Bound.preceding(-offset) : Bound.following(offset);
    }

    private AnyExpr over(JsonNode json, Window<Object> window) {
        Arguments arguments = new Arguments(interpreter, json);
        return switch (json.path("fn").asString("")) {
            case "RowNumber" -> untyped(rowNumber().over(window));
            case "Rank" -> untyped(rank().over(window));
            case "DenseRank" -> untyped(denseRank().over(window));
            case "PercentRank" -> untyped(percentRank().over(window));
            case "CumeDist" -> untyped(cumeDist().over(window));
            case "Ntile" -> untyped(ntile(json.path("buckets").asInt(1)).over(window));
            case "Lag" ->
                orElse(arguments, lag(arguments.any(0), json.path("offset").asInt(1)))
                        .overAny(window);
            case "Lead" ->
                orElse(arguments, lead(arguments.any(0), json.path("offset").asInt(1)))
                        .overAny(window);
            case "FirstValue" -> firstValue(arguments.any(0)).overAny(window);
            case "LastValue" -> lastValue(arguments.any(0)).overAny(window);
            case "NthValue" ->
                nthValue(arguments.any(0), json.path("nth").asInt(1)).overAny(window);
            default ->
                switch (interpreter.expressions().expression(json)) {
                    case AnyAggregate aggregate -> aggregate.over(window);
                    case LongAggregate<?> count -> untyped(counted(count).over(window));
                    case RowCount count -> untyped(count.over(window));
                    default -> throw new ImpossibleCallException("only aggregates and ranks are taken over windows");
                };
        };
    }

    @SuppressWarnings("unchecked") // what is given as text is about any entity
    private static LongAggregate<Object> counted(LongAggregate<?> count) {
        return (LongAggregate<Object>) count;
    }

    private RowFunction<Object, Object> orElse(Arguments arguments, RowFunction<Object, Object> function) {
        JsonNode fallback = arguments.json().path("default");
        if (fallback.isMissingNode() || fallback.isNull()) {
            return function;
        }
        Object value = interpreter.operands().operand(fallback);
        if (value == null) {
            return function;
        }
        return function.orElse(value);
    }
}
