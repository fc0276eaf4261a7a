package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.relation;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fetchwise.QuerySet;
import org.fetchwise.expr.DateUnit;
import org.fetchwise.expr.Field;
import org.fetchwise.expr.Relation;
import org.fetchwise.expr.ToOne;
import org.fetchwise.sql.Lock;
import tools.jackson.databind.JsonNode;

/** The operations on a queryset of objects. */
final class ObjectOperations {
    private final Interpreter interpreter;

    ObjectOperations(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    <T> Chain<T> apply(Chain.Objects<T> chain, String name, List<JsonNode> arguments) {
        QuerySet.Of<T> objects = chain.querySet();
        Items items = interpreter.items();
        return switch (name) {
            case "filter" ->
                chain.with(objects.filterAll(interpreter.conditions().all(arguments)));
            case "exclude" ->
                chain.with(objects.excludeAll(interpreter.conditions().all(arguments)));
            case "annotate" -> chain.with(objects.annotateAll(items.annotations(arguments)));
            case "alias" -> chain.with(objects.aliasAll(items.annotations(arguments)));
            case "union", "intersection", "difference" -> new SetOperations(interpreter).apply(chain, name, arguments);
            case "order_by" -> chain.with(objects.orderByAll(items.orders(arguments)));
            case "reverse" -> chain.with(objects.reverse());
            case "none" -> chain.with(objects.none());
            case "all" -> chain;
            case "distinct" ->
                chain.with(arguments.isEmpty() ? objects.distinct() : objects.distinctOnAll(fields(arguments)));
            case "only" -> chain.with(objects.onlyAll(fields(arguments)));
            case "defer" ->
                chain.with(Items.isNull(arguments) ? objects.clearDefer() : objects.deferAll(fields(arguments)));
            case "select_for_update" -> chain.with(locked(chain, arguments));
            case "select_related" -> chain.with(selected(objects, arguments));
            case "prefetch_related" ->
                chain.with(
                        Items.isNull(arguments)
                                ? objects.clearPrefetchRelated()
                                : objects.prefetchRelatedAll(
                                        interpreter.prefetches().all(arguments)));
            case "slice" -> sliced(chain, arguments);
            case "values", "values_named", "values_list", "values_flat" ->
                new Chain.Rows<>(
                        chain.model(),
                        arguments.isEmpty() ? objects.values() : objects.valuesAll(items.values(name, arguments)),
                        Chain.Shape.of(name));
            case "dates", "datetimes" -> beginnings(chain, name, arguments);
            default -> throw new UnknownNameException("operation", name);
        };
    }

    private static <T> QuerySet.Of<T> selected(QuerySet.Of<T> objects, List<JsonNode> arguments) {
        if (arguments.isEmpty()) {
            return objects.selectRelated();
        }
        if (Items.isNull(arguments)) {
            return objects.clearSelectRelated();
        }
        List<Relation> paths = new ArrayList<>();
        arguments.forEach(path -> paths.add(relation(path.stringValue())));
        return objects.selectRelatedAll(paths);
    }

    private static <T> Chain<T> sliced(Chain.Objects<T> chain, List<JsonNode> arguments) {
        int from = Items.bound(arguments.get(0), 0);
        JsonNode to = arguments.get(1);
        QuerySet.Of<T> objects = chain.querySet();
        return chain.with(to.isNull() ? objects.offset(from) : objects.slice(from, to.intValue()));
    }

    private static <T> Chain<T> beginnings(Chain.Objects<T> chain, String name, List<JsonNode> arguments) {
        Field column = field(arguments.get(0).stringValue());
        DateUnit unit = unit(arguments.get(1).stringValue());
        QuerySet.Of<T> objects = chain.querySet();
        boolean zoned = arguments.size() > 3 && !arguments.get(3).isNull();
        ZoneId zone = zoned ? ZoneId.of(arguments.get(3).stringValue()) : ZoneOffset.UTC;
        var values = name.equals("dates") ? objects.dates(column, unit) : objects.datetimes(column, unit, zone);
        return switch (arguments.size() > 2 ? arguments.get(2).stringValue() : "ASC") {
            case "ASC" -> new Chain.Beginnings<>(chain.model(), values);
            case "DESC" -> new Chain.Beginnings<>(chain.model(), values.reverse());
            default -> throw new ImpossibleCallException("an order is turned round, or is not");
        };
    }

    private static DateUnit unit(String name) {
        try {
            return DateUnit.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw new ImpossibleCallException("there is no unit " + name);
        }
    }

    private static List<Field> fields(List<JsonNode> arguments) {
        List<Field> fields = new ArrayList<>();
        arguments.forEach(path -> fields.add(field(path.stringValue())));
        return fields;
    }

    private static <T> QuerySet.Of<T> locked(Chain.Objects<T> chain, List<JsonNode> arguments) {
        JsonNode options = arguments.isEmpty() ? Corpus.parse("{}") : arguments.get(0);
        List<ToOne<? super T, ?>> of = new ArrayList<>();
        options.path("of")
                .forEach(name -> of.add(
                        name.stringValue().equals("self") ? chain.model().root() : relation(name.stringValue())));
        return chain.querySet().selectForUpdate(wait(options), of);
    }

    /** Two booleans, of which the library has one choice. */
    private static Lock.Wait wait(JsonNode options) {
        boolean nowait = options.path("nowait").asBoolean(false);
        boolean skip = options.path("skip_locked").asBoolean(false);
        if (nowait && skip) {
            throw new ImpossibleCallException("a locked row is either an error or left out");
        }
        return nowait ? Lock.Wait.NOWAIT : skip ? Lock.Wait.SKIP_LOCKED : Lock.Wait.WAIT;
    }
}
