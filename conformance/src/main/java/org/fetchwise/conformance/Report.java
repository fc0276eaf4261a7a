package org.fetchwise.conformance;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fetchwise.conformance.Verdict.Status;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The verdicts of a run.
 *
 * @param database the name of the database
 * @param verdicts one for each case, in the order in which they were run
 */
record Report(String database, List<Verdict> verdicts) {
    private static final int SCHEMA = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** How many cases of each family came to each status. */
    Map<String, Map<Status, Integer>> families() {
        Map<String, Map<Status, Integer>> families = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            Map<Status, Integer> counts = families.computeIfAbsent(verdict.family(), family -> {
                Map<Status, Integer> zeros = new EnumMap<>(Status.class);
                for (Status status : Status.values()) {
                    zeros.put(status, 0);
                }
                return zeros;
            });
            counts.merge(verdict.status(), 1, Integer::sum);
        }
        return families;
    }

    int count(Status status) {
        return (int)
                verdicts.stream().filter(verdict -> verdict.status() == status).count();
    }

    /** The report as JSON. */
    String json() {
        ObjectNode report = JSON.createObjectNode();
        report.put("schema", SCHEMA);
        report.put("db", database);
        ObjectNode families = report.putObject("families");
        families().forEach((family, counts) -> {
            ObjectNode numbers = families.putObject(family);
            counts.forEach((status, count) -> numbers.put(plural(status), count));
        });
        ArrayNode cases = report.putArray("cases");
        for (Verdict verdict : verdicts) {
            ObjectNode one = cases.addObject();
            one.put("id", verdict.id());
            one.put("family", verdict.family());
            one.put("status", verdict.status().name().toLowerCase(Locale.ROOT));
            one.put("rule", verdict.rule());
            one.put("reason", verdict.reason());
            one.put("queries", verdict.queries());
        }
        return JSON.writeValueAsString(report);
    }

    /** The report as a table with the cases that failed below it. */
    String text() {
        StringBuilder text = new StringBuilder(row(
                "family", List.of(Status.values()).stream().map(Report::plural).toList()));
        families()
                .forEach((family, counts) -> text.append(row(
                        family, counts.values().stream().map(String::valueOf).toList())));
        for (Verdict verdict : verdicts) {
            if (verdict.status() == Status.FAILED || verdict.status() == Status.UNSUPPORTED) {
                text.append(verdict.status().name().toLowerCase(Locale.ROOT))
                        .append("  ")
                        .append(verdict.id())
                        .append(": ")
                        .append(verdict.reason())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String row(String first, List<String> others) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-13s", first));
        others.forEach(other -> text.append(String.format(Locale.ROOT, "%13s", other)));
        return text.append('\n').toString();
    }

    private static String plural(Status status) {
        return status == Status.DEVIATION ? "deviations" : status.name().toLowerCase(Locale.ROOT);
    }
}
