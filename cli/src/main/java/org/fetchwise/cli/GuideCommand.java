package org.fetchwise.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.fetchwise.Database;
import org.fetchwise.cli.guide.ConnectionPool;
import org.fetchwise.cli.guide.GuideReport;
import org.fetchwise.cli.guide.GuideRun;
import org.fetchwise.cli.guide.GuideTable;
import org.fetchwise.cli.guide.Result;
import org.fetchwise.cli.guide.Scenario;
import org.fetchwise.cli.guide.Selection;
import org.fetchwise.example.blog.data.BlogData;
import org.fetchwise.example.blog.data.BlogFacts;
import org.fetchwise.servers.Engine;
import org.fetchwise.servers.Servers;
import org.fetchwise.servers.TemporaryDatabase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./fetchwise guide}: runs the guide on real rows and shows what it costs, before and after. */
@Command(
        name = "guide",
        mixinStandardHelpOptions = true,
        description =
                "Runs the Django ORM optimization guide on real rows: the bad code, the same code untouched, and the "
                        + "good code.",
        footer = {"", "Exit status: 0 everything kept to its bounds, 1 something did not, 2 wrong usage or no database."
        })
final class GuideCommand implements Callable<Integer> {
    private static final int FEWEST_POSTS = 50;
    private static final int MOST_POSTS = 100_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--db",
            paramLabel = "NAME",
            defaultValue = "h2",
            description = "h2, sqlite, postgresql or mariadb (default: ${DEFAULT-VALUE}).")
    private Engine engine = Engine.H2;

    @Option(
            names = "--posts",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many posts, 50 to 100000 (default: ${DEFAULT-VALUE}); five times as many comments.")
    private int posts;

    @Option(
            names = "--only",
            paramLabel = "IDS",
            split = ",",
            description = "Which rows, as in 1.1,X.1; 3 means all of part 3.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--sql", description = "Prints the statements of each run, with how often each was sent.")
    private boolean sql;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to a file.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, SQLException {
        long begun = System.nanoTime();
        List<Scenario> scenarios = scenarios();
        checkPosts();
        checkFile();
        GuideTable table = new GuideTable(
                commandLine().getOut(), commandLine().getColorScheme().ansi(), sql);
        table.begins("starting " + engine.title());
        try (TemporaryDatabase database = Servers.shared().newDatabase(engine, "guide");
                ConnectionPool pool = ConnectionPool.open(url(database))) {
            GuideReport report = run(pool.connections(), scenarios, table);
            table.summary(report.results(), (System.nanoTime() - begun) / 1_000_000_000);
            if (json != null) {
                report.writeTo(json);
            }
            return report.ok() ? Main.OK : Main.BOUND_MISSED;
        }
    }

    /** H2 answers a statement from its last result as long as nothing changes, so that a second run would measure nothing. */
    private String url(TemporaryDatabase database) {
        return engine == Engine.H2 ? database.url() + ";OPTIMIZE_REUSE_RESULTS=FALSE" : database.url();
    }

    private GuideReport run(DataSource connections, List<Scenario> scenarios, GuideTable table) throws SQLException {
        table.begins("making " + posts + " posts");
        Database.of(connections).schema().create();
        BlogFacts facts = new BlogData(posts, BlogData.SEED).insertInto(connections);
        String server = server(connections);
        table.header(
                server,
                String.format(
                        Locale.ROOT,
                        "%,d posts, %,d comments, %,d tag links",
                        facts.posts(),
                        facts.comments(),
                        facts.tagLinks()));
        List<Result> results = new GuideRun(connections, facts, table).run(scenarios);
        return new GuideReport(engine.name().toLowerCase(Locale.ROOT), server, posts, BlogData.SEED, results);
    }

    private List<Scenario> scenarios() {
        try {
            return Selection.of(only);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(commandLine(), unknown.getMessage(), unknown);
        }
    }

    private void checkPosts() {
        if (posts < FEWEST_POSTS || posts > MOST_POSTS) {
            throw new ParameterException(
                    commandLine(),
                    "--posts takes " + FEWEST_POSTS + " to " + MOST_POSTS
                            + " posts: with fewer there is no second page, "
                            + "and the bad code asks for each of them.");
        }
    }

    /** Before the run, so that minutes of work are not lost to a typing error. */
    private void checkFile() {
        if (json == null) {
            return;
        }
        Path directory = json.toAbsolutePath().getParent();
        if (Files.isDirectory(json) || directory == null || !Files.isDirectory(directory)) {
            throw new ParameterException(
                    commandLine(), "--json cannot write '" + json + "': name a file in a directory that exists.");
        }
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private static String server(DataSource connections) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            DatabaseMetaData database = connection.getMetaData();
            String version = database.getDatabaseProductVersion().split(" ", 2)[0];
            return database.getDatabaseProductName() + " " + version;
        }
    }
}
