package org.fetchwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MainTest {
    private static final List<String> RESULT_KEYS = List.of(
            "id",
            "part",
            "variant",
            "queries",
            "rows",
            "ms",
            "cpuMs",
            "allocatedBytes",
            "valueBytes",
            "answer",
            "answerExpected",
            "ok",
            "missed");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void guide_writesItsTableAndItsFigures(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("guide.json");

        int status = run("guide", "--posts", "60", "--only", "1.1,2.2,3.4", "--sql", "--json", file.toString());

        assertThat(status).as("%s%s", out, err).isZero();
        assertThat(out.toString())
                .contains("60 posts, 300 comments, 300 tag links")
                .contains("1.1 walk posts")
                .contains("481")
                .contains("360 × SELECT")
                .contains("All 8 runs kept to their bounds")
                .doesNotContain("\u001B");
        JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(json.propertyNames())
                .containsExactly("schema", "db", "server", "posts", "seed", "ok", "results", "checks", "findings");
        assertThat(json.get("schema").asInt()).isEqualTo(1);
        assertThat(json.get("db").asString()).isEqualTo("h2");
        assertThat(json.get("server").asString()).startsWith("H2 2.");
        assertThat(json.get("posts").asInt()).isEqualTo(60);
        assertThat(json.get("ok").asBoolean()).isTrue();
        assertThat(json.get("checks").isArray()).isTrue();
        assertThat(json.get("findings").isArray()).isTrue();
        assertThat(runs(json))
                .containsExactly(
                        "1.1 null bad 481",
                        "1.1 null default 5",
                        "1.1 null good 3",
                        "1.1 users joined good 2",
                        "2.2 null bad 1",
                        "2.2 null good 1",
                        "3.4 flat ids good 1",
                        "3.4 pairs good 1");
        for (JsonNode result : json.get("results")) {
            assertThat(result.propertyNames()).containsExactlyElementsOf(RESULT_KEYS);
            assertThat(result.get("ms").isNumber()).isTrue();
            assertThat(result.get("cpuMs").isNumber()).isTrue();
            assertThat(result.get("allocatedBytes").asLong()).isPositive();
            assertThat(result.get("valueBytes").asLong()).isPositive();
            assertThat(result.get("answer").asString()).matches("[0-9a-f]{64}");
            assertThat(result.get("answerExpected").asString()).isEqualTo("same");
            assertThat(result.get("missed").isEmpty()).isTrue();
        }
        assertThat(json.get("results").get(0).get("answer"))
                .isEqualTo(json.get("results").get(3).get("answer"));
    }

    private static List<String> runs(JsonNode json) {
        List<String> runs = new ArrayList<>();
        for (JsonNode result : json.get("results")) {
            String part =
                    result.get("part").isNull() ? "null" : result.get("part").asString();
            runs.add(result.get("id").asString() + " " + part + " "
                    + result.get("variant").asString() + " "
                    + result.get("queries").asInt());
        }
        return runs;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "guide --only 1.9          | Did you mean 1.1, 1.2",
                "guide --only 6.1          | not built yet",
                "guide --only 1.1,R1       | 'R1'",
                "guide --db oracle         | 'oracle'",
                "guide --posts many        | 'many' is not an int",
                "guide --posts 49          | 50 to 100000",
                "guide --posts -1          | 50 to 100000",
                "guide --json /no/such/dir | name a file in a directory that exists",
                "guide --jsn file          | --json",
                "gide                      | guide",
                "\"\"                      | Name a command",
            })
    void usageErrors_sayWhatToDo_andExitWith2(String line, String message) {
        int status = run(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void help_namesTheOptions() {
        assertThat(run("help", "guide")).isZero();

        assertThat(out.toString()).contains("--db", "--posts", "--only", "--sql", "--json", "Exit status");
    }
}
