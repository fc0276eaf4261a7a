package org.fetchwise.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.fetchwise.spi.ConnectionSource;
import org.jspecify.annotations.Nullable;

/**
 * One connection for all threads, for a database that lives only as long as its connection: {@code jdbc:sqlite::memory:}. A
 * thread that has it may acquire it again, as when something is loaded while rows are streamed; others wait. Mutable, and safe
 * for use by several threads.
 */
final class SharedConnection implements ConnectionSource {
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition free = lock.newCondition();
    /*
     * The lock is not held while the connection is in use: a stream may be closed by another thread than the one that opened it,
     * above all by the one that finds it abandoned.
     */
    private @Nullable Thread user;
    private int uses;

    SharedConnection(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Connection acquire() {
        Thread thread = Thread.currentThread();
        lock.lock();
        try {
            while (user != null && user != thread) {
                free.awaitUninterruptibly();
            }
            user = thread;
            uses++;
            return connection;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void release(Connection returned) {
        lock.lock();
        try {
            uses--;
            if (uses == 0) {
                user = null;
                free.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("The shared connection could not be closed.", failure);
        }
    }
}
