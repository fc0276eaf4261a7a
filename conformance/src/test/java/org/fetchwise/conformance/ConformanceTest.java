package org.fetchwise.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fetchwise.conformance.Verdict.Status;
import org.fetchwise.servers.Collation;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ConformanceTest {
    private static final int MOST_RULES = 15;
    private static final int MOST_UNSUPPORTED = 12;

    private static final List<String> LIBRARIES =
            List.of("java.", "org.jspecify.annotations.", "picocli.", "tools.jackson.");

    private static final Predicate<String> INTERNAL = Pattern.compile(
                    "org\\.fetchwise\\.(query|plan|compile|hydrate|jdbc|raw|write)\\.")
            .asPredicate();

    @ParameterizedTest
    @EnumSource
    void everyCaseHoldsOn(Engine engine) {
        try (CorpusDatabase database = CorpusDatabase.create(engine, Collation.BINARY)) {
            Referee referee = new Referee(database);
            List<Verdict> verdicts =
                    Corpus.publicCases().stream().map(referee::judge).toList();

            assertThat(verdicts)
                    .filteredOn(verdict -> verdict.status() == Status.FAILED)
                    .isEmpty();
            assertThat(verdicts)
                    .filteredOn(verdict -> verdict.status() == Status.UNSUPPORTED)
                    .hasSizeLessThanOrEqualTo(MOST_UNSUPPORTED);
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
            Set<String> used = everyCase()
                    .map(referee::judge)
                    .map(Verdict::rule)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            assertThat(used).containsAll(rules.stream().map(Rule::name).toList());
        }
    }

    @Test
    void noCaseIsExplainedByTwoRules() {
        for (String database : List.of("sqlite", "postgresql")) {
            assertThat(everyCase())
                    .allSatisfy(given -> assertThat(Rule.all())
                            .filteredOn(rule -> rule.explains(given, database, given.expectedError(database), true))
                            .as(given.id())
                            .hasSizeLessThanOrEqualTo(1));
        }
    }

    @Test
    void aRuleThatMatchesSpeaksOfErrorsOnly() {
        assertThat(Rule.all())
                .allMatch(rule -> rule.cases().isEmpty() != rule.errors().isEmpty());
    }

    /** More cases of the same kinds: other models, lookups, paths, orders, slices and prefetches, and more that is wrong. */
    @ParameterizedTest
    @EnumSource
    void everyFurtherCaseHoldsOn(Engine engine) {
        try (CorpusDatabase database = CorpusDatabase.create(engine, Collation.BINARY)) {
            Referee referee = new Referee(database);
            assertThat(furtherCases().stream().map(referee::judge))
                    .filteredOn(verdict -> verdict.status() == Status.FAILED || verdict.status() == Status.UNSUPPORTED)
                    .isEmpty();
        }
    }

    private static Stream<Case> everyCase() {
        return Stream.concat(Corpus.publicCases().stream(), furtherCases().stream());
    }

    private static List<Case> furtherCases() {
        try {
            return Corpus.casesIn(Path.of("src/test/resources/org/fetchwise/conformance/further"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What core exports, JSON and the command line are all that turns a case into an answer. */
    @Test
    void theInterpreterUsesThePublicApiOnly() throws IOException {
        Set<String> allowed = new HashSet<>(Set.of("org.fetchwise.servers", "org.fetchwise.example.blog"));
        for (String line : Files.readAllLines(Path.of("../core/src/main/java/module-info.java"))) {
            if (line.strip().startsWith("exports ") && !line.contains(" to ")) {
                allowed.add(line.strip().replaceAll("^exports |;$", ""));
            }
        }
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                for (String line : source.lines().toList()) {
                    if (line.startsWith("import ")) {
                        String type = line.replaceAll("^import (static )?|;$", "");
                        assertThat(LIBRARIES.stream().anyMatch(type::startsWith)
                                        || type.startsWith("org.fetchwise.conformance.")
                                        || allowed.contains(type.replaceAll("\\.[A-Z].*$", "")))
                                .as(file + ": " + line)
                                .isTrue();
                    }
                }
                assertThat(source.lines().filter(line -> !line.startsWith("import ")))
                        .as("qualified names in " + file)
                        .noneMatch(INTERNAL);
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
