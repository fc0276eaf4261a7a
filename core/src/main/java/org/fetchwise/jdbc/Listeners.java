package org.fetchwise.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.fetchwise.spi.QueryEnd;
import org.fetchwise.spi.QueryListener;
import org.fetchwise.spi.QueryStart;
import org.jspecify.annotations.Nullable;

/**
 * Who watches the statements of a handle: nobody at first. What a listener itself sends is told to nobody, or it would watch itself
 * for ever. Mutable, and safe for use by several threads.
 */
public final class Listeners {
    private final AtomicReference<@Nullable QueryListener> current = new AtomicReference<>();

    /** The threads that are inside a listener of this handle, or of one made from it. */
    private final Set<Thread> listening;

    /** Creates what nobody watches through. */
    public Listeners() {
        this(ConcurrentHashMap.newKeySet());
    }

    private Listeners(Set<Thread> listening) {
        this.listening = listening;
    }

    /**
     * {@return the same listeners and one more, for another handle}
     *
     * @param listener the listener, told after the others
     */
    public Listeners and(QueryListener listener) {
        Listeners more = new Listeners(listening);
        more.current.set(current.get());
        more.add(listener);
        return more;
    }

    /** {@return the listener to tell, or null if nobody watches or it is a listener that asks} */
    public @Nullable QueryListener current() {
        QueryListener listener = current.get();
        return listener == null || isListening(Thread.currentThread()) ? null : listener;
    }

    /**
     * {@return whether a thread is inside a listener}
     *
     * @param thread the thread
     */
    public boolean isListening(Thread thread) {
        return listening.contains(thread);
    }

    /** Calls a listener. */
    void tell(Runnable call) {
        Thread thread = Thread.currentThread();
        boolean outermost = listening.add(thread);
        try {
            call.run();
        } finally {
            if (outermost) {
                listening.remove(thread);
            }
        }
    }

    /** {@return whether somebody wants to know which attributes of objects are read} */
    public boolean observesReads() {
        QueryListener listener = current.get();
        return listener != null && listener.observesReads();
    }

    /**
     * Adds a listener.
     *
     * @param listener the listener, told after those that came before it
     */
    public void add(QueryListener listener) {
        current.updateAndGet(
                before -> before == null ? listener : new Several(with(Several.listeners(before), listener)));
    }

    /**
     * Removes a listener.
     *
     * @param listener a listener that was added
     */
    public void remove(QueryListener listener) {
        current.updateAndGet(before -> before == null ? null : without(Several.listeners(before), listener));
    }

    private static List<QueryListener> with(List<QueryListener> listeners, QueryListener added) {
        List<QueryListener> all = new ArrayList<>(listeners);
        all.add(added);
        return List.copyOf(all);
    }

    private static @Nullable QueryListener without(List<QueryListener> listeners, QueryListener removed) {
        List<QueryListener> rest =
                listeners.stream().filter(listener -> !listener.equals(removed)).toList();
        return switch (rest.size()) {
            case 0 -> null;
            case 1 -> rest.getFirst();
            default -> new Several(rest);
        };
    }

    /** Several listeners as one. */
    private record Several(List<QueryListener> listeners) implements QueryListener {
        static List<QueryListener> listeners(QueryListener listener) {
            return listener instanceof Several several ? several.listeners() : List.of(listener);
        }

        @Override
        public boolean observesReads() {
            return listeners.stream().anyMatch(QueryListener::observesReads);
        }

        @Override
        public void started(QueryStart start) {
            listeners.forEach(listener -> listener.started(start));
        }

        @Override
        public void finished(QueryEnd end) {
            listeners.forEach(listener -> listener.finished(end));
        }
    }
}
