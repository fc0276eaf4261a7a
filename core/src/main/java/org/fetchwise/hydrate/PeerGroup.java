package org.fetchwise.hydrate;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.fetchwise.error.LazyLoadException;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.Attribute;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.FetchGroup;
import org.fetchwise.meta.FetchMode;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.Path;
import org.fetchwise.spi.Cause;
import org.fetchwise.transaction.TransactionContext;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of an evaluation turn to. It knows the evaluation only softly, so that an object kept alone keeps no other;
 * when memory ran short and the evaluation was given up, objects find each other no more and load alone. Safe for use by several
 * threads: one lock guards the evaluation, and a touch by several threads loads once.
 */
final class PeerGroup implements FetchGroup {
    private final Statements statements;
    private final FetchMode mode;
    private final boolean observesReads;
    private final @Nullable TransactionContext transaction;
    private final ReentrantLock lock;
    private SoftReference<Evaluation> evaluation;

    private PeerGroup(
            Statements statements,
            FetchMode mode,
            boolean observesReads,
            @Nullable TransactionContext transaction,
            ReentrantLock lock,
            SoftReference<Evaluation> evaluation) {
        this.statements = statements;
        this.mode = mode;
        this.observesReads = observesReads;
        this.transaction = transaction;
        this.lock = lock;
        this.evaluation = evaluation;
    }

    /**
     * {@return the group of an evaluation that begins now}
     *
     * @param chosen the mode that the query chooses, or null
     */
    static PeerGroup of(
            Statements statements, ReadSettings settings, @Nullable FetchMode chosen, Evaluation evaluation) {
        return new PeerGroup(
                statements,
                chosen == null ? settings.fetchMode() : chosen,
                settings.observesReads().getAsBoolean(),
                settings.foreignTouches() ? null : statements.transaction(),
                new ReentrantLock(),
                new SoftReference<>(evaluation));
    }

    /** {@return the group of an object that was read by this library} */
    static PeerGroup of(Managed entity) {
        return (PeerGroup) entity.$group();
    }

    /**
     * {@return an object as a managed one}
     *
     * @param purpose what it is wanted for, for the message
     */
    static Managed managed(Object entity, String purpose) {
        if (entity instanceof Managed managed && managed.$group() instanceof PeerGroup) {
            return managed;
        }
        throw new QueryException(
                "Cannot " + purpose + ": this " + entity.getClass().getSimpleName()
                        + " is a plain object that was not read from the database. Read it with a queryset, or use"
                        + " what create(...) or save(...) returned.");
    }

    boolean observesReads() {
        return observesReads;
    }

    /** {@return the group of further objects of the same evaluation that have another mode} */
    PeerGroup withMode(FetchMode other) {
        return other == mode ? this : new PeerGroup(statements, other, observesReads, transaction, lock, evaluation);
    }

    /** Runs something with the group's lock held. */
    void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void touch(Managed entity, int attribute) {
        EntityMeta<?> meta = entity.$meta();
        int columns = meta.columns().size();
        Attribute touched = attribute < columns
                ? meta.columns().get(attribute)
                : meta.relations().get(attribute - columns);
        locked(() -> {
            if (!EntityState.isLoaded(entity, touched)) {
                load(entity, touched);
            }
            EntityState.observe(entity, touched);
            entity.$makeReady(touched.bit());
        });
    }

    private void load(Managed entity, Attribute touched) {
        if (mode == FetchMode.RAISE) {
            throw Refusals.refused(pathOf(entity), touched);
        }
        switch (touched) {
            case ColumnAttribute column -> {
                List<Managed> peers = peers(entity, peer -> !EntityState.isLoaded(peer, column));
                loader(entity, new Cause.DeferredColumn(name(entity, column), peers.size()))
                        .column(peers, column);
            }
            case ToOneAttribute relation -> load(entity, relation);
            case ToManyAttribute relation -> RelatedRows.of(entity, relation);
        }
        if (!EntityState.isLoaded(entity, touched)) {
            throw Refusals.vanished(entity.$meta(), touched);
        }
    }

    private void load(Managed entity, ToOneAttribute relation) {
        List<Managed> peers = peers(entity, peer -> !EntityState.isLoaded(peer, relation));
        Receiver receiver = new RelationReceiver(relation);
        RelationLoader loader = loader(entity, new Cause.PeerLoad(name(entity, relation), peers.size()));
        if (relation.isOwning() && mode == FetchMode.PEERS) {
            loader.useKnown(peers, relation, receiver);
            if (receiver.isFilled(entity)) {
                return;
            }
        }
        loader.relation(peers, relation, null, receiver);
    }

    /** Loads the objects of a collection, and of the same collection of its owner's peers. */
    void fill(RelatedRows rows) {
        Managed owner = rows.owner();
        ToManyAttribute relation = rows.relation();
        Receiver receiver = new RelationReceiver(relation);
        locked(() -> {
            if (!rows.isLoaded()) {
                List<Managed> peers = peers(owner, peer -> !receiver.isFilled(peer));
                loader(owner, new Cause.PeerLoad(name(owner, relation), peers.size()))
                        .relation(peers, relation, null, receiver);
            }
        });
    }

    /** Counts the objects of a collection, and of the same collection of its owner's peers. */
    void count(RelatedRows rows) {
        Managed owner = rows.owner();
        ToManyAttribute relation = rows.relation();
        locked(() -> {
            if (!rows.isCounted()) {
                List<Managed> peers = peers(owner, peer -> isUncounted(peer, relation));
                loader(owner, new Cause.PeerLoad(name(owner, relation), peers.size()))
                        .counts(peers, relation);
            }
        });
    }

    private static boolean isUncounted(Managed peer, ToManyAttribute relation) {
        if (!EntityState.isLoaded(peer, relation)) {
            return true;
        }
        RelatedRows rows = RelatedRows.behind(EntityState.value(peer, relation));
        return rows != null && !rows.isCounted();
    }

    /** The object itself and, where the mode has it so, all others of its entity that lack the same. */
    @SuppressWarnings("ReferenceEquality") // What equals says of entities is the user's, and may load.
    private List<Managed> peers(Managed entity, Predicate<Managed> lacking) {
        if (mode == FetchMode.ONE) {
            return List.of(entity);
        }
        Evaluation known = current(entity);
        List<Managed> peers = known.members(Path.of(entity.$meta())).where(lacking);
        // An evaluation that was given up may have left two objects of one row, of which the new one knows the other.
        if (!known.isComplete() && peers.stream().noneMatch(peer -> peer == entity)) {
            peers.add(entity);
        }
        return peers;
    }

    private RelationLoader loader(Managed entity, Cause cause) {
        requireTransaction(entity);
        Evaluation into = current(entity);
        Members members = into.members(Path.of(entity.$meta()));
        Destination destination = new Destination(into, this, members.path());
        return new RelationLoader(statements, destination, new Reason(cause, statements.origin()));
    }

    /** A thread outside the transaction would not see its rows; on SQLite it would wait for it, too. */
    private void requireTransaction(Managed entity) {
        if (transaction != null && transaction.isOpen() && !transaction.equals(statements.transaction())) {
            throw new LazyLoadException(
                    "This " + entity.$meta() + " was read in a transaction that is still open, but this"
                            + " thread is not in it and would load from outside. Load before you hand the object over, hand the"
                            + " transaction over with db.inTransaction(context, ...), or allow it with"
                            + " db.withForeignTouches(true).");
        }
    }

    /** {@return the evaluation of an object, with the lock held; a new one where it was given up} */
    Evaluation current(Managed entity) {
        if (mode == FetchMode.ONE) {
            // Each touch stands alone.
            return new Evaluation(true);
        }
        Evaluation known = evaluation.get();
        if (known == null) {
            known = new Evaluation(false);
            evaluation = new SoftReference<>(known);
        }
        if (!known.isComplete()) {
            known.members(Path.of(entity.$meta())).addIfAbsent(entity);
        }
        return known;
    }

    /** {@return the evaluation that some objects of the group belong to, with the lock held} */
    Evaluation evaluationFor(List<Managed> entities) {
        Evaluation known = current(entities.get(0));
        if (mode == FetchMode.ONE || !known.isComplete()) {
            Members members = known.members(Path.of(entities.get(0).$meta()));
            entities.forEach(members::addIfAbsent);
        }
        return known;
    }

    private Path pathOf(Managed entity) {
        Evaluation known = evaluation.get();
        Members members = known == null ? null : known.find(entity.$meta());
        return members == null ? Path.of(entity.$meta()) : members.path();
    }

    private static String name(Managed entity, Attribute attribute) {
        return entity.$meta().name() + "." + attribute.name();
    }
}
