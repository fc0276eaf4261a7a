package org.fetchwise.conformance;

import java.util.Set;
import java.util.function.Function;
import org.fetchwise.expr.Expr;

/**
 * A function of the corpus, as a call of the API.
 *
 * @param name its name
 * @param options the options that it takes beside its arguments
 * @param body the call
 */
record NamedFunction(String name, Set<String> options, Function<Arguments, Expr<Object, ?>> body) {
    private static final Set<String> ALWAYS = Set.of("fn", "args");

    NamedFunction(String name, Function<Arguments, Expr<Object, ?>> body) {
        this(name, Set.of(), body);
    }

    Expr<Object, ?> call(Arguments arguments) {
        for (String given : arguments.json().propertyNames()) {
            if (!ALWAYS.contains(given) && !options.contains(given)) {
                throw new UnknownNameException("option", name + "." + given);
            }
        }
        return body.apply(arguments);
    }
}
