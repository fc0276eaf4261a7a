package org.fetchwise.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.fetchwise.Database;
import org.fetchwise.cli.guide.Scenario.Attempt;
import org.fetchwise.cli.guide.Scenario.Expected;
import org.fetchwise.cli.guide.Scenario.Part;
import org.fetchwise.cli.guide.Scenario.Premise;
import org.fetchwise.example.blog.Post;
import org.fetchwise.example.blog.data.BlogData;
import org.fetchwise.example.blog.data.BlogFacts;
import org.fetchwise.servers.Engine;
import org.fetchwise.servers.Servers;
import org.fetchwise.servers.TemporaryDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuideRunTest {
    private static final int POSTS = 60;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyRow_keepsToItsCounts(Engine engine) throws Exception {
        List<Result> results = run(engine, Scenarios.ALL);

        assertThat(results).hasSize(79);
        for (Result result : results) {
            assertThat(result.missed().stream().filter(GuideRunTest::isNotOfTime))
                    .as("%s %s", result.scenario().id(), result.variant())
                    .isEmpty();
        }
    }

    /** So few posts say nothing about time. */
    private static boolean isNotOfTime(String miss) {
        return !miss.startsWith("ms ") && !miss.startsWith("cpuMs ");
    }

    @Test
    void answers_areTheSameOnEveryDatabase() throws Exception {
        List<Scenario> scenarios = Selection.of(
                List.of("1.2", "2", "3.2", "3.5", "3.6", "4.1", "4.2", "4.3", "4.5", "4.6", "5", "7", "X"));

        List<String> expected = answers(run(Engine.H2, scenarios));

        for (Engine engine : Engine.values()) {
            assertThat(answers(run(engine, scenarios))).as(engine.title()).isEqualTo(expected);
        }
    }

    private static List<String> answers(List<Result> results) {
        return results.stream()
                .map(result ->
                        result.measurement() == null ? "" : result.measurement().answer())
                .toList();
    }

    @Test
    void misses_areTold() throws Exception {
        Scenario wrong = new Scenario(
                "1.1",
                "wrong",
                List.of(new Part(
                        null,
                        "",
                        Expected.SAME,
                        List.of(
                                new Attempt(
                                        Variant.BAD,
                                        (blog, out) -> blog.posts().list(),
                                        List.of(new Bound.Exactly(Metric.QUERIES, facts -> 2))),
                                new Attempt(
                                        Variant.DEFAULT,
                                        (blog, out) -> out.print(blog.posts().count()),
                                        List.of(
                                                new Bound.AtMost(Metric.ROWS, facts -> 0),
                                                new Bound.Saving(Metric.QUERIES, 80))),
                                new Attempt(
                                        Variant.GOOD,
                                        (blog, out) -> blog.posts().forEach(post -> out.print(author(post))),
                                        List.of())))),
                List.of(new Premise("pigs fly", facts -> false)),
                null);

        List<Result> results = run(Engine.H2, List.of(wrong));

        String premise = "the rows do not show it: not true that pigs fly";
        assertThat(results.get(0).missed()).containsExactly(premise, "the answer is empty", "queries 1 ≠ 2");
        assertThat(results.get(1).missed())
                .containsExactly(
                        premise, "the answer differs from the first variant's", "rows 1 > 0", "queries -0.0 % > -80 %");
        assertThat(results.get(2).measurement()).isNull();
        assertThat(results.get(2).missed())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("failed: ")
                .contains("author");
    }

    private static String author(Post post) {
        return post.getAuthor().getName();
    }

    private static List<Result> run(Engine engine, List<Scenario> scenarios) throws SQLException {
        try (TemporaryDatabase database = Servers.shared().newDatabase(engine, "guide_run");
                ConnectionPool pool = ConnectionPool.open(database.url())) {
            DataSource connections = pool.connections();
            Database.of(connections).schema().create();
            BlogFacts facts = new BlogData(POSTS, BlogData.SEED).insertInto(connections);
            Stopwatch stopwatch = new Stopwatch(Duration.ZERO, Duration.ZERO);
            return new GuideRun(connections, facts, new Silence(), stopwatch).run(scenarios);
        }
    }

    /** Follows nothing. */
    private static final class Silence implements Progress {
        @Override
        public void begins(String activity) {}

        @Override
        public void done(Result result) {}
    }
}
