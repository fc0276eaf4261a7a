package org.fetchwise.cli.guide;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Prints a run of the guide as it goes, for people to read. Mutable; serves one thread. */
public final class GuideTable implements Progress {
    private static final List<Metric> COLUMNS =
            List.of(Metric.QUERIES, Metric.MILLISECONDS, Metric.ALLOCATED_BYTES, Metric.CPU);
    private static final List<String> TITLES = List.of("queries", "time", "memory", "CPU");
    private static final int LABEL_WIDTH = 32;
    private static final int VALUE_WIDTH = 11;
    private static final int CHANGE_WIDTH = 9;
    private static final String ERASE_LINE = "\r\u001B[2K";

    private final PrintWriter out;
    private final Ansi ansi;
    private final boolean sql;
    private String titled = "";

    /**
     * Creates a table.
     *
     * @param out where to print
     * @param ansi whether colours and a line of progress are printed
     * @param sql whether the statements of each variant are printed
     */
    public GuideTable(PrintWriter out, Ansi ansi, boolean sql) {
        this.out = out;
        this.ansi = ansi;
        this.sql = sql;
    }

    /**
     * Prints what comes before all rows.
     *
     * @param server product and version
     * @param rows what the tables hold, in words
     */
    public void header(String server, String rows) {
        erase();
        StringBuilder titles = new StringBuilder(" ".repeat(5 + LABEL_WIDTH));
        TITLES.forEach(title -> titles.append(right(title, VALUE_WIDTH)).append(" ".repeat(CHANGE_WIDTH)));
        out.println(paint("The guide on " + server, Style.bold) + ", " + rows);
        out.println();
        out.println(paint(titles.toString().stripTrailing(), Style.faint));
        out.flush();
    }

    @Override
    public void begins(String activity) {
        if (ansi.enabled()) {
            out.print(ERASE_LINE + paint("  … " + activity, Style.faint));
            out.flush();
        }
    }

    @Override
    public void done(Result result) {
        erase();
        Scenario scenario = result.scenario();
        if (!scenario.id().equals(titled)) {
            titled = scenario.id();
            out.println(paint(" " + left(scenario.id(), 4) + scenario.title(), Style.bold));
        }
        Variant variant = result.variant();
        String part = result.part().name();
        String label = variant.title() + (part == null ? "" : ", " + part);
        out.println("     " + variant.sign() + " " + left(label, LABEL_WIDTH - 3) + figures(result));
        result.missed().forEach(miss -> out.println(paint("        ✗ " + miss, Style.bold, Style.fg_red)));
        Measurement measurement = result.measurement();
        if (sql && measurement != null) {
            measurement
                    .statements()
                    .forEach((text, count) ->
                            out.println(paint(right(Figures.count(count) + " × ", 16), Style.faint) + text));
        }
        out.flush();
    }

    private String figures(Result result) {
        Measurement measurement = result.measurement();
        if (measurement == null) {
            return "";
        }
        Measurement bad = result.bad();
        StringBuilder figures = new StringBuilder();
        for (Metric metric : COLUMNS) {
            figures.append(right(Figures.of(metric, measurement), VALUE_WIDTH));
            String change = bad == null ? "" : Figures.change(metric.saving(bad, measurement));
            boolean saved = bad != null && metric.saving(bad, measurement) > 0;
            String padded = right(change, CHANGE_WIDTH);
            figures.append(saved ? paint(padded, Style.fg_green) : padded);
        }
        return figures.toString().stripTrailing();
    }

    /**
     * Prints what comes after all rows.
     *
     * @param results how each variant went
     * @param seconds how long everything took
     */
    public void summary(List<Result> results, long seconds) {
        erase();
        out.println();
        results.stream()
                .filter(result -> result.scenario().id().equals("X.1") && result.bad() != null)
                .forEach(this::floors);
        long missed = results.stream().filter(result -> !result.ok()).count();
        String verdict = missed == 0
                ? paint("✓ All " + results.size() + " runs kept to their bounds", Style.bold, Style.fg_green)
                : paint("✗ " + missed + " of " + results.size() + " runs missed a bound", Style.bold, Style.fg_red);
        out.println(" " + verdict + " (" + seconds + " s).");
        out.flush();
    }

    /** X.1 against what the guide promises. */
    private void floors(Result result) {
        Measurement bad = result.bad();
        Measurement measurement = result.measurement();
        if (bad == null || measurement == null) {
            return;
        }
        StringBuilder line =
                new StringBuilder(" " + left("X.1 " + result.variant().title(), 15) + " ");
        for (Bound.Saving floor : Scenarios.floors()) {
            double saving = floor.metric().saving(bad, measurement);
            String title = TITLES.get(COLUMNS.indexOf(floor.metric()));
            String change = title + " " + Figures.change(saving);
            line.append(' ')
                    .append(paint(change, saving >= floor.percent() ? Style.fg_green : Style.fg_red))
                    .append(paint(" (promised −" + floor.percent() + " %) ", Style.faint));
        }
        out.println(line.toString().stripTrailing());
    }

    private void erase() {
        if (ansi.enabled()) {
            out.print(ERASE_LINE);
        }
    }

    private String paint(String text, Style... styles) {
        return ansi.enabled() ? Style.on(styles) + text + Style.reset.on() : text;
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
