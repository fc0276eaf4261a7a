package org.fetchwise.misuse;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes that are compiled in memory against those of the tests, all together, and what the compiler says about each. */
final class Compilation {
    private static final List<String> OPTIONS =
            List.of("--release", "21", "-proc:none", "-Xlint:all", "-Xmaxerrs", "1000");

    /** The compiler shows users simple names. */
    private static final Pattern QUALIFIER = Pattern.compile("\\b(?:[a-z]+\\.)+(?=[A-Z])");

    private final Map<String, List<String>> messages;

    private Compilation(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        messages = diagnostics.stream()
                .collect(groupingBy(
                        diagnostic -> diagnostic.getSource() == null
                                ? ""
                                : diagnostic.getSource().getName(),
                        mapping(
                                diagnostic -> QUALIFIER
                                        .matcher(diagnostic.getMessage(Locale.ENGLISH))
                                        .replaceAll(""),
                                toList())));
    }

    /**
     * Compiles classes.
     *
     * @param sources their texts by their simple names
     */
    static Compilation of(Map<String, String> sources) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<Source> files = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        JavacTask task =
                (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, diagnostics, OPTIONS, null, files);
        try {
            task.analyze();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Compilation(diagnostics.getDiagnostics());
    }

    /** What the compiler says about one class: its errors and warnings, each with all its lines. */
    List<String> messages(String name) {
        return messages.getOrDefault(Source.path(name), List.of());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("memory://" + path(name)), Kind.SOURCE);
            this.text = text;
        }

        static String path(String name) {
            return "/" + name + Kind.SOURCE.extension;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
