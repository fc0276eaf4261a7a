package org.fetchwise.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.error.ContentionException;
import org.fetchwise.error.TransactionException;
import org.fetchwise.error.UnreachableException;
import org.fetchwise.jdbc.OpenTransaction.Block;
import org.fetchwise.spi.Written;
import org.fetchwise.transaction.Isolation;
import org.fetchwise.transaction.TransactionContext;
import org.fetchwise.transaction.TransactionOptions;
import org.jspecify.annotations.Nullable;

/**
 * Runs blocks of statements that take effect together or not at all. The outermost block is a transaction, a block inside it a
 * savepoint. Safe for use by several threads.
 */
public final class TransactionBlocks {
    private static final long LONGEST_PAUSE_MILLISECONDS = 500;

    private final Dialect dialect;
    private final Connections connections;
    private final ThreadTransactions threads;
    private final WriteListeners listeners = new WriteListeners();

    /**
     * Creates a runner of blocks.
     *
     * @param executor runs the statements; it knows the transactions of the threads
     * @param threads which transaction a thread is in
     */
    public TransactionBlocks(JdbcExecutor executor, ThreadTransactions threads) {
        this.dialect = executor.dialect();
        this.connections = executor.connections();
        this.threads = threads;
    }

    /** {@return the transaction of the current thread, or null outside one} */
    public @Nullable TransactionContext current() {
        return threads.context();
    }

    /**
     * Runs a block.
     *
     * @param options how
     * @param block the block
     * @param <V> what it gives
     * @return what it gave
     * @throws TransactionException if the options do not fit an inner block, or a statement failed and nobody was told
     */
    public <V extends @Nullable Object> V run(TransactionOptions options, Supplier<V> block) {
        OpenTransaction current = threads.open();
        if (current != null) {
            requireInner(options);
            return inner(current, block);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return outermost(options, block);
            } catch (ContentionException contention) {
                if (attempt > options.retries()) {
                    throw contention;
                }
                pause(attempt, contention);
            }
        }
    }

    private static void requireInner(TransactionOptions options) {
        if (options.durable()) {
            throw new TransactionException("A durable block must be the outermost one, but this thread is in a"
                    + " transaction already. Call it outside, or leave out durably().");
        }
        if (!options.isInner()) {
            throw new TransactionException("A block inside another one is a savepoint of it: isolation, read-only, time"
                    + " limit and retries are chosen by the outermost block.");
        }
    }

    /** Waits longer each time, and never as long as another one that was in the way. */
    private static void pause(int attempt, ContentionException contention) {
        long longest = Math.min(LONGEST_PAUSE_MILLISECONDS, 10L << Math.min(attempt, 10));
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(longest) + 1);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw contention;
        }
    }

    private <V extends @Nullable Object> V outermost(TransactionOptions options, Supplier<V> block) {
        OpenTransaction transaction = null;
        Block outer;
        V result;
        try (Connections.Loan loan = connections.lend()) {
            Connection connection = loan.connection();
            int isolationBefore = isolate(connection, options.isolation());
            try {
                dialect.begin(connection, options.readOnly());
                transaction = new OpenTransaction(connection, options);
                outer = transaction.innermost();
                result = committed(transaction, outer, block);
            } finally {
                restore(connection, options, isolationBefore);
            }
        } catch (SQLException failure) {
            throw dialect.translate(failure, "");
        } finally {
            if (transaction != null && transaction.isPerhapsCommitted()) {
                tell(transaction.innermost());
            }
        }
        runAll(outer.isRollBackOnly() ? outer.onRollback() : outer.onCommit());
        return result;
    }

    private <V extends @Nullable Object> V committed(OpenTransaction transaction, Block outer, Supplier<V> block)
            throws SQLException {
        threads.bind(transaction);
        try {
            V result = block.get();
            transaction.requireUser();
            TransactionException doom = outer.doom();
            if (doom != null) {
                throw doom;
            }
            if (outer.isRollBackOnly()) {
                dialect.rollback(transaction.ending());
            } else {
                commit(transaction);
            }
            return result;
        } catch (Throwable failure) {
            threads.bind(null);
            undo(failure, () -> dialect.rollback(transaction.ending()));
            runAll(outer.onRollback(), failure);
            throw failure;
        } finally {
            transaction.close();
            threads.bind(null);
        }
    }

    private void commit(OpenTransaction transaction) throws SQLException {
        transaction.commits();
        try {
            dialect.commit(transaction.ending());
        } catch (SQLException failure) {
            if (dialect.translate(failure, "") instanceof UnreachableException) {
                throw new UnreachableException(
                        "The connection to " + dialect.name()
                                + " broke while the transaction was committed, so nobody knows whether it took effect"
                                + " as a whole or not at all. Look for what it wrote before it is run again.",
                        failure);
            }
            throw failure;
        }
    }

    private int isolate(Connection connection, Isolation isolation) throws SQLException {
        if (isolation == Isolation.DEFAULT) {
            return Connection.TRANSACTION_NONE;
        }
        int before = connection.getTransactionIsolation();
        dialect.isolate(connection, isolation);
        return before;
    }

    /** The transaction has ended by now, one way or the other; a connection that cannot be restored serves nobody else. */
    private void restore(Connection connection, TransactionOptions options, int isolationBefore) throws SQLException {
        try {
            if (!connection.isClosed()) {
                makeStandard(connection, options, isolationBefore);
            }
        } catch (SQLException broken) {
            connection.close();
        }
    }

    private void makeStandard(Connection connection, TransactionOptions options, int isolationBefore)
            throws SQLException {
        dialect.afterTransaction(connection, options.readOnly());
        if (options.isolation() != Isolation.DEFAULT && connection.getTransactionIsolation() != isolationBefore) {
            connection.setTransactionIsolation(isolationBefore);
        }
        if (!options.timeout().isZero()) {
            // H2 keeps the limit of a statement for the whole connection.
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(0);
            }
        }
    }

    private <V extends @Nullable Object> V inner(OpenTransaction transaction, Supplier<V> block) {
        String savepoint = dialect.quote("fetchwise_" + transaction.depth());
        send(transaction.connection(), "SAVEPOINT " + savepoint);
        transaction.push();
        Block own = transaction.innermost();
        V result;
        try {
            result = block.get();
            transaction.requireUser();
            TransactionException doom = own.doom();
            if (doom != null) {
                throw doom;
            }
        } catch (Throwable failure) {
            rollBack(transaction, savepoint, failure);
            runAll(own.onRollback(), failure);
            throw failure;
        }
        if (own.isRollBackOnly()) {
            rollBack(transaction, savepoint, null);
            runAll(own.onRollback());
            return result;
        }
        transaction.pop();
        transaction.innermost().adopt(own);
        send(transaction.ending(), "RELEASE SAVEPOINT " + savepoint);
        return result;
    }

    /** Goes back to a savepoint; where the database has rolled back more than that, the block around is lost, too. */
    private void rollBack(OpenTransaction transaction, String savepoint, @Nullable Throwable failure) {
        transaction.pop();
        try {
            send(transaction.ending(), "ROLLBACK TO SAVEPOINT " + savepoint);
            send(transaction.ending(), "RELEASE SAVEPOINT " + savepoint);
        } catch (RuntimeException undoing) {
            if (failure == null) {
                throw undoing;
            }
            failure.addSuppressed(undoing);
        }
    }

    private void send(Connection connection, String text) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException failure) {
            var translated = dialect.translate(failure, text);
            threads.failed(text, translated);
            throw translated;
        }
    }

    /**
     * Lets the current thread use a transaction that another thread has begun.
     *
     * @param context the transaction
     * @param block what is done in it
     * @param <V> what the block gives
     * @return what it gave
     * @throws TransactionException if the transaction has ended, is another handle's, or another thread has it
     */
    public <V extends @Nullable Object> V with(TransactionContext context, Supplier<V> block) {
        if (!(context instanceof OpenTransaction transaction)) {
            throw new TransactionException(
                    "This transaction was not begun by db.atomic(...), so it cannot be handed over.");
        }
        if (threads.open() != null) {
            throw new TransactionException("This thread is in a transaction already, and cannot take another one.");
        }
        transaction.lend();
        threads.bind(transaction);
        try {
            return block.get();
        } finally {
            threads.bind(null);
            transaction.giveBack();
        }
    }

    /**
     * Runs something when all that the current thread has written in its transaction is committed: at once outside one, never
     * if it is rolled back.
     *
     * @param action the action
     */
    public void onCommit(Runnable action) {
        OpenTransaction transaction = threads.open();
        if (transaction == null) {
            action.run();
        } else {
            transaction.requireUser();
            transaction.innermost().onCommit().add(action);
        }
    }

    /**
     * Runs something when the innermost block of the current thread is rolled back, or one around it.
     *
     * @param action the action; outside a transaction it is dropped
     */
    public void onRollback(Runnable action) {
        OpenTransaction transaction = threads.open();
        if (transaction != null) {
            transaction.requireUser();
            transaction.innermost().onRollback().add(action);
        }
    }

    /** {@return who is told when writes are committed} */
    public WriteListeners listeners() {
        return listeners;
    }

    /**
     * Takes note of tables that the current thread has written: whoever listens is told after the commit, outside a transaction
     * at once.
     *
     * @param tables the tables
     * @param others whether there are tables besides that nobody has named
     */
    public void wrote(Set<String> tables, boolean others) {
        OpenTransaction transaction = threads.open();
        if (transaction != null) {
            transaction.innermost().wrote(tables, others);
        } else if (!listeners.isEmpty()) {
            listeners.tell(new Written(tables, others));
        }
    }

    private void tell(Block outer) {
        if (!listeners.isEmpty() && outer.hasWritten()) {
            listeners.tell(outer.written());
        }
    }

    /** Runs each action, whichever of them fails; then the first failure is told. */
    private static void runAll(List<Runnable> actions) {
        RuntimeException first = null;
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (RuntimeException failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static void runAll(List<Runnable> actions, Throwable failure) {
        undo(failure, () -> runAll(actions));
    }

    private static void undo(Throwable failure, Undoing action) {
        try {
            action.run();
        } catch (SQLException | RuntimeException undoing) {
            failure.addSuppressed(undoing);
        }
    }

    /** What is done after a failure, and may fail itself. */
    @FunctionalInterface
    private interface Undoing {
        void run() throws SQLException;
    }
}
