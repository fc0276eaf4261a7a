package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fetchwise.Deleted;
import org.fetchwise.QuerySet;
import org.fetchwise.expr.Assignment;
import org.fetchwise.expr.Expr;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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

    WriteTerminals(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    <T> @Nullable Object answer(Chain.Objects<T> chain, String name, List<JsonNode> arguments) {
        QuerySet.Of<T> objects = chain.querySet();
        return switch (name) {
            case "update" -> objects.updateAll(assignments(arguments.get(0)));
            case "delete" -> written(objects.delete());
            default -> throw new UnknownNameException("terminal", name);
        };
    }

    private List<Assignment<Object>> assignments(JsonNode json) {
        List<Assignment<Object>> assignments = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            var column = field(entry.getKey());
            Object value = interpreter.operands().written(entry.getValue());
            assignments.add(
                    switch (value) {
                        case null -> column.toNull();
                        case Expr<?, ?> expression -> column.to(untyped(expression));
                        case Object object -> column.to(object);
                    });
        }
        return assignments;
    }

    @SuppressWarnings("unchecked") // expressions given as text begin anywhere
    private static Expr<Object, Object> untyped(Expr<?, ?> expression) {
        return (Expr<Object, Object>) expression;
    }

    private static List<Object> written(Deleted deleted) {
        return List.of(deleted.total(), deleted.rows());
    }
}
