package org.fetchwise.example.blog.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each block of Java on a page of the manual is part of a source that the build compiles. */
class ManualTest {
    private static final Path BLOG = Path.of(System.getProperty("basedir", "."));
    private static final Path PAGES = BLOG.resolve("../../docs");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)\n```", Pattern.DOTALL);

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void codeOfAPage_isCompiled(Path page) throws IOException {
        String sources = sources();
        assertThat(JAVA.matcher(Files.readString(page)).results())
                .allSatisfy(block -> assertThat(sources).contains(withoutSpaces(block.group(1))));
    }

    /** The sources of the blog and of the tests that use the library as a customer does, without spaces. */
    private static String sources() throws IOException {
        return sources(BLOG.resolve("src")) + sources(BLOG.resolve("../../blackbox/src/test/java"));
    }

    private static String sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ManualTest::text)
                    .map(ManualTest::withoutSpaces)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String withoutSpaces(String code) {
        return code.replaceAll("\\s+", "");
    }
}
