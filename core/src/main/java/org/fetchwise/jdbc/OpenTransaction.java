package org.fetchwise.jdbc;

import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.fetchwise.error.FetchwiseException;
import org.fetchwise.error.TransactionException;
import org.fetchwise.spi.Written;
import org.fetchwise.transaction.TransactionContext;
import org.fetchwise.transaction.TransactionOptions;
import org.jspecify.annotations.Nullable;

/**
 * A transaction on its connection, and the blocks that are open in it, innermost last. It is used by the thread that began it
 * or, for a while, by one that it was handed over to; never by two at once.
 */
final class OpenTransaction implements TransactionContext {
    private final Connection connection;
    private final TransactionOptions options;
    private final Thread owner = Thread.currentThread();
    private final long begun = System.nanoTime();
    private final AtomicReference<@Nullable Thread> borrower = new AtomicReference<>();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private volatile boolean open = true;
    private boolean committing;

    OpenTransaction(Connection connection, TransactionOptions options) {
        this.connection = connection;
        this.options = options;
        blocks.push(new Block());
    }

    /** One block: the transaction itself, or a savepoint in it. */
    static final class Block {
        private final List<Runnable> onCommit = new ArrayList<>();
        private final List<Runnable> onRollback = new ArrayList<>();
        private @Nullable String doomedBy;
        private @Nullable FetchwiseException reason;
        private boolean rollBackOnly;
        private final Set<String> writtenTables = new LinkedHashSet<>();
        private boolean othersWritten;

        /** Notes tables that the block has written, and whether there are others that nobody has named. */
        void wrote(Set<String> tables, boolean others) {
            writtenTables.addAll(tables);
            othersWritten |= others;
        }

        /** Takes over what a block inside this one has left. */
        void adopt(Block inner) {
            onCommit.addAll(inner.onCommit);
            onRollback.addAll(inner.onRollback);
            wrote(inner.writtenTables, inner.othersWritten);
        }

        boolean hasWritten() {
            return othersWritten || !writtenTables.isEmpty();
        }

        Written written() {
            return new Written(writtenTables, othersWritten);
        }

        List<Runnable> onCommit() {
            return onCommit;
        }

        List<Runnable> onRollback() {
            return onRollback;
        }

        boolean isRollBackOnly() {
            return rollBackOnly;
        }

        /** {@return why the block can only be rolled back, or null} */
        @Nullable
        TransactionException doom() {
            return reason == null
                    ? null
                    : new TransactionException(
                            "A statement failed in this block, so that all of the block is rolled back and it takes no"
                                    + " more statements. Let the exception leave the block, or put what may fail into an"
                                    + " inner db.atomic(...) and catch it outside of that.\n"
                                    + "first failure: "
                                    + String.valueOf(reason.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")
                                    + "\nin statement: " + doomedBy,
                            reason);
        }
    }

    /** {@return the connection for a statement of the current thread} */
    Connection connection() {
        requireUser();
        TransactionException doom = innermost().doom();
        if (doom != null) {
            throw doom;
        }
        if (isLimited() && nanosLeft() <= 0) {
            throw new TransactionException("The block's time limit of " + options.timeout()
                    + " is over, so it takes no more statements and is rolled back. Do less in it, or raise"
                    + " the limit.");
        }
        return connection;
    }

    /** {@return the connection for the end of a block, whatever happened in it} */
    Connection ending() {
        return connection;
    }

    Block innermost() {
        return blocks.element();
    }

    void push() {
        blocks.push(new Block());
    }

    Block pop() {
        return blocks.pop();
    }

    /** {@return how many blocks are open} */
    int depth() {
        return blocks.size();
    }

    boolean isLimited() {
        return !options.timeout().isZero();
    }

    long nanosLeft() {
        return options.timeout().toNanos() - (System.nanoTime() - begun);
    }

    /** Notes the first failure of the innermost block. */
    void doom(String statement, FetchwiseException failure) {
        Block block = innermost();
        if (block.reason == null) {
            block.doomedBy = statement;
            block.reason = failure;
        }
    }

    /** Gives the transaction to the current thread. */
    void lend() {
        if (!open) {
            throw new TransactionException(
                    "The transaction has ended, so it cannot be handed over any more. Wait for the"
                            + " other thread before its block ends.");
        }
        if (!borrower.compareAndSet(null, Thread.currentThread())) {
            throw new TransactionException("The transaction is in the hands of another thread already: one connection"
                    + " serves one thread at a time. Hand it over to one after the other.");
        }
    }

    void giveBack() {
        borrower.set(null);
    }

    /** Notes that the commit is being sent: from now on a lost connection tells nothing of its outcome. */
    void commits() {
        committing = true;
    }

    /** {@return whether the commit was sent, so that others may see what was written} */
    boolean isPerhapsCommitted() {
        return committing;
    }

    /** Ends the transaction, whether or not it can be committed. */
    void close() {
        open = false;
    }

    /** Refuses every thread but the one that has the transaction now. */
    void requireUser() {
        Thread borrowing = borrower.get();
        if (!open || Thread.currentThread() != (borrowing == null ? owner : borrowing)) {
            throw new TransactionException(
                    open
                            ? "The transaction has been handed over to another thread, which is not done with it yet."
                            : "The transaction has ended.");
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean isReadOnly() {
        return options.readOnly();
    }

    TransactionOptions options() {
        return options;
    }

    @Override
    public void rollBackOnly() {
        requireUser();
        innermost().rollBackOnly = true;
    }
}
