package org.fetchwise.conformance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A way in which answers differ from Django's by intention.
 *
 * @param name its name
 * @param reason why
 * @param databases where it holds
 * @param cases the cases it is about, by name
 * @param errors the kinds of errors that Django gives where there is an answer here; empty where it names its cases
 * @param after the operation behind which Django refuses, or null for anywhere
 * @param ends the terminals that Django refuses, empty for all
 * @param uses the expressions of which Django refuses some, empty for any case
 */
record Rule(
        String name,
        String reason,
        List<String> databases,
        List<String> cases,
        List<String> errors,
        @Nullable String after,
        List<String> ends,
        List<String> uses) {
    static List<Rule> all() {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode json : Corpus.resource("deviations.json")) {
            JsonNode matches = json.path("matches");
            rules.add(new Rule(
                    json.path("rule").asString(),
                    json.path("reason").asString(),
                    texts(json.path("databases")),
                    texts(json.path("cases")),
                    texts(matches.path("error")),
                    matches.has("opAfter") ? matches.path("opAfter").asString() : null,
                    texts(matches.path("end")),
                    texts(matches.path("uses"))));
        }
        return rules;
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    /** Whether the rule explains why a case has another answer than Django's. */
    boolean explains(Case given, String database, @Nullable String expectedError, boolean answered) {
        if (!databases.contains(database)) {
            return false;
        }
        if (cases.contains(given.id())) {
            return true;
        }
        return answered
                && expectedError != null
                && errors.contains(expectedError)
                && (after == null || given.hasAfter(after))
                && (uses.isEmpty() || given.uses(uses))
                && (ends.isEmpty()
                        || ends.contains(given.json().path("end").path(0).asString()));
    }
}
