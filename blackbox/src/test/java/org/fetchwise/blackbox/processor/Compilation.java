package org.fetchwise.blackbox.processor;

import jakarta.persistence.Entity;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.fetchwise.QuerySet;
import org.fetchwise.processor.FetchwiseProcessor;
import org.hibernate.annotations.JdbcTypeCode;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** One run of the compiler over sources given as text, with the processor, and nothing written to disk. */
final class Compilation {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|record|enum) (\\w+)");

    /** What the tests' sources may use without saying so. */
    private static final String IMPORTS = "import jakarta.persistence.*; import java.util.*; import java.time.*; "
            + "import java.math.*; import org.fetchwise.annotation.*; ";

    /** All that the sources need; every run opens each of these anew. */
    private static final String LIBRARIES = Stream.of(
                    QuerySet.class, Entity.class, NullMarked.class, JdbcTypeCode.class)
            .map(Compilation::locationOf)
            .collect(Collectors.joining(File.pathSeparator));

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> options =
            new ArrayList<>(List.of("--release", "21", "-Xlint:all,-processing", "-classpath", LIBRARIES));
    private final List<Processor> processors = new ArrayList<>();

    /** Begins a run over some sources, each a whole file. */
    static Compilation of(String... sources) {
        Compilation compilation = new Compilation();
        for (String source : sources) {
            compilation.with(source);
        }
        return compilation;
    }

    /** {@return the source of a class in the package {@code shop}, with everything imported that mappings need} */
    static String shop(String source) {
        return "package shop; " + IMPORTS + source;
    }

    Compilation with(String source) {
        Matcher inPackage = PACKAGE.matcher(source);
        Matcher type = TYPE.matcher(source);
        if (!inPackage.find() || !type.find()) {
            throw new IllegalArgumentException("a source declares a package and a class");
        }
        sources.put(inPackage.group(1).replace('.', '/') + "/" + type.group(1) + ".java", source);
        return this;
    }

    /** Makes the sources a named module, which sees the class path as modules. */
    Compilation module(String declaration) {
        sources.put("module-info.java", declaration);
        return option("--module-path").option(LIBRARIES);
    }

    Compilation option(String option) {
        options.add(option);
        return this;
    }

    /** Lets another processor run after Fetchwise's. */
    Compilation beside(Processor processor) {
        processors.add(processor);
        return this;
    }

    private static String locationOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    Result run() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<Source> units = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        try (Memory memory =
                new Memory(compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8))) {
            JavaCompiler.CompilationTask task = compiler.getTask(null, memory, diagnostics, options, null, units);
            List<Processor> all = new ArrayList<>(List.of(new FetchwiseProcessor()));
            all.addAll(processors);
            task.setProcessors(all);
            boolean succeeded = task.call();
            return new Result(succeeded, diagnostics.getDiagnostics(), memory.texts());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /**
     * What the compiler said and wrote.
     *
     * @param succeeded whether there was no error
     * @param diagnostics everything that was said
     * @param files the generated sources and resources, by path
     */
    record Result(
            boolean succeeded,
            List<Diagnostic<? extends JavaFileObject>> diagnostics,
            SortedMap<String, String> files) {
        /** {@return the errors, each as line and message} */
        List<String> errors() {
            return messages(Diagnostic.Kind.ERROR);
        }

        List<String> warnings() {
            List<String> warnings = new ArrayList<>(messages(Diagnostic.Kind.WARNING));
            warnings.addAll(messages(Diagnostic.Kind.MANDATORY_WARNING));
            return warnings;
        }

        List<String> notes() {
            return messages(Diagnostic.Kind.NOTE);
        }

        String file(String path) {
            String text = files.get(path);
            if (text == null) {
                throw new AssertionError("no " + path + " among " + files.keySet() + "; the compiler said " + errors());
            }
            return text;
        }

        private List<String> messages(Diagnostic.Kind kind) {
            return diagnostics.stream()
                    .filter(diagnostic -> diagnostic.getKind() == kind)
                    .map(diagnostic -> diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT))
                    .toList();
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** A file that is written to memory. */
    private static final class Written extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Written(String path, Kind kind) {
            super(URI.create("memory:///" + path), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, Written> files = new TreeMap<>();

        Memory(JavaFileManager classPath) {
            super(classPath);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
            return file(className.replace('.', '/') + kind.extension, kind);
        }

        @Override
        public FileObject getFileForOutput(
                Location location, String packageName, String name, @Nullable FileObject sibling) {
            return file(name, JavaFileObject.Kind.OTHER);
        }

        @Override
        public FileObject getFileForInput(Location location, String packageName, String name) throws IOException {
            throw new IOException("nothing was compiled before");
        }

        private Written file(String path, JavaFileObject.Kind kind) {
            return files.computeIfAbsent(path, name -> new Written(name, kind));
        }

        SortedMap<String, String> texts() {
            SortedMap<String, String> texts = new TreeMap<>();
            files.forEach((path, file) -> {
                if (file.getKind() != JavaFileObject.Kind.CLASS) {
                    texts.put(path, file.getCharContent(true).toString());
                }
            });
            return texts;
        }
    }
}
