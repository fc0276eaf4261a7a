package org.fetchwise.conformance;

import java.util.List;
import java.util.Map;
import org.fetchwise.conformance.Verdict.Status;
import org.fetchwise.error.ConstraintException;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.error.MultipleFoundException;
import org.fetchwise.error.NotFoundException;
import org.fetchwise.error.ProtectedException;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.servers.Engine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs cases on a database and judges what comes of them. */
public final class Referee {
    private final CorpusDatabase corpus;
    private final String name;
    private final String engine;
    private final List<Rule> rules;

    /**
     * Creates a referee.
     *
     * @param corpus the database
     */
    public Referee(CorpusDatabase corpus) {
        this(corpus, Rule.all());
    }

    /**
     * Creates a referee.
     *
     * @param corpus the database
     * @param rules in what answers differ from Django's by intention
     */
    Referee(CorpusDatabase corpus, List<Rule> rules) {
        this.corpus = corpus;
        this.name = nameOf(corpus.engine());
        // The corpus was recorded on two engines; the others are judged by SQLite's answers.
        this.engine = corpus.engine() == Engine.POSTGRESQL ? "postgresql" : "sqlite";
        this.rules = List.copyOf(rules);
    }

    /**
     * {@return the name of a product on the command line and in reports}
     *
     * @param engine the product
     */
    public static String nameOf(Engine engine) {
        return switch (engine) {
            case H2 -> "h2";
            case SQLITE -> "sqlite";
            case POSTGRESQL -> "postgresql";
            case MARIADB -> "mariadb";
        };
    }

    Verdict judge(Case given) {
        if (!given.backends().contains(engine)) {
            return new Verdict(
                    given.id(),
                    given.family(),
                    Status.SKIPPED,
                    null,
                    "recorded on " + given.backends() + " only",
                    null);
        }
        Outcome outcome = new CaseRun(corpus.database()).of(given);
        String expectedError = given.expectedError(engine);
        String failure = failure(given, outcome, expectedError);
        Rule rule = rule(given, expectedError, isAnswer(outcome.error()));
        if (failure == null) {
            return rule != null && rule.cases().contains(given.id())
                    ? verdict(
                            given,
                            Status.FAILED,
                            null,
                            "passes, though '" + rule.name() + "' says it deviates",
                            outcome)
                    : verdict(given, Status.PASSED, null, null, outcome);
        }
        if (rule != null) {
            return verdict(given, Status.DEVIATION, rule.name(), rule.reason(), outcome);
        }
        if (outcome.error() instanceof UnsupportedFeatureException unsupported) {
            return verdict(given, Status.UNSUPPORTED, null, firstLine(unsupported), outcome);
        }
        return verdict(given, Status.FAILED, null, failure, outcome);
    }

    private static Verdict verdict(
            Case given, Status status, @Nullable String rule, @Nullable String reason, Outcome outcome) {
        return new Verdict(given.id(), given.family(), status, rule, reason, outcome.statements());
    }

    /** Whether a query was asked and answered; that too few or too many rows were found is an answer as well. */
    private static boolean isAnswer(@Nullable RuntimeException error) {
        return error == null || error instanceof NotFoundException || error instanceof MultipleFoundException;
    }

    private @Nullable Rule rule(Case given, @Nullable String expectedError, boolean answered) {
        for (Rule rule : rules) {
            if (rule.explains(given, name, expectedError, answered)) {
                return rule;
            }
        }
        return null;
    }

    /** Why an outcome is not the expected one, or null if it is. */
    private @Nullable String failure(Case given, Outcome outcome, @Nullable String expectedError) {
        RuntimeException error = outcome.error();
        if (error instanceof UnknownNameException unknown) {
            return unknown.getMessage();
        }
        if (error != null) {
            return expectedError != null && isKind(error, expectedError)
                    ? state(given, outcome)
                    : error.getClass().getSimpleName() + ": " + firstLine(error);
        }
        if (expectedError != null) {
            return "an answer instead of the error " + expectedError;
        }
        JsonNode expected = given.json().has("state") ? given.expected(engine).path("return") : given.expected(engine);
        String terminal = given.json().path("end").path(0).asString();
        Comparison comparison = new Comparison(
                given.json().path("ordered").asBoolean(false),
                given.json().path("nested_ordered").asBoolean(true));
        boolean equal = (terminal.equals("in_bulk") && outcome.answer() instanceof Map<?, ?> map)
                ? comparison.isEqualMap(map, expected)
                : comparison.isEqual(outcome.answer(), expected, terminal.equals("walk"));
        if (!equal) {
            return "gave " + shortened(String.valueOf(outcome.answer())) + " instead of "
                    + shortened(expected.toString());
        }
        String state = state(given, outcome);
        if (state != null) {
            return state;
        }
        Integer statements = given.statements(engine);
        return statements != null && outcome.statements() > statements
                ? outcome.statements() + " statements instead of " + statements
                : null;
    }

    /** Why the state that a case left is not the expected one, or null if it is. */
    private @Nullable String state(Case given, Outcome outcome) {
        for (int at = 0; at < given.json().path("state").size(); at++) {
            boolean inOrder = false;
            for (JsonNode call : given.json().path("state").path(at).path("chain")) {
                inOrder |= call.path(0).asString().equals("order_by");
            }
            JsonNode expected = given.expected(engine).path("state").path(at);
            Object actual = outcome.state().get(at);
            if (!new Comparison(inOrder, true).isEqual(actual, expected, false)) {
                return "left " + shortened(String.valueOf(actual)) + " instead of " + shortened(expected.toString());
            }
        }
        return null;
    }

    private static boolean isKind(RuntimeException error, String kind) {
        return switch (kind) {
            case "FieldError", "FieldDoesNotExist", "ValueError", "TypeError", "AttributeError", "ValidationError" ->
                error instanceof QueryException || error instanceof ImpossibleCallException;
            case "NotSupported" -> error instanceof UnsupportedFeatureException;
            case "DoesNotExist", "IndexError" -> error instanceof NotFoundException;
            case "MultipleObjectsReturned" -> error instanceof MultipleFoundException;
            // What the database refuses there may be refused before here.
            case "DatabaseError" ->
                error instanceof ExecutionException
                        || error instanceof QueryException
                        || error instanceof ImpossibleCallException;
            case "IntegrityError" -> error instanceof ConstraintException;
            case "ProtectedError" -> error instanceof ProtectedException;
            default -> throw new UnknownNameException("error", kind);
        };
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /** Cut between characters and never within one of two halves, which no file could hold. */
    private static String shortened(String text) {
        return text.length() <= 200
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(199)) ? 199 : 200) + "…";
    }
}
