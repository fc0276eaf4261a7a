package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.fetchwise.Deleted;
import org.fetchwise.OnConflict;
import org.fetchwise.QuerySet;
import org.fetchwise.expr.Assignment;
import org.fetchwise.expr.Column;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a queryset of objects is asked to write. */
final class WriteTerminals {
    /** The terminals that write. */
    static final Set<String> NAMES = Set.of(
            "update",
            "delete",
            "create",
            "bulk_create",
            "bulk_update",
            "get_or_create",
            "update_or_create",
            "save",
            "delete_object",
            "refresh",
            "add",
            "remove",
            "set",
            "clear");

    private final Interpreter interpreter;
    private final Chain<?> chain;
    private final Chain<?> uncounted;

    /**
     * Creates the terminals of a chain.
     *
     * @param interpreter reads what they are given
     * @param chain the chain
     * @param uncounted the same chain on a handle whose statements do not count
     */
    WriteTerminals(Interpreter interpreter, Chain<?> chain, Chain<?> uncounted) {
        this.interpreter = interpreter;
        this.chain = chain;
        this.uncounted = uncounted;
    }

    @Nullable
    Object answer(JsonNode end) {
        List<JsonNode> arguments = new ArrayList<>(end.valueStream().toList());
        String name = arguments.remove(0).stringValue();
        return answer((Chain.Objects<?>) chain, (Chain.Objects<?>) uncounted, name, arguments);
    }

    @SuppressWarnings("unchecked") // both chains are of one case
    private <T> @Nullable Object answer(
            Chain.Objects<T> counted, Chain.Objects<?> other, String name, List<JsonNode> arguments) {
        return answer(counted.model(), counted.querySet(), (QuerySet.Of<T>) other.querySet(), name, arguments);
    }

    private <T> @Nullable Object answer(
            Model<T> model, QuerySet.Of<T> objects, QuerySet.Of<T> before, String name, List<JsonNode> arguments) {
        return switch (name) {
            case "update" -> objects.updateAll(assignments(model, arguments.get(0)));
            case "delete" -> written(objects.delete());
            case "create" -> {
                objects.createAll(assignments(model, arguments.get(0)));
                yield null;
            }
            case "save" -> {
                saved(model, objects, before.get(), arguments);
                yield null;
            }
            case "delete_object" -> written(objects.delete(before.get()));
            case "refresh" -> refreshed(model, objects, before, arguments);
            case "get_or_create" ->
                sought(objects, arguments.get(0))
                        .getOrCreate(given(model, arguments.get(0)), assignments(model, option(arguments, "defaults")))
                        .created();
            case "update_or_create" -> {
                JsonNode updates = option(arguments, "defaults");
                JsonNode defaults = option(arguments, "create_defaults");
                yield sought(objects, arguments.get(0))
                        .updateOrCreate(
                                given(model, arguments.get(0)),
                                assignments(model, updates),
                                assignments(model, defaults.isMissingNode() ? updates : defaults))
                        .created();
            }
            case "add", "remove", "set", "clear" -> related(model, objects, name, arguments);
            case "bulk_create" -> bulkCreated(model, objects, arguments);
            case "bulk_update" -> bulkUpdated(model, objects, before, arguments);
            default -> throw new UnknownNameException("terminal", name);
        };
    }

    /** The objects among which one is sought: what is more than the value of a column is a condition. */
    private <T> QuerySet.Of<T> sought(QuerySet.Of<T> objects, JsonNode lookups) {
        JsonNode conditions = chosen(lookups, WriteTerminals::isCondition);
        return conditions.isEmpty()
                ? objects
                : objects.filterAll(interpreter.conditions().all(List.of(conditions)));
    }

    /** The values that the object has, or gets. */
    private List<Assignment<Object>> given(Model<?> model, JsonNode lookups) {
        return assignments(model, chosen(lookups, entry -> !isCondition(entry)));
    }

    private static JsonNode chosen(JsonNode values, Predicate<Map.Entry<String, JsonNode>> wanted) {
        return ((ObjectNode) values)
                .deepCopy()
                .retain(values.properties().stream()
                        .filter(wanted)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /** Whether an entry asks more than the value of a column. */
    private static boolean isCondition(Map.Entry<String, JsonNode> entry) {
        return entry.getKey().contains("__");
    }

    private <T> Object bulkCreated(Model<T> model, QuerySet.Of<T> objects, List<JsonNode> arguments) {
        List<T> made = new ArrayList<>();
        for (JsonNode values : arguments.get(0)) {
            made.add(changed(model, model.empty(), values));
        }
        boolean ignoring = option(arguments, "ignore_conflicts").asBoolean(false);
        boolean updating = option(arguments, "update_conflicts").asBoolean(false);
        if (ignoring && updating) {
            throw new ImpossibleCallException("onConflict(...) updates or ignores");
        }
        if (!ignoring && !updating) {
            return objects.bulkCreate(made, batchSize(arguments, 1)).size();
        }
        OnConflict<T> conflict = OnConflict.onConflict();
        if (updating) {
            conflict = OnConflict.<T>onConflict(columns(option(arguments, "unique_fields")))
                    .update(columns(option(arguments, "update_fields")));
        }
        objects.bulkUpsert(made, conflict);
        return made.size();
    }

    private static int batchSize(List<JsonNode> arguments, int position) {
        return arguments.size() > position
                ? arguments.get(position).path("batch_size").asInt(Integer.MAX_VALUE)
                : Integer.MAX_VALUE;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // columns given as text begin anywhere
    private static <T> Column<T, ?>[] columns(JsonNode names) {
        Column[] columns = new Column[names.size()];
        for (int at = 0; at < columns.length; at++) {
            columns[at] = field(names.path(at).stringValue());
        }
        return columns;
    }

    private <T> Object bulkUpdated(
            Model<T> model, QuerySet.Of<T> objects, QuerySet.Of<T> before, List<JsonNode> arguments) {
        boolean evaluated =
                arguments.get(0).valueStream().flatMap(JsonNode::valueStream).anyMatch(WriteTerminals::isExpression);
        if (evaluated) {
            List<String> written =
                    arguments.get(1).valueStream().map(JsonNode::stringValue).toList();
            IdentityHashMap<T, List<Assignment<Object>>> changes = new IdentityHashMap<>();
            for (JsonNode values : arguments.get(0)) {
                changes.put(
                        model.withKey(values.path("pk").longValue()),
                        assignments(model, ((ObjectNode) values).deepCopy().retain(written)));
            }
            return objects.bulkUpdateEach(
                    changes.keySet(), object -> changes.getOrDefault(object, List.of()), batchSize(arguments, 2));
        }
        Map<Object, T> byKey = new HashMap<>();
        before.list().forEach(object -> byKey.put(Terminals.key(object), object));
        List<T> changed = new ArrayList<>();
        for (JsonNode values : arguments.get(0)) {
            T object = Objects.requireNonNull(byKey.get(values.path("pk").longValue()));
            for (Map.Entry<String, JsonNode> entry : values.properties()) {
                if (!entry.getKey().equals("pk")) {
                    write(model, object, entry);
                }
            }
            changed.add(object);
        }
        List<Field> columns = new ArrayList<>();
        arguments.get(1).forEach(name -> columns.add(field(name.stringValue())));
        return objects.bulkUpdate(changed, columns, batchSize(arguments, 2));
    }

    /** An attribute of an object holds no expression, which is given besides. */
    private <T> void saved(Model<T> model, QuerySet.Of<T> objects, T object, List<JsonNode> arguments) {
        changed(model, object, chosen(arguments.get(0), entry -> !isExpression(entry.getValue())));
        JsonNode expressions = chosen(arguments.get(0), entry -> isExpression(entry.getValue()));
        JsonNode only = option(arguments, "update_fields");
        if (only.isMissingNode()) {
            objects.saveAll(object, assignments(model, expressions));
            return;
        }
        List<Field> columns = new ArrayList<>();
        List<Assignment<Object>> values = new ArrayList<>();
        for (JsonNode name : only) {
            JsonNode expression = expressions.path(name.stringValue());
            if (expression.isMissingNode()) {
                columns.add(field(name.stringValue()));
            } else {
                values.add(assignment(model, name.stringValue(), expression));
            }
        }
        objects.saveOnly(object, columns, values);
    }

    private static boolean isExpression(JsonNode value) {
        return value.isObject() && !value.has("value") && !value.has("object");
    }

    private static JsonNode option(List<JsonNode> arguments, String name) {
        return arguments.size() > 1
                ? arguments.get(1).path(name)
                : Corpus.parse("{}").path("none");
    }

    private <T> T changed(Model<T> model, T object, JsonNode values) {
        for (Map.Entry<String, JsonNode> entry : values.properties()) {
            write(model, object, entry);
        }
        return object;
    }

    private <T> void write(Model<T> model, T object, Map.Entry<String, JsonNode> value) {
        String name = value.getKey();
        model.write(object, name, interpreter.operands().written(value.getValue(), model.isJson(name)));
    }

    private <T> List<@Nullable Object> refreshed(
            Model<T> model, QuerySet.Of<T> objects, QuerySet.Of<T> before, List<JsonNode> arguments) {
        T object = before.get();
        before.updateAll(assignments(model, arguments.get(0)));
        if (arguments.size() > 2) {
            List<Field> columns = new ArrayList<>();
            arguments.get(2).forEach(path -> columns.add(field(path.stringValue())));
            objects.refreshAll(object, columns);
        } else {
            objects.refresh(object);
        }
        return new Walk(interpreter.names(), model)
                .all(List.of(object), arguments.subList(1, arguments.size()))
                .getFirst();
    }

    private static <T> @Nullable Object related(
            Model<T> model, QuerySet.Of<T> objects, String name, List<JsonNode> arguments) {
        if (!(objects instanceof QuerySet.Related<T> related)) {
            throw new ImpossibleCallException("only a relation has " + name);
        }
        List<T> keyed = new ArrayList<>();
        if (!arguments.isEmpty()) {
            arguments.get(0).forEach(key -> keyed.add(model.withKey(key.longValue())));
        }
        switch (name) {
            case "add" -> related.addAll(keyed);
            case "remove" -> related.removeAll(keyed);
            case "set" -> related.setAll(keyed);
            default -> related.clear();
        }
        return null;
    }

    private List<Assignment<Object>> assignments(Model<?> model, JsonNode json) {
        List<Assignment<Object>> assignments = new ArrayList<>();
        json.properties().forEach(entry -> assignments.add(assignment(model, entry.getKey(), entry.getValue())));
        return assignments;
    }

    private Assignment<Object> assignment(Model<?> model, String name, JsonNode json) {
        var column = field(name);
        Object value = interpreter.operands().written(json, model.isJson(name));
        return switch (value) {
            case null -> column.toNull();
            case Expr<?, ?> expression -> column.to(untyped(expression));
            case Object object -> column.to(object);
        };
    }

    @SuppressWarnings("unchecked") // expressions given as text begin anywhere
    private static Expr<Object, Object> untyped(Expr<?, ?> expression) {
        return (Expr<Object, Object>) expression;
    }

    private static List<Object> written(Deleted deleted) {
        return List.of(deleted.total(), deleted.rows());
    }
}
