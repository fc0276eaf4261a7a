package org.fetchwise.cli.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What has gone through a {@link RecordingDataSource}: statements, rows and the bytes of the values read. The settings of a
 * connection are not counted, nor are the limits of transactions. Mutable; serves one thread.
 */
public final class StatementRecord {
    private final Map<String, Integer> statements = new LinkedHashMap<>();
    private long rows;
    private long valueBytes;
    private boolean explaining;
    private String plan = "";

    /** Forgets everything. */
    public void clear() {
        statements.clear();
        plan = "";
        rows = 0;
        valueBytes = 0;
    }

    /**
     * Asks the database from now on, or no more, how it runs each query.
     *
     * @param wanted whether to ask; it costs a statement more for each
     */
    public void explain(boolean wanted) {
        explaining = wanted;
    }

    boolean isExplaining() {
        return explaining;
    }

    void plan(String text) {
        plan = text;
    }

    /** {@return what the database says of how it runs the last query; empty where nobody asked it} */
    public String plan() {
        return plan;
    }

    void statement(String text) {
        if (!isSetting(text)) {
            statements.merge(text, 1, Integer::sum);
        }
    }

    void row() {
        rows++;
    }

    void value(long bytes) {
        valueBytes += bytes;
    }

    private static boolean isSetting(String text) {
        String start = text.stripLeading().toUpperCase(Locale.ROOT);
        return start.startsWith("SET ") || start.startsWith("PRAGMA ");
    }

    /** {@return how many statements were sent; an entry of a batch is one} */
    public int count() {
        return statements.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** {@return the different statements in the order in which they were first sent, with how often each was} */
    public Map<String, Integer> statements() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(statements));
    }

    /** {@return how many rows were read} */
    public long rows() {
        return rows;
    }

    /** {@return the bytes of the values read: of text in UTF-8, of everything else as wide as its Java type} */
    public long valueBytes() {
        return valueBytes;
    }
}
