package org.fetchwise.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fetchwise.conformance.Verdict.Status;
import org.fetchwise.servers.Collation;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The referee sees what is wrong: a judge that lets everything pass would be of no use. */
final class RefereeTest {
    private static final CorpusDatabase DATABASE = CorpusDatabase.create(Engine.H2, Collation.BINARY);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Case counting(String id, String expected, int queries) {
        return Case.of(Corpus.parse("""
            {"id": "%s", "family": "lookups", "model": "Post", "chain": [["filter", {"id__lte": 3}]], "end": ["count"],
             "backends": ["sqlite", "postgresql"], "expect": %s, "queries": %d}\
            """.formatted(id, expected, queries)));
    }

    private static Rule rule(List<String> databases, List<String> cases, List<String> errors) {
        return new Rule("rule", "reason", databases, cases, errors, null, List.of(), List.of());
    }

    private static Verdict judge(Case given, Rule... rules) {
        return new Referee(DATABASE, List.of(rules)).judge(given);
    }

    @Test
    void theAnswerAndItsStatements_areCompared() {
        assertThat(judge(counting("right", "3", 1)).status()).isEqualTo(Status.PASSED);
        Verdict wrong = judge(counting("wrong", "4", 1));
        assertThat(wrong.status()).isEqualTo(Status.FAILED);
        assertThat(wrong.reason()).isEqualTo("gave 3 instead of 4");
        Verdict many = judge(counting("many", "3", 0));
        assertThat(many.status()).isEqualTo(Status.FAILED);
        assertThat(many.reason()).isEqualTo("1 statements instead of 0");
        assertThat(many.queries()).isEqualTo(1);
    }

    @Test
    void aRule_explainsWhatItNames_onItsDatabases() {
        Case wrong = counting("wrong", "4", 1);
        Verdict explained = judge(wrong, rule(List.of("h2"), List.of("wrong"), List.of()));
        assertThat(explained.status()).isEqualTo(Status.DEVIATION);
        assertThat(explained.rule()).isEqualTo("rule");
        assertThat(judge(wrong, rule(List.of("sqlite"), List.of("wrong"), List.of()))
                        .status())
                .isEqualTo(Status.FAILED);
        assertThat(judge(wrong, rule(List.of("h2"), List.of("other"), List.of()))
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void aDeviation_whoseCasePasses_isAnError() {
        Verdict passing = judge(counting("right", "3", 1), rule(List.of("h2"), List.of("right"), List.of()));
        assertThat(passing.status()).isEqualTo(Status.FAILED);
        assertThat(passing.reason()).isEqualTo("passes, though 'rule' says it deviates");
    }

    @Test
    void aReason_isCutBetweenCharacters() {
        Case wrong = Case.of(Corpus.parse("""
            {"id": "emoji", "family": "fields", "model": "User", "chain": [["order_by", "id"],
             ["values_flat", {"as": "face", "expr": {"value": "%s😀", "type": "text"}}]],
             "end": ["first"], "backends": ["sqlite", "postgresql"], "expect": null}\
            """.formatted("x".repeat(199))));
        assertThat(judge(wrong).reason()).isEqualTo("gave " + "x".repeat(199) + "… instead of null");
    }

    @Test
    void aRuleOfErrors_explainsAnswersOnly() {
        Case refused = Case.of(Corpus.parse("""
            {"id": "refused", "family": "slices", "model": "Post", "chain": [["filter", {"frobnicate": 1}]],
             "end": ["count"], "backends": ["sqlite", "postgresql"], "expect": {"error": "TypeError"}}\
            """));
        Rule rule = rule(List.of("h2"), List.of(), List.of("TypeError"));
        assertThat(judge(refused, rule).status()).as("an error as expected").isEqualTo(Status.PASSED);
        Case answered = Case.of(Corpus.parse("""
            {"id": "answered", "family": "slices", "model": "Post", "chain": [], "end": ["count"],
             "backends": ["sqlite", "postgresql"], "expect": {"error": "TypeError"}}\
            """));
        assertThat(judge(answered, rule).status()).isEqualTo(Status.DEVIATION);
        assertThat(judge(answered).status()).isEqualTo(Status.FAILED);
        assertThat(judge(counting("wrong", "4", 1), rule).status())
                .as("a wrong answer")
                .isEqualTo(Status.FAILED);
    }
}
