package org.fetchwise.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.fetchwise.conformance.ConformanceCommand;
import org.fetchwise.error.FetchwiseException;
import org.fetchwise.servers.ServerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. What goes wrong by the user's doing, or the server's, is told in a sentence and without a stack trace. */
@Command(
        name = "fetchwise",
        description = "Django's QuerySet for Java.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {GuideCommand.class, ConformanceCommand.class, HelpCommand.class})
public final class Main implements Runnable {
    static final int OK = 0;
    static final int BOUND_MISSED = 1;
    static final int USAGE_OR_SERVER = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Main() {}

    /**
     * Runs a command and ends the process with its exit status.
     *
     * @param arguments what the user typed
     */
    public static void main(String[] arguments) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        System.exit(run(out, err, arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::usage)
                .setExecutionExceptionHandler(Main::failure)
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: guide, conformance or help.");
    }

    private static int usage(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(failure.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("More: ./fetchwise help" + (command.getParent() == null ? "" : " " + command.getCommandName()));
        }
        err.flush();
        return USAGE_OR_SERVER;
    }

    private static int failure(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof FetchwiseException
                || failure instanceof ServerException
                || failure instanceof SQLException
                || failure instanceof IOException) {
            command.getErr().println(failure.getMessage());
            command.getErr().flush();
            return USAGE_OR_SERVER;
        }
        throw failure;
    }

    /** The signs in the table are beyond what the locale "C" of containers allows. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
