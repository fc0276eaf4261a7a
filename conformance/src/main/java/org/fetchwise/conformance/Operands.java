package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.caseWhen;
import static org.fetchwise.expr.Functions.field;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fetchwise.Database;
import org.fetchwise.expr.AnyExpr;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.Expr;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads values and expressions. */
final class Operands {
    private final Database database;

    Operands(Database database) {
        this.database = database;
    }

    /** The right side of a condition: a value, an object, a queryset, an expression, or a list of such. */
    @Nullable
    Object operand(JsonNode json) {
        if (json.isArray()) {
            List<@Nullable Object> values = new ArrayList<>();
            json.forEach(element -> values.add(operand(element)));
            return values;
        }
        if (!json.isObject()) {
            return plain(json);
        }
        if (json.has("object")) {
            JsonNode object = json.path("object");
            return Model.of(object.path("model").asString())
                    .withKey(object.path("pk").longValue());
        }
        if (json.has("query")) {
            return new Interpreter(database).query(json.path("query")).source();
        }
        return json.has("value") ? literal(json) : expression(json);
    }

    private static @Nullable Object plain(JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        if (json.isIntegralNumber()) {
            return json.longValue();
        }
        return json.isNumber() ? (Object) json.doubleValue() : json.stringValue();
    }

    /** A literal with a type. */
    private static @Nullable Object literal(JsonNode json) {
        JsonNode value = json.path("value");
        String type = json.path("type").asString();
        return switch (type) {
            case "integer" -> value.isNull() ? null : (Object) value.longValue();
            case "text", "boolean", "" -> plain(value);
            case "float" -> value.isNull() ? null : (Object) value.doubleValue();
            case "decimal" -> value.isNull() ? null : new BigDecimal(value.asString());
            case "date" -> value.isNull() ? null : LocalDate.parse(value.stringValue());
            case "datetime" -> value.isNull() ? null : Instant.parse(value.stringValue());
            case "time" -> value.isNull() ? null : LocalTime.parse(value.stringValue());
            case "duration" -> value.isNull() ? null : Duration.parse(value.stringValue());
            case "uuid" -> value.isNull() ? null : UUID.fromString(value.stringValue());
            default -> throw new UnknownNameException("type", type);
        };
    }

    /** An expression that stands by itself. */
    Expr<Object, ?> expression(JsonNode json) {
        if (json.has("F")) {
            return field(json.path("F").stringValue());
        }
        if (json.has("op")) {
            return arithmetic(json);
        }
        if (json.has("fn")) {
            return function(json);
        }
        if (json.has("case")) {
            return choice(json);
        }
        if (json.has("cond")) {
            return conditions().one(json.path("cond"));
        }
        throw new UnknownNameException("expression", json.propertyNames().toString());
    }

    private AnyExpr arithmetic(JsonNode json) {
        String operator = json.path("op").stringValue();
        AnyExpr left = any(json.path("args").path(0));
        Object right = operand(json.path("args").path(1));
        if (right == null) {
            throw new UnknownNameException("operand", "null");
        }
        return switch (operator) {
            case "+" -> left.plus(right);
            case "-" -> left.minus(right);
            case "*" -> left.times(right);
            case "/" -> left.dividedBy(right);
            case "%" -> left.modulo(right);
            default -> throw new UnknownNameException("operator", operator);
        };
    }

    private Expr<Object, ?> function(JsonNode json) {
        String name = json.path("fn").stringValue();
        for (String option : json.propertyNames()) {
            if (!List.of("fn", "args", "distinct", "filter").contains(option)) {
                throw new UnknownNameException("option", name + "." + option);
            }
        }
        AnyExpr argument = any(json.path("args").path(0));
        boolean distinct = json.path("distinct").asBoolean(false);
        if (!name.equals("Count") && (distinct || json.has("filter"))) {
            throw new UnknownNameException("option", name + " of some rows");
        }
        return switch (name) {
            case "Count" -> {
                var count = distinct ? argument.countDistinct() : argument.count();
                yield json.has("filter") ? count.filter(conditions().one(json.path("filter"))) : count;
            }
            case "Sum" -> argument.sum();
            case "Avg" -> argument.avg();
            case "Min" -> argument.min();
            case "Max" -> argument.max();
            case "Length" -> argument.length();
            case "Lower" -> argument.lower();
            case "Upper" -> argument.upper();
            default -> throw new UnknownNameException("function", name);
        };
    }

    private Expr<Object, ?> choice(JsonNode json) {
        JsonNode branches = json.path("case");
        JsonNode first = branches.path(0);
        Condition<Object> condition = conditions().one(first.path(0));
        if (branches.size() > 1 || !json.has("default") || !first.path(1).has("value")) {
            throw new UnknownNameException("expression", "case");
        }
        Object then = literal(first.path(1));
        Object otherwise = literal(json.path("default"));
        if (then instanceof Long one && otherwise instanceof Long other) {
            return caseWhen(condition).then(one.longValue()).otherwise(other);
        }
        throw new UnknownNameException("expression", "case");
    }

    private AnyExpr any(JsonNode json) {
        if (json.isObject() && expression(json) instanceof AnyExpr any) {
            return any;
        }
        throw new UnknownNameException("expression", json.toString());
    }

    private Conditions conditions() {
        return new Conditions(this);
    }
}
