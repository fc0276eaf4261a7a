package org.fetchwise;

import org.fetchwise.event.ChangeListener;
import org.fetchwise.event.Subscription;
import org.fetchwise.expr.ToOne;
import org.fetchwise.jdbc.TransactionBlocks;
import org.fetchwise.spi.FailureListener;
import org.fetchwise.spi.WriteListener;
import org.fetchwise.write.Subscriptions;
import org.fetchwise.write.Subscriptions.Moment;

/**
 * Who is told of what is written by a handle and all others over the same connections. Listeners are told in the order in which they
 * were added, changes in the order in which they were written. Nothing is told of what is rolled back, whether it was all of the
 * transaction or an inner block. Nothing is read for a listener that does not ask for it. Safe for use by several threads.
 *
 * <p>A listener that is told after the commit cannot undo anything. What it throws is given to {@link #reportTo}, at first to the log,
 * and neither keeps other listeners from being told nor fails the call that wrote. What a listener throws that is told in the
 * transaction fails that call, and undoes what it wrote.
 */
public final class Events {
    private final Subscriptions subscriptions;
    private final TransactionBlocks blocks;

    Events(Subscriptions subscriptions, TransactionBlocks blocks) {
        this.subscriptions = subscriptions;
        this.blocks = blocks;
    }

    /**
     * Listens to changes of an entity, and is told after their commit; of writes outside a transaction, before the call returns.
     *
     * @param root the entity's root, as {@code QPost.POST}
     * @param listener the listener
     * @param <T> the entity
     * @return what ends it
     */
    public <T> Subscription afterWrite(ToOne<T, T> root, ChangeListener<T> listener) {
        return subscriptions.add(root.asEntity(), Moment.AFTER_COMMIT, listener);
    }

    /**
     * Listens to changes of all entities, and is told after their commit.
     *
     * @param listener the listener
     * @return what ends it
     */
    public Subscription afterEveryWrite(ChangeListener<?> listener) {
        return subscriptions.add(null, Moment.AFTER_COMMIT, listener);
    }

    /**
     * Listens to changes of an entity, and is told in their transaction, as soon as they are written. What the listener writes is part
     * of the transaction. A write outside a transaction becomes one together with its listeners.
     *
     * @param root the entity's root, as {@code QPost.POST}
     * @param listener the listener; what it throws undoes the write, and the caller gets it
     * @param <T> the entity
     * @return what ends it
     */
    public <T> Subscription withWrite(ToOne<T, T> root, ChangeListener<T> listener) {
        return subscriptions.add(root.asEntity(), Moment.IN_TRANSACTION, listener);
    }

    /**
     * Listens to changes of all entities, and is told in their transactions.
     *
     * @param listener the listener; what it throws undoes the write, and the caller gets it
     * @return what ends it
     */
    public Subscription withEveryWrite(ChangeListener<?> listener) {
        return subscriptions.add(null, Moment.IN_TRANSACTION, listener);
    }

    /**
     * Listens to which tables are written: once for each transaction, after its commit and before all other listeners.
     *
     * @param listener the listener
     * @return what ends it
     */
    public Subscription afterCommit(WriteListener listener) {
        blocks.listeners().add(listener);
        return () -> blocks.listeners().remove(listener);
    }

    /**
     * Says who is told of listeners that fail after the commit.
     *
     * @param listener who is told from now on, instead of the log
     */
    public void reportTo(FailureListener listener) {
        blocks.listeners().reportTo(listener);
    }
}
