package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.lookup;
import static org.fetchwise.expr.Functions.order;
import static org.fetchwise.expr.Functions.prefetch;
import static org.fetchwise.expr.Functions.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.DateUnit;
import org.fetchwise.expr.Direction;
import org.fetchwise.expr.Entities;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.Fetch;
import org.fetchwise.expr.Field;
import org.fetchwise.expr.Ordering;
import org.fetchwise.expr.Prefetch;
import org.fetchwise.expr.Relation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns chains of operations into calls of the API, one into one. */
final class Interpreter {
    private final Database database;
    private final Names names;
    private final Operands operands;
    private final Conditions conditions;

    Interpreter(Database database) {
        this(database, new Names());
    }

    Interpreter(Database database, Names names) {
        this.database = database;
        this.names = names;
        this.operands = new Operands(database);
        this.conditions = new Conditions(operands);
    }

    Names names() {
        return names;
    }

    /** A whole query: where it begins, and its chain. The object that it begins at, if any, is fetched by another handle. */
    Chain<?> query(JsonNode json, Database fetching) {
        Model<?> model = Model.of(json.path("model").asString());
        if (!json.has("via")) {
            return begun(model, json.path("chain"));
        }
        JsonNode via = json.path("via");
        Object owner =
                fetched(Model.of(via.path("model").asString()), via.path("pk").longValue(), fetching);
        return related(model, owner, via.path("path").asString(), json.path("chain"));
    }

    Chain<?> query(JsonNode json) {
        return query(json, database);
    }

    private static <T> Object fetched(Model<T> model, long key, Database fetching) {
        return (Object) fetching.objects(model.root()).get(lookup("pk", key));
    }

    private <T> Chain<T> begun(Model<T> model, JsonNode chain) {
        return applied(new Chain.Objects<>(model, database.objects(model.root()), 1), chain);
    }

    @SuppressWarnings("unchecked") // the relation leads to the model's entity
    private <T> Chain<T> related(Model<T> model, Object owner, String path, JsonNode chain) {
        QuerySet.Of<T> querySet = (QuerySet.Of<T>) database.related(owner, relation(path));
        return applied(new Chain.Objects<>(model, querySet, 1), chain);
    }

    private <T> Chain<T> applied(Chain<T> start, JsonNode chain) {
        Chain<T> at = start;
        for (JsonNode call : chain) {
            List<JsonNode> arguments = new ArrayList<>(call.valueStream().toList());
            String name = arguments.remove(0).stringValue();
            at = switch (at) {
                case Chain.Objects<T> objects -> objects(objects, name, arguments);
                case Chain.Rows<T> rows -> rows(rows, name, arguments);
                case Chain.Beginnings<T> beginnings -> throw new UnknownNameException("operation on dates", name);
            };
        }
        return at;
    }

    private <T> Chain<T> objects(Chain.Objects<T> chain, String name, List<JsonNode> arguments) {
        QuerySet.Of<T> objects = chain.querySet();
        if (chain.step() > 1) {
            throw new ImpossibleCallException("a list is no queryset");
        }
        return switch (name) {
            case "filter" -> with(chain, objects.filterAll(conditions.all(arguments)));
            case "exclude" -> with(chain, objects.excludeAll(conditions.all(arguments)));
            case "annotate" -> with(chain, objects.annotateAll(annotations(arguments)));
            case "order_by" -> with(chain, objects.orderByAll(orders(arguments)));
            case "reverse" -> with(chain, objects.reverse());
            case "none" -> with(chain, objects.none());
            case "all" -> chain;
            case "distinct" ->
                with(chain, arguments.isEmpty() ? objects.distinct() : objects.distinctOnAll(fields(arguments)));
            case "only" -> with(chain, objects.onlyAll(fields(arguments)));
            case "defer" -> with(chain, isNull(arguments) ? objects.clearDefer() : objects.deferAll(fields(arguments)));
            case "select_related" -> with(chain, selected(objects, arguments));
            case "prefetch_related" ->
                with(
                        chain,
                        isNull(arguments)
                                ? objects.clearPrefetchRelated()
                                : objects.prefetchRelatedAll(fetches(arguments)));
            case "slice" -> sliced(chain, arguments);
            case "values", "values_named", "values_list", "values_flat" ->
                new Chain.Rows<>(
                        chain.model(),
                        arguments.isEmpty() ? objects.values() : objects.valuesAll(items(name, arguments)),
                        shape(name));
            case "dates", "datetimes" -> beginnings(chain, name, arguments);
            default -> throw new UnknownNameException("operation", name);
        };
    }

    private <T> Chain<T> rows(Chain.Rows<T> chain, String name, List<JsonNode> arguments) {
        var rows = chain.values();
        var changed = switch (name) {
            case "filter" -> rows.filterAll(conditions.all(arguments));
            case "exclude" -> rows.excludeAll(conditions.all(arguments));
            case "annotate" -> rows.annotateAll(annotations(arguments));
            case "order_by" -> rows.orderByAll(orders(arguments));
            case "reverse" -> rows.reverse();
            case "none" -> rows.none();
            case "all" -> rows;
            case "distinct" -> {
                if (!arguments.isEmpty()) {
                    throw new UnknownNameException("operation on values", "distinct on");
                }
                yield rows.distinct();
            }
            case "slice" -> {
                if (arguments.size() > 2) {
                    throw new UnknownNameException("operation on values", "slice with a step");
                }
                int from = bound(arguments.get(0), 0);
                JsonNode to = arguments.get(1);
                yield to.isNull() ? rows.offset(from) : rows.slice(from, to.intValue());
            }
            case "values", "values_named", "values_list", "values_flat" -> {
                if (arguments.isEmpty()) {
                    throw new UnknownNameException("operation on values", name + " of everything");
                }
                yield rows.valuesAll(items(name, arguments));
            }
            case "only", "defer", "select_related", "prefetch_related" ->
                throw new ImpossibleCallException("values have no " + name);
            default -> throw new UnknownNameException("operation on values", name);
        };
        return new Chain.Rows<>(chain.model(), changed, name.startsWith("values") ? shape(name) : chain.shape());
    }

    private static <T> Chain<T> with(Chain.Objects<T> chain, QuerySet.Of<T> changed) {
        return new Chain.Objects<>(chain.model(), changed, chain.step());
    }

    private static <T> QuerySet.Of<T> selected(QuerySet.Of<T> objects, List<JsonNode> arguments) {
        if (arguments.isEmpty()) {
            return objects.selectRelated();
        }
        if (isNull(arguments)) {
            return objects.clearSelectRelated();
        }
        List<Relation> paths = new ArrayList<>();
        arguments.forEach(path -> paths.add(relation(path.stringValue())));
        return objects.selectRelatedAll(paths);
    }

    private List<Fetch<Object>> fetches(List<JsonNode> arguments) {
        List<Fetch<Object>> fetches = new ArrayList<>();
        for (JsonNode argument : arguments) {
            fetches.add(argument.isObject() ? prefetched(argument) : relation(argument.stringValue()));
        }
        return fetches;
    }

    private Prefetch<Object, @Nullable Object> prefetched(JsonNode json) {
        String path = json.path("prefetch").stringValue();
        Chain<?> objects = query(json.path("query"));
        String name = json.path("to_attr").asString(path);
        Prefetch<Object, @Nullable Object> prefetch =
                prefetch(relation(path), (Entities<?>) objects.source()).named(name);
        names.prefetch(name, prefetch, objects.model());
        return prefetch;
    }

    private static <T> Chain<T> sliced(Chain.Objects<T> chain, List<JsonNode> arguments) {
        int from = bound(arguments.get(0), 0);
        JsonNode to = arguments.get(1);
        QuerySet.Of<T> objects = chain.querySet();
        QuerySet.Of<T> part = to.isNull() ? objects.offset(from) : objects.slice(from, to.intValue());
        return new Chain.Objects<>(chain.model(), part, arguments.size() > 2 ? bound(arguments.get(2), 1) : 1);
    }

    private static int bound(JsonNode json, int open) {
        return json.isNull() ? open : json.intValue();
    }

    private <T> Chain<T> beginnings(Chain.Objects<T> chain, String name, List<JsonNode> arguments) {
        if (arguments.size() > 3) {
            throw new UnknownNameException("operation", name + " in a zone");
        }
        Field column = field(arguments.get(0).stringValue());
        DateUnit unit = unit(arguments.get(1).stringValue());
        var values = name.equals("dates")
                ? chain.querySet().dates(column, unit)
                : chain.querySet().datetimes(column, unit);
        boolean descending =
                arguments.size() > 2 && arguments.get(2).stringValue().equals("DESC");
        return new Chain.Beginnings<>(chain.model(), descending ? values.reverse() : values);
    }

    private static DateUnit unit(String name) {
        try {
            return DateUnit.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw new ImpossibleCallException("there is no unit " + name);
        }
    }

    private List<Expr<Object, ?>> annotations(List<JsonNode> arguments) {
        List<Expr<Object, ?>> expressions = new ArrayList<>();
        for (JsonNode argument : arguments) {
            for (Map.Entry<String, JsonNode> entry : argument.properties()) {
                Expr<Object, ?> expression =
                        operands.expression(entry.getValue()).named(entry.getKey());
                names.annotation(entry.getKey(), expression);
                expressions.add(expression);
            }
        }
        return expressions;
    }

    private List<Expr<Object, ?>> items(String operation, List<JsonNode> arguments) {
        if (operation.equals("values_flat") && arguments.size() != 1) {
            throw new ImpossibleCallException("a list of single values has one expression");
        }
        List<Expr<Object, ?>> items = new ArrayList<>();
        for (JsonNode argument : arguments) {
            items.add(
                    argument.isObject()
                            ? operands.expression(argument.path("expr"))
                                    .named(argument.path("as").stringValue())
                            : field(argument.stringValue()));
        }
        return items;
    }

    private static List<Field> fields(List<JsonNode> arguments) {
        List<Field> fields = new ArrayList<>();
        arguments.forEach(path -> fields.add(field(path.stringValue())));
        return fields;
    }

    /** The terms of an order. */
    List<Ordering<Object>> orders(List<JsonNode> arguments) {
        List<Ordering<Object>> orders = new ArrayList<>();
        for (JsonNode argument : arguments) {
            orders.add(argument.isObject() ? ordered(argument) : order(argument.stringValue()));
        }
        return orders;
    }

    private Direction<Object> ordered(JsonNode json) {
        Expr<Object, ?> expression = operands.expression(json.path("order"));
        Direction<Object> direction = json.path("desc").asBoolean(false) ? expression.desc() : expression.asc();
        return switch (json.path("nulls").asString("")) {
            case "first" -> direction.nullsFirst();
            case "last" -> direction.nullsLast();
            default -> direction;
        };
    }

    /** The conditions of a terminal. */
    List<Condition<Object>> conditions(List<JsonNode> arguments) {
        return conditions.all(arguments);
    }

    /** A value that a terminal takes. */
    @Nullable
    Object value(JsonNode json) {
        return operands.operand(json);
    }

    private static Chain.Shape shape(String operation) {
        return switch (operation) {
            case "values_list" -> Chain.Shape.ARRAY;
            case "values_flat" -> Chain.Shape.VALUE;
            default -> Chain.Shape.OBJECT;
        };
    }

    private static boolean isNull(List<JsonNode> arguments) {
        return arguments.size() == 1 && arguments.get(0).isNull();
    }
}
