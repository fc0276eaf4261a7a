package org.fetchwise.hydrate;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.fetchwise.jdbc.Listeners;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time load for the objects of an evaluation, and guards what all of them see. Safe for use by several threads.
 *
 * <p>A load holds the gate for as long as its statements run, so that what several threads touch is loaded once. It holds the lock
 * only while it looks at objects or fills them from rows, never while it waits for a connection or calls a listener. That the gate is
 * passed twice would cost a statement and break nothing, so nobody waits for it who might be waited for: a listener passes at once.
 */
final class LoadGate {
    /*
     * A deadlock would need a thread that waits here while the one inside waits for it. The one inside has its connection already
     * (PeerGroup sees to that), so only its listener can wait for anything.
     */
    private static final long PATIENCE_MILLISECONDS = 1_000;

    private final ReentrantLock lock = new ReentrantLock();

    /** Held by the one thread that asks for a connection: a crowd that touches the same takes no more than one. */
    private final ReentrantLock turn = new ReentrantLock();

    private final Condition free = lock.newCondition();
    private final Listeners listeners;
    private @Nullable Thread inside;

    LoadGate(Listeners listeners) {
        this.listeners = listeners;
    }

    void lock() {
        lock.lock();
    }

    void unlock() {
        lock.unlock();
    }

    /** Waits until nobody is inside. */
    void await() {
        lock.lock();
        try {
            isFree();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the turn to ask for a connection, which whoever took it must {@link #endTurn end}. Says no to a listener, and to those
     * who have waited long: whoever has the turn may wait for a connection that they hold.
     */
    boolean takeTurn() {
        if (listeners.isListening(Thread.currentThread())) {
            return false;
        }
        try {
            return turn.tryLock(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void endTurn() {
        turn.unlock();
    }

    /** Goes inside once nobody else is; whoever did so must {@link #leave}. Says no to those who load without waiting. */
    boolean enter() {
        lock.lock();
        try {
            if (!isFree()) {
                return false;
            }
            inside = Thread.currentThread();
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            inside = null;
            free.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nobody is inside, unless that might last for ever. */
    private boolean isFree() {
        Thread thread = Thread.currentThread();
        boolean interrupted = false;
        try {
            while (inside != null) {
                if (inside == thread || listeners.isListening(thread)) {
                    return false;
                }
                try {
                    if (!free.await(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS)
                            && inside != null
                            && listeners.isListening(inside)) {
                        return false;
                    }
                } catch (InterruptedException interruption) {
                    interrupted = true;
                }
            }
            return true;
        } finally {
            if (interrupted) {
                thread.interrupt();
            }
        }
    }
}
