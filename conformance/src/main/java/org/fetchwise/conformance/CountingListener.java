package org.fetchwise.conformance;

import java.util.concurrent.atomic.AtomicInteger;
import org.fetchwise.spi.QueryListener;
import org.fetchwise.spi.QueryStart;

/** Counts statements. */
final class CountingListener implements QueryListener {
    private final AtomicInteger statements = new AtomicInteger();

    @Override
    public void started(QueryStart start) {
        statements.incrementAndGet();
    }

    int statements() {
        return statements.get();
    }
}
