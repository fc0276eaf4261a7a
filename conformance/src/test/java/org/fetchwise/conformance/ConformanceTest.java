package org.fetchwise.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fetchwise.conformance.Verdict.Status;
import org.fetchwise.servers.Collation;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ConformanceTest {
    private static final int MOST_RULES = 15;
    private static final int MOST_UNSUPPORTED = 12;

    private static final Set<String> EXPORTED = Set.of(
            "org.fetchwise",
            "org.fetchwise.dialect",
            "org.fetchwise.error",
            "org.fetchwise.expr",
            "org.fetchwise.meta",
            "org.fetchwise.servers",
            "org.fetchwise.spi",
            "org.fetchwise.example.blog");

    @ParameterizedTest
    @EnumSource
    void everyCaseOfTheGateHoldsOn(Engine engine) {
        try (CorpusDatabase database = CorpusDatabase.create(engine, Collation.BINARY)) {
            Referee referee = new Referee(database);
            List<Verdict> verdicts = Corpus.publicCases().stream()
                    .filter(given -> Gate.FAMILIES.contains(given.family()))
                    .map(referee::judge)
                    .toList();

            assertThat(verdicts).filteredOn(verdict -> !Gate.holds(verdict)).isEmpty();
            assertThat(verdicts)
                    .filteredOn(verdict -> verdict.status() == Status.UNSUPPORTED)
                    .hasSizeLessThanOrEqualTo(MOST_UNSUPPORTED);
            assertThat(verdicts)
                    .filteredOn(verdict -> Gate.OUTSIDE.contains(verdict.id()))
                    .as("what passes belongs inside the gate")
                    .allMatch(verdict -> verdict.status() == Status.FAILED);
        }
    }

    @Test
    void rulesAreFewAndEachIsNeeded() {
        List<Rule> rules = Rule.all();
        assertThat(rules).hasSizeLessThanOrEqualTo(MOST_RULES);
        assertThat(rules)
                .allMatch(rule -> !rule.reason().isEmpty() && !rule.databases().isEmpty());
        try (CorpusDatabase database = CorpusDatabase.create(Engine.H2, Collation.BINARY)) {
            Referee referee = new Referee(database);
            Set<String> used = Corpus.publicCases().stream()
                    .filter(given -> Gate.FAMILIES.contains(given.family()))
                    .map(referee::judge)
                    .map(Verdict::rule)
                    .collect(Collectors.toSet());
            assertThat(used).containsAll(rules.stream().map(Rule::name).toList());
        }
    }

    @Test
    void theInterpreterUsesThePublicApiOnly() throws IOException {
        Path sources = Path.of("src/main/java");
        try (var files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.startsWith("import org.fetchwise.")
                            && !line.startsWith("import org.fetchwise.conformance.")) {
                        String type = line.replaceAll("^import |;$", "");
                        String outer = type.replaceAll("\\.[A-Z].*$", "");
                        assertThat(EXPORTED).as(file + ": " + line).contains(outer);
                    }
                }
            }
        }
    }

    /** Where the corpus stands beside the checkout, what is in here must be the same. */
    @Test
    void theCorpusIsThatBesideTheCheckout() throws IOException {
        Path original = Path.of("..", "..", "shared", "conformance");
        assumeTrue(Files.isDirectory(original), "a clone alone");
        Path copy = Path.of("src/main/resources/org/fetchwise/conformance/corpus");
        try (var files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(copy.resolve(original.relativize(file))).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void anUnknownNameFailsTheCaseAndNotTheRun() {
        Case unknown = Case.of(Corpus.parse("""
            {"id": "x", "family": "lookups", "model": "Post", "chain": [["frobnicate"]], "end": ["rows"],
             "backends": ["sqlite", "postgresql"], "expect": []}\
            """));
        try (CorpusDatabase database = CorpusDatabase.create(Engine.H2, Collation.BINARY)) {
            Verdict verdict = new Referee(database).judge(unknown);

            assertThat(verdict.status()).isEqualTo(Status.FAILED);
            assertThat(verdict.reason()).contains("operation").contains("frobnicate");
        }
    }
}
