package org.fetchwise.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.fetchwise.compile.WriteCompiler.BoundSets;
import org.fetchwise.dialect.Upserting;
import org.fetchwise.error.ConstraintException;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.TableConstraints;
import org.fetchwise.query.Write;
import org.fetchwise.sql.Insert;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.fetchwise.sql.Update;
import org.fetchwise.sql.Upsert;
import org.fetchwise.transaction.TransactionOptions;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows of which some may be there already, with the statement that the database has for it. Serves one call.
 *
 * @param <T> the entity
 */
final class Upserts<T> {
    private static final int MOST_ATTEMPTS = 5;
    private static final @Nullable Object[] NOTHING = {};

    private final EntityMeta<T> meta;
    private final EntityAccess<T> access;
    private final Statements statements;
    private final Announcements announcements;
    private final Validators validators;
    private final NewRows<T> rows;
    private final Reason reason;
    private final Conflict conflict;
    private final List<List<ColumnAttribute>> constraints;
    private final List<String> given;
    private final List<Update.SetColumn> sets;
    private final @Nullable Object[] values;

    /**
     * When a row is there, and what then happens with it.
     *
     * @param target the columns of the unique constraint that tells whether a row is there; none means any unique constraint
     * @param updates the columns that existing rows get, none to leave them as they are
     * @param sets what further columns of existing rows are set to
     */
    record Conflict(List<ColumnAttribute> target, List<ColumnAttribute> updates, List<Write.SetColumn> sets) {
        boolean leaves() {
            return updates.isEmpty() && sets.isEmpty();
        }

        boolean sets(ColumnAttribute column) {
            return updates.contains(column) || sets.stream().anyMatch(set -> set.column() == column);
        }
    }

    /** Some of the rows. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Batch(Upserting statements, @Nullable Object[] slots, int size) {}

    Upserts(EntityMeta<T> meta, WriteRunner runner, Conflict conflict, NewRows<T> rows, Reason reason) {
        this.meta = meta;
        this.access = meta.access();
        this.statements = runner.statements();
        this.announcements = runner.announcements();
        this.validators = runner.validators();
        this.rows = rows;
        this.reason = reason;
        this.conflict = conflict;
        this.constraints = conflict.target().isEmpty() ? constraints() : List.of(conflict.target());
        refuseWrong();
        List<String> updated = new ArrayList<>(NewRows.names(conflict.updates()));
        BoundSets bound = statements.writes().bind(meta, conflict.sets());
        for (Write.SetColumn automatic : runner.defaults().onUpdate(meta)) {
            if (!conflict.leaves() && !conflict.sets(automatic.column())) {
                updated.add(automatic.column().column());
            }
        }
        List<Update.SetColumn> changed = new ArrayList<>(bound.sets());
        ColumnAttribute version = meta.version();
        if (version != null && !conflict.leaves() && !conflict.sets(version)) {
            if (Number.class.isAssignableFrom(version.type().javaType())) {
                changed.add(next(version));
            } else {
                updated.add(version.column());
            }
        }
        this.given = updated;
        this.sets = changed;
        this.values = bound.values();
    }

    private void refuseWrong() {
        if (conflict.target().isEmpty() && !conflict.leaves()) {
            throw new QueryException(
                    "onConflict() without columns leaves the rows that are there. To update them name the"
                            + " columns of one unique constraint of " + meta + ": " + constraints() + ".");
        }
        if (!conflict.target().isEmpty()
                && constraints().stream()
                        .noneMatch(columns -> Set.copyOf(columns).equals(Set.copyOf(conflict.target())))) {
            throw new QueryException("onConflict takes the columns of a unique constraint of " + meta + ", but "
                    + conflict.target() + " are not: " + constraints() + ".");
        }
        for (Write.SetColumn set : conflict.sets()) {
            if (conflict.updates().contains(set.column())) {
                throw new QueryException("onConflict(...).update sets '" + set.column() + "' twice.");
            }
        }
        for (ColumnAttribute column : meta.columns()) {
            if (conflict.sets(column) && (meta.key().has(column) || column.is(Trait.NOT_UPDATABLE))) {
                throw new QueryException("onConflict(...).update cannot change '" + column + "' of " + meta
                        + (meta.key().has(column)
                                ? ": a row keeps its key."
                                : ": its mapping says updatable = false."));
            }
        }
    }

    /** Who has read a row before it is updated must not overwrite what is new in it. */
    private Update.SetColumn next(ColumnAttribute version) {
        ColumnRef before = new ColumnRef(
                Upsert.nameOf(meta.table()), version.column(), version.type().storage());
        return new Update.SetColumn(
                version.column(),
                new SqlExpr.Arithmetic(ArithmeticOperator.PLUS, before, new SqlExpr.Constant(1), before.type()));
    }

    /** The unique constraints, by their columns. */
    private List<List<ColumnAttribute>> constraints() {
        List<List<ColumnAttribute>> found = new ArrayList<>();
        found.add(meta.key().columns());
        for (ColumnAttribute column : meta.columns()) {
            if (column.is(Trait.UNIQUE) && !found.getFirst().equals(List.of(column))) {
                found.add(List.of(column));
            }
        }
        for (TableConstraints.Unique unique : meta.constraints().uniques()) {
            found.add(named(unique.columns()));
        }
        for (TableConstraints.Index index : meta.constraints().indexes()) {
            if (index.unique()) {
                found.add(named(index.columns().stream()
                        .map(TableConstraints.IndexedColumn::column)
                        .toList()));
            }
        }
        return found;
    }

    private List<ColumnAttribute> named(List<String> names) {
        return meta.columns().stream()
                .filter(column -> names.contains(column.column()))
                .toList();
    }

    /**
     * Writes the rows. The objects stay as they are: the database does not say which of them has a new row.
     *
     * @param objects plain objects, at least one
     * @param batchSize how many rows a statement takes at most
     */
    BulkRows.Counts run(Collection<? extends T> objects, int batchSize) {
        List<T> distinct = distinct(new ArrayList<>(objects));
        List<NewRows.Supplied<T>> supplied = new ArrayList<>();
        try {
            supply(distinct, supplied);
            validators.check(meta, distinct);
            List<Batch> batches = batches(distinct, batchSize);
            return announcements.together(meta, () -> {
                long found = run(batches);
                long updated = conflict.leaves() ? 0 : found;
                long inserted = distinct.size() - found;
                announcements.upserted(
                        meta,
                        distinct,
                        inserted + updated,
                        conflict.target().containsAll(meta.key().columns()));
                return new BulkRows.Counts(inserted, updated, objects.size() - inserted - updated);
            });
        } finally {
            supplied.forEach(NewRows.Supplied::takeBack);
        }
    }

    private void supply(List<T> objects, List<NewRows.Supplied<T>> supplied) {
        for (T object : objects) {
            rows.refuseValues(object, "bulkUpsert does not know which rows are new: take create(...) or save(...).");
            supplied.add(rows.supply(object));
        }
    }

    /**
     * What one call of the database does, as it is explained.
     *
     * @param statements the statements, with some of the rows where they are named one by one
     * @param size how many rows there are
     * @param most how many rows there are at most
     * @param isWhole whether the statements show all rows
     */
    record Explained(Upserting statements, int size, int most, boolean isWhole) {}

    /** The statements that {@link #run} would send. */
    List<Explained> explained(Collection<? extends T> objects, int batchSize, int shown) {
        List<T> distinct = distinct(new ArrayList<>(objects));
        List<NewRows.Supplied<T>> supplied = new ArrayList<>();
        List<Explained> explained = new ArrayList<>();
        try {
            supply(distinct, supplied);
            rows.byColumns(distinct).forEach((bits, group) -> {
                List<ColumnAttribute> columns = meta.columnsOf(bits);
                int most = most(columns, batchSize);
                for (int left = group.size(); left > 0; left -= most) {
                    int size = Math.min(left, most);
                    boolean isWhole = rows.isListed(columns, size);
                    Upserting statements = upserting(columns, isWhole ? size : Math.min(size, shown));
                    explained.add(new Explained(statements, size, most, isWhole));
                }
            });
        } finally {
            supplied.forEach(NewRows.Supplied::takeBack);
        }
        return explained;
    }

    private int most(List<ColumnAttribute> columns, int batchSize) {
        return rows.most(columns.size() + values.length, batchSize);
    }

    /** Of objects that have the same values the last one, or the first one where what is there stays as it is. */
    private List<T> distinct(List<T> objects) {
        List<T> left = objects;
        for (List<ColumnAttribute> columns : constraints) {
            Map<Object, T> byValues = new LinkedHashMap<>();
            for (T object : left) {
                List<Object> tuple = tuple(object, columns);
                Object values = tuple == null ? new Object() : tuple;
                if (!conflict.leaves() || !byValues.containsKey(values)) {
                    byValues.put(values, object);
                }
            }
            left = new ArrayList<>(byValues.values());
        }
        return left;
    }

    private @Nullable List<Object> tuple(T object, List<ColumnAttribute> columns) {
        List<Object> tuple = new ArrayList<>(columns.size());
        for (ColumnAttribute column : columns) {
            Object value = access.get(object, column.index());
            if (value == null) {
                return null;
            }
            tuple.add(value);
        }
        return tuple;
    }

    private List<Batch> batches(List<T> objects, int batchSize) {
        List<Batch> batches = new ArrayList<>();
        rows.byColumns(objects).forEach((bits, group) -> {
            List<ColumnAttribute> columns = meta.columnsOf(bits);
            Map<Integer, Upserting> bySize = new HashMap<>();
            int most = most(columns, batchSize);
            for (int at = 0; at < group.size(); at += most) {
                List<T> part = group.subList(at, Math.min(group.size(), at + most));
                Upserting upserting = bySize.computeIfAbsent(part.size(), size -> upserting(columns, size));
                batches.add(new Batch(upserting, rows.slots(values, columns, part), part.size()));
            }
        });
        return batches;
    }

    private Upserting upserting(List<ColumnAttribute> columns, int size) {
        Insert insert =
                new Insert(meta.table(), NewRows.names(columns), rows.source(columns, size, values.length), List.of());
        List<List<String>> told = constraints.stream()
                .filter(columns::containsAll)
                .map(NewRows::names)
                .toList();
        if (!conflict.target().isEmpty() && told.isEmpty()) {
            throw new QueryException("A " + meta + " among these has no value for " + conflict.target()
                    + ", by which onConflict tells whether its row is there.");
        }
        return statements
                .dialect()
                .upsert(new Upsert(
                        insert,
                        new Upsert.Conflict(
                                told,
                                conflict.target().isEmpty(),
                                meta.key().first().column()),
                        given,
                        sets));
    }

    private long run(List<Batch> batches) {
        boolean racing = batches.stream().anyMatch(batch -> batch.statements().isRacing());
        boolean single = batches.size() == 1
                && batches.getFirst().statements().statements().size() == 1;
        Supplier<Long> run = () -> batches.stream().mapToLong(this::found).sum();
        if (single && !racing) {
            return run.get();
        }
        Supplier<Long> whole = () -> statements.blocks().run(TransactionOptions.STANDARD, run);
        return racing ? repeated(whole) : whole.get();
    }

    /** Another thread may insert a row at the same time; outside a transaction the next attempt finds it. */
    private long repeated(Supplier<Long> run) {
        boolean inside = statements.blocks().current() != null;
        for (int attempt = 1; ; attempt++) {
            try {
                return run.get();
            } catch (ConstraintException failure) {
                if (inside || attempt == MOST_ATTEMPTS || failure.kind() != ConstraintException.Kind.UNIQUE) {
                    throw failure;
                }
            }
        }
    }

    /** Runs a batch and gives the number of rows that were there. */
    private long found(Batch batch) {
        return switch (batch.statements()) {
            case Upserting.Inserts inserts ->
                batch.size() - statements.write(meta.table(), inserts.statement(), batch.slots(), reason);
            case Upserting.TellsFound tells ->
                statements.lastNumber(meta.table(), tells.statement(), batch.slots(), reason);
            case Upserting.ThenAsks asks -> {
                statements.write(meta.table(), asks.statement(), batch.slots(), reason);
                yield statements.lastNumber(meta.table(), asks.query(), NOTHING, reason);
            }
        };
    }
}
