package org.fetchwise;

import java.util.Optional;
import java.util.function.Supplier;
import org.fetchwise.jdbc.TransactionBlocks;
import org.fetchwise.transaction.TransactionContext;
import org.fetchwise.transaction.TransactionOptions;
import org.jspecify.annotations.Nullable;

/** What a {@link Database} knows of transactions. */
abstract sealed class Transacting permits Database {
    private final TransactionBlocks blocks;

    Transacting(TransactionBlocks blocks) {
        this.blocks = blocks;
    }

    final TransactionBlocks blocks() {
        return blocks;
    }

    /**
     * Runs a block whose statements take effect together when it ends, or not at all if an exception leaves it. Inside another
     * block it is a savepoint: if it fails and the exception is caught outside of it, the block around goes on.
     *
     * @param block the block; its statements run on the current thread
     * @param <V> what it gives
     * @return what it gave
     * @throws org.fetchwise.error.TransactionException if a statement failed and the block caught the exception: what the
     *     statement was part of cannot be kept
     */
    public final <V extends @Nullable Object> V atomic(Supplier<V> block) {
        return blocks.run(TransactionOptions.STANDARD, block);
    }

    /**
     * Runs a block whose statements take effect together when it ends, or not at all if an exception leaves it. Inside another
     * block it is a savepoint.
     *
     * @param block the block; its statements run on the current thread
     * @throws org.fetchwise.error.TransactionException if a statement failed and the block caught the exception
     */
    public final void atomic(Runnable block) {
        atomic(TransactionOptions.STANDARD, block);
    }

    /**
     * Runs a block whose statements take effect together when it ends, or not at all if an exception leaves it.
     *
     * @param options isolation, read-only, durable, time limit, retries
     * @param block the block; its statements run on the current thread
     * @param <V> what it gives
     * @return what it gave
     * @throws org.fetchwise.error.TransactionException if a statement failed and the block caught the exception, or if the
     *     block is inside another one and asks for what only the outermost can have
     */
    public final <V extends @Nullable Object> V atomic(TransactionOptions options, Supplier<V> block) {
        return blocks.run(options, block);
    }

    /**
     * Runs a block whose statements take effect together when it ends, or not at all if an exception leaves it.
     *
     * @param options isolation, read-only, durable, time limit, retries
     * @param block the block; its statements run on the current thread
     * @throws org.fetchwise.error.TransactionException if a statement failed and the block caught the exception, or if the
     *     block is inside another one and asks for what only the outermost can have
     */
    public final void atomic(TransactionOptions options, Runnable block) {
        blocks.<@Nullable Void>run(options, () -> {
            block.run();
            return null;
        });
    }

    /** {@return the transaction that the current thread is in, to hand it over to another thread; empty outside one} */
    public final Optional<TransactionContext> transaction() {
        return Optional.ofNullable(blocks.current());
    }

    /**
     * Runs something on the current thread in a transaction that another thread has begun, and which waits meanwhile.
     *
     * @param context what {@link #transaction()} gave in that thread
     * @param block what is done
     * @param <V> what it gives
     * @return what it gave
     * @throws org.fetchwise.error.TransactionException if the transaction has ended or a third thread has it
     */
    public final <V extends @Nullable Object> V inTransaction(TransactionContext context, Supplier<V> block) {
        return blocks.with(context, block);
    }

    /**
     * Runs something on the current thread in a transaction that another thread has begun, and which waits meanwhile.
     *
     * @param context what {@link #transaction()} gave in that thread
     * @param block what is done
     * @throws org.fetchwise.error.TransactionException if the transaction has ended or a third thread has it
     */
    public final void inTransaction(TransactionContext context, Runnable block) {
        blocks.<@Nullable Void>with(context, () -> {
            block.run();
            return null;
        });
    }

    /**
     * Runs something once the current thread's transaction is committed; outside a transaction at once. It never runs if the
     * block that it was given in is rolled back. Actions run in the order in which they were given, outside the transaction;
     * one that fails keeps no other from running, and its exception is thrown at the end, though all is committed.
     *
     * @param action the action
     */
    public final void onCommit(Runnable action) {
        blocks.onCommit(action);
    }

    /**
     * Runs something when the block that the current thread is in is rolled back, or one around it. Outside a transaction it is
     * dropped.
     *
     * @param action the action
     */
    public final void onRollback(Runnable action) {
        blocks.onRollback(action);
    }
}
