package org.fetchwise.cli.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * What has gone through a data source: statements, rows and the bytes of the values read. The settings of a connection are
 * not counted, nor are the limits of transactions. Mutable; safe for use by several threads.
 */
public final class StatementRecord {
    private static final List<String> SETTINGS = List.of(
            "SET ", "PRAGMA ", "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT ", "RELEASE ", "SELECT 1 FROM PRAGMA_");

    private final Map<String, Integer> statements = new LinkedHashMap<>();
    private long rows;
    private long valueBytes;
    private boolean explaining;
    private String plan = "";

    /**
     * {@return a data source that passes everything on to another one, and is recorded here}
     *
     * @param source where connections come from; it remains the caller's to close
     */
    public DataSource over(DataSource source) {
        Recorder recorder = new Recorder(this);
        return ProxyDataSourceBuilder.create(source)
                .listener(recorder)
                .methodListener(recorder)
                .proxyResultSet()
                .proxyGeneratedKeys()
                .build();
    }

    /** Forgets everything. */
    public synchronized void clear() {
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
    public synchronized void explain(boolean wanted) {
        explaining = wanted;
    }

    synchronized boolean isExplaining() {
        return explaining;
    }

    synchronized void plan(String text) {
        plan = text;
    }

    /** {@return what the database says of how it runs the last query; empty where nobody asked it} */
    public synchronized String plan() {
        return plan;
    }

    synchronized void statement(String text, int times) {
        if (!isSetting(text)) {
            statements.merge(text, times, Integer::sum);
        }
    }

    synchronized void row() {
        rows++;
    }

    synchronized void value(long bytes) {
        valueBytes += bytes;
    }

    private static boolean isSetting(String text) {
        String start = text.stripLeading().toUpperCase(Locale.ROOT);
        return SETTINGS.stream().anyMatch(start::startsWith);
    }

    /** {@return how many statements were sent; an entry of a batch is one} */
    public synchronized int count() {
        return statements.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** {@return the different statements in the order in which they were first sent, with how often each was} */
    public synchronized Map<String, Integer> statements() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(statements));
    }

    /** {@return how many rows were read} */
    public synchronized long rows() {
        return rows;
    }

    /** {@return the bytes of the values read: of text in UTF-8, of everything else as wide as its Java type} */
    public synchronized long valueBytes() {
        return valueBytes;
    }
}
