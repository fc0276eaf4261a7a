package org.fetchwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command says of the cases that it ran, and what it leaves with. */
class ConformanceTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void cases_areReportedWithAllTheirFigures(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("report.json");

        int status = run("conformance", "--db", "h2", "--only", "lookups-gt", "--json", file.toString());

        assertThat(status).as("%s%s", out, err).isZero();
        JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(json.propertyNames()).containsExactly("schema", "db", "families", "cases");
        assertThat(json.get("schema").asInt()).isEqualTo(1);
        assertThat(json.get("db").asString()).isEqualTo("h2");
        assertThat(json.get("families"))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        "{\"lookups\":{\"passed\":1,\"deviations\":0,\"failed\":0,\"unsupported\":0,\"skipped\":0}}"));
        assertThat(json.get("cases").toString())
                .isEqualTo("[{\"id\":\"lookups-gt\",\"family\":\"lookups\",\"status\":\"passed\",\"rule\":null,"
                        + "\"reason\":null,\"queries\":1}]");
    }

    @Test
    void casesOfAnyFolder_areRun_andOneThatFailsIsTheStatus(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("right.json"), cases("right", "3"));
        assertThat(run("conformance", "--db", "sqlite", "--cases", directory.toString()))
                .as("%s%s", out, err)
                .isZero();

        Files.writeString(directory.resolve("wrong.json"), cases("wrong", "4"));
        Path file = directory.resolve("report.txt");
        assertThat(run("conformance", "--db", "sqlite", "--cases", directory.toString(), "--json", file.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("failed  wrong: gave 3 instead of 4");
        JsonNode counts = JsonMapper.shared()
                .readTree(Files.readString(file))
                .get("families")
                .get("lookups");
        assertThat(counts.get("passed").asInt()).isEqualTo(1);
        assertThat(counts.get("failed").asInt()).isEqualTo(1);

        assertThat(run("conformance", "--db", "sqlite", "--cases", directory.toString(), "--family", "slices"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("There is no such case. Families: lookups, ");
    }

    private static String cases(String id, String expected) {
        return """
            [{"id": "%s", "family": "lookups", "model": "Post", "chain": [["filter", {"id__lte": 3}]], "end": ["count"],
              "backends": ["sqlite", "postgresql"], "expect": %s, "queries": 1}]
            """.formatted(id, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        conformance                                                          | --db
        conformance --db oracle                                              | oracle
        conformance --db h2 --only no-such                                   | There is no such case
        conformance --db h2 --cases /no/such                                 | is no folder
        conformance --db h2 --only lookups-gt --json /no/such/directory/file | /no/such/directory
        """)
    void usageErrors_sayWhatToDo_andExitWith2(String line, String message) {
        int status = run(line.split(" "));

        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
        assertThat(status).isEqualTo(2);
    }
}
