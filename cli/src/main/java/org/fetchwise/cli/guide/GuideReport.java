package org.fetchwise.cli.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run of the guide, for programs to read.
 *
 * @param database the product's name on the command line
 * @param server product and version
 * @param posts how many posts there were
 * @param seed what the rows were made from
 * @param results how each variant went
 */
public record GuideReport(String database, String server, int posts, long seed, List<Result> results) {
    private static final int SCHEMA = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the list. */
    public GuideReport {
        results = List.copyOf(results);
    }

    /** {@return whether every variant kept to its bounds} */
    public boolean ok() {
        return results.stream().allMatch(Result::ok);
    }

    /**
     * Writes the run as JSON.
     *
     * @param file the file, which is replaced
     * @throws IOException if it cannot be written
     */
    public void writeTo(Path file) throws IOException {
        Files.writeString(
                file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json()) + "\n", StandardCharsets.UTF_8);
    }

    private ObjectNode json() {
        ObjectNode report = JSON.createObjectNode();
        report.put("schema", SCHEMA);
        report.put("db", database);
        report.put("server", server);
        report.put("posts", posts);
        report.put("seed", seed);
        report.put("ok", ok());
        ArrayNode array = report.putArray("results");
        results.forEach(result -> write(result, array.addObject()));
        report.putArray("checks");
        report.putArray("findings");
        return report;
    }

    private static void write(Result result, ObjectNode json) {
        json.put("id", result.scenario().id());
        json.put("part", result.part().name());
        json.put("variant", result.variant().key());
        Measurement measurement = result.measurement();
        if (measurement == null) {
            for (String key : List.of("queries", "rows", "ms", "cpuMs", "allocatedBytes", "valueBytes", "answer")) {
                json.putNull(key);
            }
        } else {
            json.put("queries", measurement.queries());
            json.put("rows", measurement.rows());
            json.put("ms", measurement.cost().milliseconds());
            json.put("cpuMs", measurement.cost().cpuMilliseconds());
            json.put("allocatedBytes", measurement.cost().allocatedBytes());
            json.put("valueBytes", measurement.valueBytes());
            json.put("answer", measurement.answer());
        }
        json.put("answerExpected", result.part().expected().key());
        json.put("ok", result.ok());
        ArrayNode missed = json.putArray("missed");
        result.missed().forEach(missed::add);
    }
}
