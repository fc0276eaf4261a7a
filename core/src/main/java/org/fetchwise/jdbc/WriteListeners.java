package org.fetchwise.jdbc;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.fetchwise.spi.FailureListener;
import org.fetchwise.spi.WriteListener;
import org.fetchwise.spi.Written;

/**
 * Who is told when writes are committed, and of listeners that then fail: they keep nobody else from being told, and do not fail the
 * write, which has taken place. Mutable, and safe for use by several threads.
 */
public final class WriteListeners {
    private static final System.Logger LOGGER = System.getLogger("org.fetchwise.events");

    private final List<WriteListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<FailureListener> failures = new AtomicReference<>(
            (about, failure) -> LOGGER.log(Level.ERROR, "A listener failed. It was told of " + about + ".", failure));

    WriteListeners() {}

    /**
     * Adds a listener.
     *
     * @param listener the listener, told after those that came before it
     */
    public void add(WriteListener listener) {
        listeners.add(listener);
    }

    /**
     * Removes a listener.
     *
     * @param listener a listener that was added
     */
    public void remove(WriteListener listener) {
        listeners.remove(listener);
    }

    /**
     * Says who is told of listeners that fail.
     *
     * @param listener who is told, instead of whoever was told before: at first the log
     */
    public void reportTo(FailureListener listener) {
        failures.set(listener);
    }

    /** Tells everybody. */
    void tell(Written written) {
        for (WriteListener listener : listeners) {
            guard("tables " + written.tables(), () -> listener.written(written));
        }
    }

    boolean isEmpty() {
        return listeners.isEmpty();
    }

    /**
     * Calls a listener, whatever it throws.
     *
     * @param about what it is told
     * @param call the call
     */
    @SuppressWarnings("CatchingUnchecked") // what is thrown by code of users may be of any kind
    public void guard(String about, Runnable call) {
        try {
            call.run();
        } catch (Throwable failure) {
            failures.get().failed(about, failure);
        }
    }
}
