package org.fetchwise.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases, the schema and the rows, as JSON. */
final class Corpus {
    /** The parts of the public corpus, in the order in which they are reported. */
    static final List<String> FAMILIES = List.of(
            "lookups",
            "relations",
            "exclude",
            "ordering",
            "slices",
            "fields",
            "prefetch",
            "aggregates",
            "beyond",
            "conditional",
            "functions",
            "json",
            "sets",
            "subqueries",
            "windows",
            "writes");

    private static final JsonMapper JSON = new JsonMapper();

    private Corpus() {}

    static JsonNode schema() {
        return resource("corpus/schema.json");
    }

    static JsonNode data() {
        return resource("corpus/data.json");
    }

    /** The cases that come with the library. */
    static List<Case> publicCases() {
        List<Case> cases = new ArrayList<>();
        for (String family : FAMILIES) {
            resource("corpus/cases/" + family + ".json").forEach(json -> cases.add(Case.of(json)));
        }
        return cases;
    }

    /** The cases of every JSON file in a folder, over the same schema and rows. */
    static List<Case> casesIn(Path folder) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JSON.readTree(Files.readAllBytes(file)).forEach(json -> cases.add(Case.of(json)));
            }
        }
        return cases;
    }

    static JsonNode resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Corpus.class.getResourceAsStream(name), name)) {
            return JSON.readTree(stream);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static JsonNode parse(String text) {
        return JSON.readTree(text);
    }
}
