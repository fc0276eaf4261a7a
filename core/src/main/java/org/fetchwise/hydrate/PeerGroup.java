package org.fetchwise.hydrate;

import java.lang.ref.SoftReference;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.fetchwise.error.LazyLoadException;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.Attribute;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.FetchGroup;
import org.fetchwise.meta.FetchMode;
import org.fetchwise.meta.Lifecycle;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.Fetching;
import org.fetchwise.query.Path;
import org.fetchwise.spi.Cause;
import org.fetchwise.transaction.TransactionContext;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of an evaluation turn to. It knows the evaluation only softly, so that an object kept alone keeps no other;
 * when memory ran short and the evaluation was given up, objects find each other no more and load alone. Safe for use by several
 * threads: a {@link LoadGate} guards the evaluation, and a touch by several threads loads once.
 */
final class PeerGroup implements FetchGroup {
    /** A group with more members than this counts before it loads collections. */
    private static final int SMALL = 10_000;

    /** So does one that the last load gave more rows than this for each owner. */
    private static final int FEW_ROWS = 100;

    private final Statements statements;
    private final FetchMode mode;
    private final int maxPeerRows;
    private final boolean observesReads;
    private final Shared shared;

    /** What groups of several modes have in common. */
    private static final class Shared {
        private final LoadGate gate;
        private final @Nullable TransactionContext transaction;
        private SoftReference<Evaluation> evaluation;

        /** The objects that want to be told that they have been read. */
        private @Nullable Queue<Managed> untold;

        Shared(LoadGate gate, @Nullable TransactionContext transaction, Evaluation evaluation) {
            this.gate = gate;
            this.transaction = transaction;
            this.evaluation = new SoftReference<>(evaluation);
        }
    }

    private PeerGroup(Statements statements, FetchMode mode, int maxPeerRows, boolean observesReads, Shared shared) {
        this.statements = statements;
        this.mode = mode;
        this.maxPeerRows = maxPeerRows;
        this.observesReads = observesReads;
        this.shared = shared;
    }

    /**
     * {@return the group of an evaluation that begins now}
     *
     * @param fetching what the query says
     */
    static PeerGroup of(Statements statements, ReadSettings settings, Fetching fetching, Evaluation evaluation) {
        return new PeerGroup(
                        statements,
                        settings.fetchMode(),
                        settings.maxPeerRows(),
                        settings.observesReads().getAsBoolean(),
                        new Shared(
                                new LoadGate(statements.executor().listeners()),
                                settings.foreignTouches() ? null : statements.transaction(),
                                evaluation))
                .with(fetching);
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

    /** {@return the group of further objects of the same evaluation that a query says something else of} */
    PeerGroup with(Fetching fetching) {
        FetchMode otherMode = fetching.mode() == null ? mode : fetching.mode();
        int otherRows = fetching.maxPeerRows() == 0 ? maxPeerRows : fetching.maxPeerRows();
        return otherMode == mode && otherRows == maxPeerRows
                ? this
                : new PeerGroup(statements, otherMode, otherRows, observesReads, shared);
    }

    /** Does something that no other thread of the group sees half done, and that waits for nothing. */
    void locked(Runnable action) {
        shared.gate.lock();
        try {
            action.run();
        } finally {
            shared.gate.unlock();
        }
    }

    /** {@return what something gives that no other thread of the group sees half done, and that waits for nothing} */
    <R> R seeing(Supplier<R> look) {
        shared.gate.lock();
        try {
            return look.get();
        } finally {
            shared.gate.unlock();
        }
    }

    /** {@return what is made of rows, which no other thread of the group sees half done} */
    <R> R reading(Reading<R> reading) throws SQLException {
        shared.gate.lock();
        try {
            return reading.read();
        } finally {
            shared.gate.unlock();
        }
    }

    /** Makes something of rows. */
    @FunctionalInterface
    interface Reading<R> {
        R read() throws SQLException;
    }

    /** {@return whether an object is of this group, or of one of another mode beside it} */
    @SuppressWarnings("ReferenceEquality")
    boolean isGroupOf(Managed entity) {
        return of(entity).shared == shared;
    }

    /** Does something with the lock of an object's own group, where that is another than this, whose lock is held. */
    void give(Managed entity, Runnable giving) {
        if (isGroupOf(entity)) {
            giving.run();
        } else {
            of(entity).locked(giving);
        }
    }

    @Override
    public void touch(Managed entity, int attribute) {
        Attribute touched = entity.$meta().attribute(attribute);
        if (!holds(() -> EntityState.isLoaded(entity, touched))) {
            load(entity, touched);
        }
        locked(() -> {
            EntityState.observe(entity, touched);
            entity.$makeReady(touched.bit());
        });
    }

    private void load(Managed entity, Attribute touched) {
        if (mode == FetchMode.RAISE) {
            throw Refusals.refused(pathOf(entity), touched);
        }
        switch (touched) {
            case ColumnAttribute column -> load(entity, column, EntityState::isLoaded, RelationLoader::column);
            case ToOneAttribute relation -> load(entity, relation);
            case ToManyAttribute relation -> locked(() -> RelatedRows.of(entity, relation));
        }
        if (!holds(() -> EntityState.isLoaded(entity, touched))) {
            throw Refusals.vanished(entity.$meta(), touched);
        }
    }

    private void load(Managed entity, ToOneAttribute relation) {
        Receiver receiver = new RelationReceiver(relation);
        if (relation.isOwning() && mode == FetchMode.PEERS) {
            locked(() -> {
                List<Managed> peers = peers(entity, relation, peer -> !EntityState.isLoaded(peer, relation));
                loader(entity, new Cause.PeerLoad(name(entity, relation), peers.size()))
                        .useKnown(peers, relation, receiver);
            });
        }
        load(
                entity,
                relation,
                EntityState::isLoaded,
                (loader, peers, attribute) -> loader.relation(peers, attribute, null, receiver));
    }

    /** Loads what is at most one row for each object. */
    private <A extends Attribute> void load(
            Managed entity, A attribute, BiPredicate<Managed, A> isLoaded, Load<A> load) {
        once(entity, () -> isLoaded.test(entity, attribute), () -> {
            Batch batch = batch(entity, attribute, peer -> !isLoaded.test(peer, attribute), peer -> 1);
            load.run(loader(entity, batch.cause(attribute)), batch.peers, attribute);
        });
    }

    /** Loads an attribute. */
    @FunctionalInterface
    private interface Load<A> {
        void run(RelationLoader loader, List<Managed> peers, A attribute);
    }

    /** Loads the objects of a collection, and of the same collection of its owner's peers. */
    void fill(RelatedRows rows) {
        Managed owner = rows.owner();
        ToManyAttribute relation = rows.relation();
        Receiver receiver = new RelationReceiver(relation);
        once(owner, rows::isLoaded, () -> {
            if (isLarge(owner)) {
                count(owner, relation, Integer.MAX_VALUE);
            }
            Batch batch = batch(owner, relation, peer -> !receiver.isFilled(peer), peer -> knownRows(peer, relation));
            loader(owner, batch.cause(relation)).relation(batch.peers, relation, null, receiver);
        });
    }

    /** Counts the objects of a collection, and of the same collection of its owner's peers. */
    void count(RelatedRows rows) {
        once(rows.owner(), rows::isCounted, () -> count(rows.owner(), rows.relation(), maxPeerRows));
    }

    private void count(Managed owner, ToManyAttribute relation, int most) {
        Batch batch = batch(owner, relation, peer -> isUncounted(peer, relation), peer -> 1, most);
        if (!batch.peers.isEmpty()) {
            loader(owner, new Cause.PeerCount(name(owner, relation), batch.peers.size()))
                    .counts(batch.peers, relation);
        }
    }

    /** Whether so many rows may come for a group that they are counted first. */
    private boolean isLarge(Managed owner) {
        if (mode == FetchMode.ONE) {
            return false;
        }
        return seeing(() -> {
            Evaluation known = current(owner);
            return known.rowsPerOwner() > FEW_ROWS
                    || known.members(Path.of(owner.$meta())).size() > SMALL;
        });
    }

    /** The number of objects in a collection as far as it is known, otherwise 0. */
    private static int knownRows(Managed peer, ToManyAttribute relation) {
        RelatedRows rows =
                EntityState.isLoaded(peer, relation) ? RelatedRows.behind(EntityState.value(peer, relation)) : null;
        return rows == null ? 0 : rows.knownSize();
    }

    /**
     * Loads what is lacking unless another thread does.
     *
     * <p>The connection is taken before the gate. A thread that had passed the gate and then waited for a connection would wait for
     * ever if those that have the connections wait at the gate. Of those that have none, one at a time asks for one.
     */
    private void once(Managed entity, BooleanSupplier isDone, Runnable load) {
        if (holds(isDone)) {
            return;
        }
        requireTransaction(entity);
        shared.gate.await();
        if (holds(isDone)) {
            return;
        }
        Runnable unlessDone = () -> {
            if (!holds(isDone)) {
                load.run();
            }
        };
        // Whoever has a connection must not wait for those that may be waiting for one.
        boolean turn = !statements.executor().hasConnection() && shared.gate.takeTurn();
        try {
            if (!holds(isDone)) {
                loading(unlessDone);
            }
        } finally {
            if (turn) {
                shared.gate.endTurn();
            }
        }
    }

    /** Runs something that loads, while no other thread of the group does. */
    void loading(Runnable load) {
        statements.executor().onOneConnection(() -> {
            boolean entered = shared.gate.enter();
            try {
                load.run();
                tellLoaded();
            } finally {
                if (entered) {
                    shared.gate.leave();
                }
            }
        });
    }

    /** Remembers an object that wants to be told when it has been read. */
    void loaded(Managed entity) {
        if (shared.untold == null) {
            shared.untold = new ArrayDeque<>();
        }
        shared.untold.add(entity);
    }

    /** Tells objects that they have been read, now that no rows are being read any more. */
    void tellLoaded() {
        Queue<Managed> untold = shared.untold;
        while (untold != null && !untold.isEmpty()) {
            Managed entity = untold.remove();
            EntityState.access(entity.$meta()).call(Lifecycle.POST_LOAD, entity);
        }
    }

    private boolean holds(BooleanSupplier condition) {
        return seeing(condition::getAsBoolean);
    }

    /**
     * The objects that something is loaded for together.
     *
     * @param touched the one that was touched
     * @param peers those that it is loaded for, the touched one among them
     * @param members how many lack it, some of which may be left for later
     */
    private record Batch(Managed touched, List<Managed> peers, int members, int maxPeerRows) {
        Cause cause(Attribute attribute) {
            String name = name(touched, attribute);
            if (peers.size() < members) {
                return new Cause.PeerChunk(name, peers.size(), members, maxPeerRows);
            }
            return attribute instanceof ColumnAttribute
                    ? new Cause.DeferredColumn(name, members)
                    : new Cause.PeerLoad(name, members);
        }
    }

    private Batch batch(Managed entity, Attribute attribute, Predicate<Managed> lacking, ToIntFunction<Managed> rows) {
        return batch(entity, attribute, lacking, rows, maxPeerRows);
    }

    /** The touched object and those behind it that lack the same, as many as do not have too many rows. */
    private Batch batch(
            Managed entity, Attribute attribute, Predicate<Managed> lacking, ToIntFunction<Managed> rows, int most) {
        return seeing(() -> {
            List<Managed> all = peers(entity, attribute, lacking);
            List<Managed> part = firstOf(all, position(all, entity), rows, most);
            return new Batch(entity, part, all.size(), most);
        });
    }

    /** The objects from one on, round to the one before it, until they have more rows than allowed; at least one. */
    private static List<Managed> firstOf(List<Managed> all, int from, ToIntFunction<Managed> rows, int most) {
        List<Managed> part = new ArrayList<>(all.size());
        long sum = 0;
        while (part.size() < all.size()) {
            Managed next = all.get((from + part.size()) % all.size());
            sum += rows.applyAsInt(next);
            if (sum > most && !part.isEmpty()) {
                break;
            }
            part.add(next);
        }
        return part.size() == all.size() ? all : part;
    }

    @SuppressWarnings("ReferenceEquality") // What equals says of entities is the user's, and may load.
    private static int position(List<Managed> all, Managed entity) {
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at) == entity) {
                return at;
            }
        }
        return 0;
    }

    private static boolean isUncounted(Managed peer, ToManyAttribute relation) {
        if (!EntityState.isLoaded(peer, relation)) {
            return true;
        }
        RelatedRows rows = RelatedRows.behind(EntityState.value(peer, relation));
        return rows != null && !rows.isCounted();
    }

    /** The object itself and, where the mode has it so, all others that have the attribute and lack the same. */
    @SuppressWarnings("ReferenceEquality") // What equals says of entities is the user's, and may load.
    private List<Managed> peers(Managed entity, Attribute attribute, Predicate<Managed> lacking) {
        if (mode == FetchMode.ONE) {
            return List.of(entity);
        }
        Evaluation known = current(entity);
        Predicate<Managed> together =
                peer -> peer.$meta().has(attribute.index()) && (peer == entity || of(peer).mode == FetchMode.PEERS);
        List<Managed> peers = known.members(Path.of(entity.$meta())).where(together.and(lacking));
        // An evaluation that was given up may have left two objects of one row, of which the new one knows the other.
        if (!known.isComplete() && peers.stream().noneMatch(peer -> peer == entity)) {
            peers.add(entity);
        }
        return peers;
    }

    private RelationLoader loader(Managed entity, Cause cause) {
        return seeing(() -> {
            Evaluation into = current(entity);
            Members members = into.members(Path.of(entity.$meta()));
            Destination destination = new Destination(into, this, members.path());
            return new RelationLoader(statements, destination, new Reason(cause, statements.origin()));
        });
    }

    /** A thread outside the transaction would not see its rows; on SQLite it would wait for it, too. */
    private void requireTransaction(Managed entity) {
        TransactionContext transaction = shared.transaction;
        if (transaction != null && transaction.isOpen() && !transaction.equals(statements.transaction())) {
            throw new LazyLoadException(
                    "This " + entity.$meta() + " was read in a transaction that is still open, but this thread is not"
                            + " in it and would load from outside. Load before you hand the object"
                            + " over, hand the transaction over with db.inTransaction(context, ...),"
                            + " or allow it with db.withForeignTouches(true).");
        }
    }

    /** {@return the evaluation of an object, with the lock held; a new one where it was given up} */
    Evaluation current(Managed entity) {
        if (mode == FetchMode.ONE) {
            // Each touch stands alone.
            return new Evaluation(true);
        }
        Evaluation known = shared.evaluation.get();
        if (known == null) {
            known = new Evaluation(false);
            shared.evaluation = new SoftReference<>(known);
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
        Evaluation known = shared.evaluation.get();
        Members members = known == null ? null : known.find(entity.$meta());
        return members == null ? Path.of(entity.$meta()) : members.path();
    }

    private static String name(Managed entity, Attribute attribute) {
        return entity.$meta().name() + "." + attribute.name();
    }
}
