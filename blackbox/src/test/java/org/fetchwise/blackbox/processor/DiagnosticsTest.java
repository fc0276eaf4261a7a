package org.fetchwise.blackbox.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.processor.Compilation.shop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that the processor says, as {@code diagnostics.txt} has it: a source, and below it each message, whole,
 * with its kind and line. Nothing else may be said.
 */
final class DiagnosticsTest {
    private static final Predicate<String> SAID =
            line -> line.startsWith("error ") || line.startsWith("warning ") || line.startsWith("note ");

    /** The entity that every source may be related to. */
    private static final String USER = """
            @Entity public class User {
                @Id private Long id;
                String name;
                @ManyToOne private User manager;
                public User getManager() { return manager; }
            }
            """;

    /**
     * A source, and what is said about it.
     *
     * @param source the source, without its package and imports
     * @param messages kinds, lines and messages
     */
    record Case(String source, List<String> messages) {
        @Override
        public String toString() {
            return String.join("; ", messages);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrongAndTheWayOut(Case expected) {
        Compilation.Result result =
                Compilation.of(shop(expected.source), shop(USER)).run();

        List<String> said = new ArrayList<>();
        result.errors().forEach(message -> said.add("error " + message));
        result.warnings().forEach(message -> said.add("warning " + message));
        result.notes().forEach(message -> said.add("note " + message));
        assertThat(said).containsExactlyElementsOf(expected.messages);
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream file = DiagnosticsTest.class.getResourceAsStream("diagnostics.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n\n"))
                    .filter(part -> !part.startsWith("# "))
                    .map(part -> new Case(
                            String.join("\n", part.lines().filter(SAID.negate()).toList()),
                            part.lines().filter(SAID).toList()));
        }
    }
}
