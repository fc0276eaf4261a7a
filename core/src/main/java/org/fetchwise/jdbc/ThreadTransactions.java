package org.fetchwise.jdbc;

import java.sql.Connection;
import java.time.Duration;
import org.fetchwise.error.FetchwiseException;
import org.fetchwise.spi.Transactions;
import org.fetchwise.transaction.TransactionContext;
import org.jspecify.annotations.Nullable;

/** Binds a transaction to the current thread while it has it. Safe for use by several threads. */
public final class ThreadTransactions implements Transactions {
    @SuppressWarnings("ThreadLocalUsage") // One for each handle: a thread may be in transactions of two databases.
    private final ThreadLocal<@Nullable OpenTransaction> bound = new ThreadLocal<>();

    @Override
    public @Nullable Connection current() {
        OpenTransaction transaction = bound.get();
        return transaction == null ? null : transaction.connection();
    }

    @Override
    public @Nullable TransactionContext context() {
        return bound.get();
    }

    @Override
    public int secondsLeft() {
        OpenTransaction transaction = bound.get();
        return transaction == null || !transaction.isLimited()
                ? 0
                : Math.toIntExact(Math.max(
                        1,
                        Duration.ofNanos(transaction.nanosLeft() + 999_999_999).toSeconds()));
    }

    @Override
    public void failed(String statement, FetchwiseException failure) {
        OpenTransaction transaction = bound.get();
        if (transaction != null) {
            transaction.doom(statement, failure);
        }
    }

    @Nullable
    OpenTransaction open() {
        return bound.get();
    }

    void bind(@Nullable OpenTransaction transaction) {
        if (transaction == null) {
            bound.remove();
        } else {
            bound.set(transaction);
        }
    }
}
