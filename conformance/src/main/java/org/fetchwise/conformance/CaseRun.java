package org.fetchwise.conformance;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.Database;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs one case, in a transaction that is rolled back if it writes, and then asks for the state that it left. */
final class CaseRun {
    private final Database database;
    private final CountingListener listener = new CountingListener();
    private final Database counted;

    CaseRun(Database database) {
        this.database = database;
        this.counted = database.withListener(listener);
    }

    Outcome of(Case given) {
        String terminal = given.json().path("end").path(0).asString();
        boolean writes = WriteTerminals.NAMES.contains(terminal);
        if (!writes && !given.hasAfter("select_for_update")) {
            return attempted(() -> answer(given.json()), List.of());
        }
        return database.atomic(() -> {
            Attempt attempt = writes ? () -> written(given.json()) : () -> answer(given.json());
            Outcome outcome = attempted(() -> database.atomic(attempt::answer), List.of());
            List<@Nullable Object> state = new ArrayList<>();
            for (JsonNode query : given.json().path("state")) {
                Interpreter interpreter = new Interpreter(database);
                Chain<?> chain = interpreter.queries().query(query);
                state.add(new Terminals(interpreter).answer(chain, Corpus.parse("[\"rows\"]")));
            }
            database.transaction().orElseThrow().rollBackOnly();
            return new Outcome(outcome.answer(), outcome.error(), outcome.statements(), state);
        });
    }

    private @Nullable Object answer(JsonNode json) {
        Interpreter interpreter = new Interpreter(counted);
        Chain<?> chain = interpreter.queries().query(json, database);
        return new Terminals(interpreter).answer(chain, json.path("end"));
    }

    private @Nullable Object written(JsonNode json) {
        Interpreter interpreter = new Interpreter(counted);
        Chain<?> chain = interpreter.queries().query(json, database);
        if (!(chain instanceof Chain.Objects<?> objects)) {
            throw new ImpossibleCallException("values are read, not written");
        }
        Chain<?> uncounted = new Interpreter(database).queries().query(json);
        return new WriteTerminals(interpreter, objects, uncounted).answer(json.path("end"));
    }

    private Outcome attempted(Attempt attempt, List<@Nullable Object> state) {
        try {
            Object answer = attempt.answer();
            return new Outcome(answer, null, listener.statements(), state);
        } catch (RuntimeException failure) {
            return new Outcome(null, failure, listener.statements(), state);
        }
    }

    /** What may fail. */
    @FunctionalInterface
    private interface Attempt {
        @Nullable
        Object answer();
    }
}
