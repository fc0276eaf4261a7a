package org.fetchwise.conformance;

import org.fetchwise.expr.AnyExpr;
import org.fetchwise.expr.Condition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a function is called with.
 *
 * @param interpreter reads what is nested
 * @param json the whole call
 */
record Arguments(Interpreter interpreter, JsonNode json) {
    /** How many there are, options not counted. */
    int count() {
        return json.path("args").size();
    }

    /** An argument as an expression. */
    AnyExpr any(int at) {
        return interpreter.expressions().any(argument(at));
    }

    /** An argument as an expression or a value. */
    @Nullable
    Object operand(int at) {
        return interpreter.operands().operand(argument(at));
    }

    /** An argument as it is written. */
    JsonNode argument(int at) {
        return json.path("args").path(at);
    }

    /** Whether an option is given. */
    boolean has(String option) {
        return json.has(option);
    }

    /** An option that is a text. */
    String text(String option) {
        return json.path(option).stringValue();
    }

    /** An option that is true or false, and false where it is not given. */
    boolean flag(String option) {
        return json.path(option).asBoolean(false);
    }

    /** An option that is a condition. */
    Condition<Object> condition(String option) {
        return interpreter.conditions().one(json.path(option));
    }
}
