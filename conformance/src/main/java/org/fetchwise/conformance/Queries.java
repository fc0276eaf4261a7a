package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.lookup;
import static org.fetchwise.expr.Functions.relation;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import tools.jackson.databind.JsonNode;

/** Reads queries: where one begins, and its chain of operations. */
final class Queries {
    private final Interpreter interpreter;

    Queries(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** A query within another. */
    Chain<?> query(JsonNode json) {
        return query(json, interpreter.database());
    }

    /** A whole query. The object that it begins at, if any, is fetched by another handle. */
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

    private static <T> Object fetched(Model<T> model, long key, Database fetching) {
        return (Object) fetching.objects(model.root()).get(lookup("pk", key));
    }

    private <T> Chain<T> begun(Model<T> model, JsonNode chain) {
        return applied(new Chain.Objects<>(model, interpreter.database().objects(model.root()), 1), chain);
    }

    @SuppressWarnings("unchecked") // the relation leads to the model's entity
    private <T> Chain<T> related(Model<T> model, Object owner, String path, JsonNode chain) {
        QuerySet.Of<T> querySet = (QuerySet.Of<T>) interpreter.database().related(owner, relation(path));
        return applied(new Chain.Objects<>(model, querySet, 1), chain);
    }

    private static <T> Chain<T> stepping(Chain<T> slice, int step) {
        return switch (slice) {
            case Chain.Objects<T> objects -> new Chain.Objects<>(objects.model(), objects.querySet(), step);
            case Chain.Rows<T> rows -> new Chain.Rows<>(rows.model(), rows.values(), rows.shape(), step);
            case Chain.Beginnings<T> dates -> new Chain.Beginnings<>(dates.model(), dates.values(), step);
        };
    }

    private <T> Chain<T> applied(Chain<T> start, JsonNode chain) {
        Chain<T> at = start;
        for (JsonNode call : chain) {
            List<JsonNode> arguments = new ArrayList<>(call.valueStream().toList());
            String name = arguments.remove(0).stringValue();
            if (at.step() != 1) {
                throw new ImpossibleCallException("a list is no queryset");
            }
            at = switch (at) {
                case Chain.Objects<T> objects -> new ObjectOperations(interpreter).apply(objects, name, arguments);
                case Chain.Rows<T> rows -> new RowOperations(interpreter).apply(rows, name, arguments);
                case Chain.Beginnings<T> beginnings ->
                    beginnings.with(new ValueOperations(interpreter).apply(beginnings.values(), name, arguments));
            };
            if (name.equals("slice") && arguments.size() > 2) {
                at = stepping(at, Items.bound(arguments.get(2), 1));
            }
        }
        return at;
    }
}
