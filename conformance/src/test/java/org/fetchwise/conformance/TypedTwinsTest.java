package org.fetchwise.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.conformance.twin.Twin;
import org.fetchwise.conformance.twin.WritesTwins;
import org.fetchwise.query.Query;
import org.fetchwise.query.QuerySource;
import org.fetchwise.servers.Collation;
import org.fetchwise.servers.Engine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A query is a value: written with typed paths or read from text, the same question is the same {@link Query}. */
final class TypedTwinsTest {
    private static final int FEWEST = 15;

    private static final Map<String, Case> CASES =
            Corpus.publicCases().stream().collect(Collectors.toMap(Case::id, Function.identity()));

    @ParameterizedTest
    @EnumSource
    void twinsAreTheQueriesOfTheirCasesAndGiveTheirAnswers(Engine engine) {
        try (CorpusDatabase corpus = CorpusDatabase.create(engine, Collation.BINARY)) {
            Database database = corpus.database();
            SoftAssertions all = new SoftAssertions();
            for (List<Twin> family : Twin.all(database)) {
                for (Twin twin : family) {
                    all.assertThat(twin.query()).as(twin.id()).isEqualTo(interpreted(database, given(twin)));
                    all.assertThat(isAnswered(engine, database, twin, given(twin)))
                            .as("the answer of " + twin.id())
                            .isTrue();
                }
            }
            all.assertAll();
        }
    }

    @ParameterizedTest
    @EnumSource
    void typedWrites_giveTheAnswersOfTheirCases_andLeaveTheirRows(Engine engine) {
        try (CorpusDatabase corpus = CorpusDatabase.create(engine, Collation.BINARY)) {
            Database database = corpus.database();
            List<WritesTwins> twins = WritesTwins.of(database);
            assertThat(twins).hasSizeGreaterThanOrEqualTo(FEWEST);
            SoftAssertions all = new SoftAssertions();
            for (WritesTwins twin : twins) {
                Case given = Objects.requireNonNull(CASES.get(twin.id()), twin.id());
                assertThat(given.family()).isEqualTo("writes");
                database.atomic(() -> {
                    all.assertThat(isWritten(engine, database, twin, given))
                            .as(twin.id())
                            .isTrue();
                    database.transaction().orElseThrow().rollBackOnly();
                });
            }
            all.assertAll();
        }
    }

    private static boolean isWritten(Engine engine, Database database, WritesTwins twin, Case given) {
        JsonNode expected = given.expected(engine == Engine.POSTGRESQL ? "postgresql" : "sqlite");
        JsonNode queries = given.json().path("state");
        Object answer = twin.write().get();
        Comparison comparison = new Comparison(false, true);
        boolean equal = comparison.isEqual(answer, queries.isMissingNode() ? expected : expected.path("return"), false);
        for (int at = 0; at < queries.size(); at++) {
            Interpreter interpreter = new Interpreter(database);
            Object rows = new Terminals(interpreter)
                    .answer(interpreter.queries().query(queries.path(at)), Corpus.parse("[\"rows\"]"));
            equal &= comparison.isEqual(rows, expected.path("state").path(at), false);
        }
        return equal;
    }

    @Test
    void everyFamilyHasTwins() {
        try (CorpusDatabase corpus = CorpusDatabase.create(Engine.H2, Collation.BINARY)) {
            Map<String, Long> count = Twin.all(corpus.database()).stream()
                    .flatMap(List::stream)
                    .collect(Collectors.groupingBy(twin -> given(twin).family(), Collectors.counting()));
            assertThat(count.keySet())
                    .contains(
                            "lookups",
                            "relations",
                            "exclude",
                            "ordering",
                            "slices",
                            "fields",
                            "prefetch",
                            "windows",
                            "functions",
                            "conditional",
                            "subqueries",
                            "aggregates",
                            "beyond",
                            "sets",
                            "json");
            assertThat(count.values()).allMatch(twins -> twins >= FEWEST);
        }
    }

    private static Case given(Twin twin) {
        return Objects.requireNonNull(CASES.get(twin.id()), twin.id());
    }

    private static Query interpreted(Database database, Case given) {
        return ((QuerySource)
                        new Interpreter(database).queries().query(given.json()).source())
                .asQuery();
    }

    private static boolean isAnswered(Engine engine, Database database, Twin twin, Case given) {
        JsonNode end = given.json().path("end");
        boolean walk = end.path(0).asString().equals("walk");
        Object answer = twin.answer() == null
                ? terminal(database, Model.of(given.json().path("model").asString()), twin.querySet(), end)
                : twin.answer().get();
        JsonNode expected = given.expected(engine == Engine.POSTGRESQL ? "postgresql" : "sqlite");
        Comparison comparison = new Comparison(
                given.json().path("ordered").asBoolean(false),
                given.json().path("nested_ordered").asBoolean(true));
        return answer instanceof Map<?, ?> map
                ? comparison.isEqualMap(map, expected)
                : comparison.isEqual(answer, expected, walk);
    }

    @SuppressWarnings("unchecked") // the twin is about the model of its case
    private static <T> @Nullable Object terminal(
            Database database, Model<T> model, QuerySource querySet, JsonNode end) {
        return new Terminals(new Interpreter(database))
                .answer(new Chain.Objects<>(model, (QuerySet.Of<T>) querySet, 1), end);
    }
}
