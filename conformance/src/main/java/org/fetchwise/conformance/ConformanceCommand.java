package org.fetchwise.conformance;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fetchwise.conformance.Verdict.Status;
import org.fetchwise.servers.Collation;
import org.fetchwise.servers.Engine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the corpus on one database. The exit status is 0 if nothing failed, else 1. */
@Command(name = "conformance", description = "Runs the corpus of queries with Django's answers on a database.")
public final class ConformanceCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--db", required = true, description = "h2, sqlite, postgresql or mariadb")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Engine engine;

    @Option(names = "--cases", description = "a folder of JSON files with cases to run instead of the public ones")
    private @Nullable Path cases;

    @Option(names = "--family", description = "run the cases of this family only")
    private @Nullable String family;

    @Option(names = "--only", description = "run this case only")
    private @Nullable String only;

    @Option(names = "--json", description = "a file for the report as JSON")
    private @Nullable Path json;

    /** Creates the command; picocli fills it. */
    public ConformanceCommand() {}

    @Override
    public Integer call() throws IOException {
        List<Case> chosen = chosen();
        Report report = run(chosen);
        if (json != null) {
            Files.writeString(json, report.json());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(report.text());
        out.flush();
        return report.count(Status.FAILED) == 0 ? 0 : 1;
    }

    private Report run(List<Case> chosen) {
        try (CorpusDatabase database = CorpusDatabase.create(engine, Collation.BINARY)) {
            Referee referee = new Referee(database);
            return new Report(
                    Referee.nameOf(engine), chosen.stream().map(referee::judge).toList());
        }
    }

    private List<Case> chosen() throws IOException {
        List<Case> chosen = new ArrayList<>(cases == null ? Corpus.publicCases() : casesIn(cases));
        chosen.removeIf(given -> family != null && !given.family().equals(family));
        chosen.removeIf(given -> only != null && !given.id().equals(only));
        if (chosen.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "There is no such case. Families: " + String.join(", ", Corpus.FAMILIES) + ".");
        }
        return chosen;
    }

    private List<Case> casesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), folder + " is no folder.");
        }
        return Corpus.casesIn(folder);
    }
}
