package org.fetchwise.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.fetchwise.dialect.Capabilities.Returning;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyColumns;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.Term;
import org.fetchwise.query.Write;
import org.fetchwise.sql.Insert;
import org.fetchwise.sql.Rendered;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.transaction.TransactionOptions;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows for objects of one entity, and gives the objects what the library and the database have made: keys, defaults,
 * versions. Serves one call.
 *
 * @param <T> the entity
 */
final class NewRows<T> {
    private static final @Nullable Object[] NOTHING = {};

    private final EntityMeta<T> meta;
    private final EntityAccess<T> access;
    private final Statements statements;
    private final Defaults defaults;
    private final Reason reason;
    private final Supplier<@Nullable Object> keys;
    private final List<Write.SetColumn> owned;

    /** What the text of an INSERT depends on: the bits of its columns, and how many rows there are. */
    private record Shape(long columns, int rows) {}

    private final Map<Shape, Rendered> rendered = new HashMap<>();

    NewRows(EntityMeta<T> meta, Statements statements, Defaults defaults, Reason reason) {
        this(meta, statements, defaults, reason, List.of());
    }

    /**
     * Inserts rows of one owner.
     *
     * @param owned the columns that refer to the owner, of which objects know nothing or which they do not write
     */
    NewRows(EntityMeta<T> meta, Statements statements, Defaults defaults, Reason reason, List<Write.SetColumn> owned) {
        this(
                meta,
                statements,
                defaults,
                reason,
                () -> statements.keys().next(meta, statements, defaults.random(), reason),
                owned);
    }

    private NewRows(
            EntityMeta<T> meta,
            Statements statements,
            Defaults defaults,
            Reason reason,
            Supplier<@Nullable Object> keys,
            List<Write.SetColumn> owned) {
        this.keys = keys;
        this.owned = List.copyOf(owned);
        this.meta = meta;
        this.access = meta.access();
        this.statements = statements;
        this.defaults = defaults;
        this.reason = reason;
    }

    /** {@return what knows the statements for new rows, but takes no keys for them and so must not run any} */
    static <T> NewRows<T> explained(EntityMeta<T> meta, Statements statements, Defaults defaults, Reason reason) {
        return new NewRows<>(
                meta, statements, defaults, reason, () -> Keys.example(meta, defaults.random()), List.of());
    }

    /** Gives an object the values that a new row needs and the program has not said. */
    void prepare(T object) {
        for (ColumnAttribute column : meta.columns()) {
            if (access.get(object, column.index()) == null) {
                Object value = supplied(column);
                if (value != null) {
                    access.set(object, column.index(), value);
                }
            }
        }
        refuseNewRelated(object);
        refuseUnowned();
        deriveKey(object);
        if (meta.keyOf(object) == null && meta.keyGeneration() instanceof KeyGeneration.Assigned) {
            throw new QueryException("This " + meta + " has no key, and nobody makes one: set '" + meta.key()
                    + "' before it is created, or add @GeneratedValue.");
        }
    }

    /**
     * The values that an object was given for a new row.
     *
     * @param meta their entity
     * @param object the object
     * @param columns the bits of the columns
     * @param <T> the entity
     */
    record Supplied<T>(EntityMeta<T> meta, T object, long columns) {
        /** Makes the object again what it was. */
        void takeBack() {
            for (ColumnAttribute column : meta.columnsOf(columns)) {
                meta.access().set(object, column.index(), null);
            }
        }
    }

    /** Refuses an object with values that would need their owner's key. */
    void refuseValues(T object, String instead) {
        if (ElementRows.hasValues(meta, object)) {
            throw new QueryException("This " + meta
                    + " holds a collection of values, whose rows need the key of its own row. " + instead);
        }
    }

    /** Gives an object the values that a new row needs and the program has not said, until they are taken back. */
    Supplied<T> supply(T object) {
        long missing = 0;
        for (ColumnAttribute column : meta.columns()) {
            if (access.get(object, column.index()) == null) {
                missing |= column.bit();
            }
        }
        prepare(object);
        long columns = 0;
        for (ColumnAttribute column : meta.columnsOf(missing)) {
            columns |= access.get(object, column.index()) == null ? 0 : column.bit();
        }
        return new Supplied<>(meta, object, columns);
    }

    private @Nullable Object supplied(ColumnAttribute column) {
        if (meta.key().has(column) && meta.key().isValue()) {
            Object key = keys.get();
            return key != null ? key : defaults.of(meta, column);
        }
        return column == meta.version() ? Versions.firstVersion(column, defaults.clock()) : defaults.of(meta, column);
    }

    /** A row can refer only to one that is there. */
    private void refuseNewRelated(T object) {
        for (RelationAttribute relation : meta.relations()) {
            if (relation instanceof ToOneAttribute toOne
                    && toOne.isOwning()
                    && access.get(object, relation.index()) != null
                    && meta.relationOf(toOne.foreignKey().first()) == toOne
                    && toOne.foreignKey().of(access, object) == null) {
                throw new QueryException("The '" + relation + "' of this " + meta + " is a new " + toOne.target()
                        + " without a key: create it first, or save both with saveGraph(...).");
            }
        }
    }

    /** A row may need an owner from the first, of which its object knows nothing. */
    private void refuseUnowned() {
        for (ToOneAttribute reference : statements.references().oneSided(meta)) {
            for (ColumnAttribute column : reference.foreignKey().columns()) {
                boolean written = meta.has(column.index()) && !column.is(Trait.NOT_INSERTABLE);
                if (!column.is(Trait.NULLABLE) && !written && owned.stream().noneMatch(set -> set.column() == column)) {
                    throw new QueryException("This " + meta + " needs '" + column.column() + "', which only its "
                            + reference.target() + " knows: create it with db.related(…, …).create(…) of that "
                            + reference.target() + ", or add a @ManyToOne with the same @JoinColumn to " + meta
                            + ".");
                }
            }
        }
    }

    /** What of the key a related object tells, whatever the program has set. */
    private void deriveKey(T object) {
        for (RelationAttribute relation : meta.relations()) {
            if (relation instanceof ToOneAttribute toOne && toOne.isOwning()) {
                Object related = access.get(object, relation.index());
                List<ColumnAttribute> columns = toOne.foreignKey().columns();
                for (int part = 0; part < columns.size() && related != null; part++) {
                    ColumnAttribute column = columns.get(part);
                    if (column.is(Trait.KEY) && !column.is(Trait.FOREIGN_KEY)) {
                        access.set(object, column.index(), partOfKey(toOne.target(), related, part));
                    }
                }
            }
        }
    }

    private static <R> @Nullable Object partOfKey(EntityMeta<R> target, Object related, int part) {
        return target.partOfKey(target.type().cast(related), part);
    }

    /** The bits of the columns that are written for an object. */
    private long inserted(T object) {
        long bits = 0;
        for (ColumnAttribute column : meta.columns()) {
            boolean made = meta.key().has(column) && meta.keyOf(object) == null;
            if (!made && !column.is(Trait.NOT_INSERTABLE)) {
                bits |= column.bit();
            }
        }
        return bits;
    }

    /** Prepared objects by the bits of the columns that are written for them. */
    Map<Long, List<T>> byColumns(List<T> objects) {
        Map<Long, List<T>> byColumns = new LinkedHashMap<>();
        for (T object : objects) {
            byColumns
                    .computeIfAbsent(inserted(object), missing -> new ArrayList<>())
                    .add(object);
        }
        return byColumns;
    }

    /** Inserts prepared objects, and behind them the values of their collections. */
    void insert(List<T> objects, int batchSize) {
        if (objects.stream().noneMatch(object -> ElementRows.hasValues(meta, object))) {
            insertRows(objects, batchSize);
            return;
        }
        statements.blocks().<@Nullable Void>run(TransactionOptions.STANDARD, () -> {
            insertRows(objects, batchSize);
            ElementRows.insertAll(meta, objects, statements, reason);
            return null;
        });
    }

    /**
     * What one statement inserts.
     *
     * @param columns the bits of the columns that are written
     * @param objects the objects
     */
    record Batch<T>(long columns, List<T> objects) {}

    /** The objects of each statement: those that have a key already, then those whose key the database makes. */
    List<Batch<T>> batches(List<T> objects, int batchSize) {
        List<Map.Entry<Long, List<T>>> groups =
                new ArrayList<>(byColumns(objects).entrySet());
        groups.sort(
                Comparator.comparingLong(group -> -(group.getKey() & meta.key().bits())));
        List<Batch<T>> batches = new ArrayList<>();
        for (Map.Entry<Long, List<T>> group : groups) {
            int most = goAlone(group.getKey()) ? 1 : most(Long.bitCount(group.getKey()), batchSize);
            divide(group.getKey(), group.getValue(), most, batches);
        }
        return batches;
    }

    /** The objects of each statement where nothing is given back. */
    List<Batch<T>> batchesWithoutKeys(List<T> objects, int batchSize) {
        List<Batch<T>> batches = new ArrayList<>();
        byColumns(objects)
                .forEach((columns, group) -> divide(columns, group, most(Long.bitCount(columns), batchSize), batches));
        return batches;
    }

    private static <T> void divide(long columns, List<T> rows, int most, List<Batch<T>> batches) {
        for (int at = 0; at < rows.size(); at += most) {
            batches.add(new Batch<>(columns, rows.subList(at, Math.min(rows.size(), at + most))));
        }
    }

    /** Whether the keys of several rows could not be told apart. */
    boolean goAlone(long columns) {
        return (columns & meta.key().bits()) == 0 && !statements.dialect().keysGrow();
    }

    private void insertRows(List<T> objects, int batchSize) {
        if (meta.isJoined()) {
            statements.blocks().<@Nullable Void>run(TransactionOptions.STANDARD, () -> {
                for (EntityMeta<T> part : meta.parts()) {
                    new NewRows<>(
                                    part,
                                    statements,
                                    defaults,
                                    reason,
                                    part.table().equals(meta.table()) ? owned : List.of())
                            .insertRows(objects, batchSize);
                }
                return null;
            });
            return;
        }
        batches(objects, batchSize).forEach(batch -> insert(batch.columns(), batch.objects(), true));
    }

    /** Inserts objects, which stay as they are, unless one of them is wrong with the values that it gets. */
    void insertWithoutKeys(List<T> objects, int batchSize, Validators validators) {
        List<Supplied<T>> given = new ArrayList<>(objects.size());
        try {
            for (T object : objects) {
                refuseValues(object, "Take bulkCreate(...) with keys.");
                given.add(supply(object));
            }
            validators.check(meta, objects);
            batchesWithoutKeys(objects, batchSize).forEach(batch -> insert(batch.columns(), batch.objects(), false));
        } finally {
            given.forEach(Supplied::takeBack);
        }
    }

    /** How many rows one statement takes. */
    int most(int columns, int batchSize) {
        int most = Math.min(statements.dialect().mostRows(columns), batchSize);
        return meta.columns().stream().anyMatch(NewRows::isArray)
                ? Math.clamp(statements.dialect().capabilities().maxParameters() / Math.max(1, columns), 1, most)
                : most;
    }

    private void insert(long columns, List<T> objects, boolean returning) {
        List<ColumnAttribute> written = new ArrayList<>(meta.columnsOf(columns));
        owned.forEach(set -> written.add(set.column()));
        List<ColumnAttribute> returned = returning ? returned(columns, objects.size()) : List.of();
        @Nullable Object[] slots = slots(NOTHING, written, objects);
        Rendered statement = rendered.computeIfAbsent(
                new Shape(columns, objects.size()),
                shape -> render(written, source(written, shape.rows(), 0), returned));
        if (returned.isEmpty()) {
            statements.write(meta.table(), statement, slots, reason);
        } else {
            if (givesOnlyKeys() && !meta.key().columns().equals(returned)) {
                throw new UnsupportedFeatureException(statements.dialect().name() + " gives back only the keys of new"
                        + " rows, but it also makes " + returned + " of " + meta
                        + ". Let the program make them, with @Default or a callback.");
            }
            List<@Nullable Object[]> rows =
                    statements.insert(meta.table(), statement, slots, reason, reader -> read(reader, returned));
            take(objects, returned, rows);
        }
    }

    private boolean givesOnlyKeys() {
        return statements.dialect().capabilities().returning() == Returning.NONE;
    }

    private Rendered render(List<ColumnAttribute> written, Insert.Source source, List<ColumnAttribute> returned) {
        List<String> given = givesOnlyKeys() ? List.of() : names(returned);
        return statements.dialect().render(new Insert(meta.table(), names(written), source, given));
    }

    /**
     * {@return the text of the statement that inserts some objects}
     *
     * @param shown how many rows it shows if it names them one by one, at least 1
     */
    String text(Batch<T> batch, boolean returning, int shown) {
        List<ColumnAttribute> written = meta.columnsOf(batch.columns());
        int rows = batch.objects().size();
        Insert.Source source =
                isListed(written, rows) ? source(written, rows, 0) : rows(written, Math.min(rows, shown), 0);
        return render(written, source, returning ? returned(batch.columns(), rows) : List.of())
                .text();
    }

    /** What the database makes; of several rows their keys too, by which it is known whose it is. */
    private List<ColumnAttribute> returned(long written, int rows) {
        List<ColumnAttribute> made = meta.columnsOf(~written);
        return made.isEmpty() || rows == 1
                ? made
                : meta.columnsOf(~written | meta.key().bits());
    }

    /** Some values, and behind them those of the columns of objects, as {@link #source} wants them. */
    @Nullable
    Object[] slots(@Nullable Object[] first, List<ColumnAttribute> columns, List<T> objects) {
        if (isListed(columns, objects.size())) {
            return lists(first, columns, objects);
        }
        @Nullable Object[] slots = Arrays.copyOf(first, first.length + columns.size() * objects.size());
        int slot = first.length;
        for (T object : objects) {
            for (ColumnAttribute column : columns) {
                slots[slot++] = column.type().stored(value(object, column));
            }
        }
        return slots;
    }

    private @Nullable Object value(T object, ColumnAttribute column) {
        for (Write.SetColumn set : owned) {
            if (set.column() == column && set.value() instanceof Term.Literal literal) {
                return literal.value();
            }
        }
        return access.get(object, column.index());
    }

    private @Nullable Object[] lists(@Nullable Object[] first, List<ColumnAttribute> columns, List<T> objects) {
        @Nullable Object[] slots = Arrays.copyOf(first, first.length + columns.size());
        int slot = first.length;
        for (ColumnAttribute column : columns) {
            List<@Nullable Object> values = new ArrayList<>(objects.size());
            for (T object : objects) {
                values.add(column.type().stored(value(object, column)));
            }
            slots[slot++] = values;
        }
        return slots;
    }

    /** Whether so many rows are bound as a list for each column. An array of arrays would be flat, so that they are bound one by one. */
    boolean isListed(List<ColumnAttribute> columns, int count) {
        return !columns.isEmpty()
                && statements.dialect().bindsColumns(count)
                && columns.stream().noneMatch(NewRows::isArray);
    }

    static boolean isArray(ColumnAttribute column) {
        return column.type().storage() == StorageType.ARRAY;
    }

    /** Where the values of some new rows stand: in a slot each, or in a slot for each column. */
    Insert.Source source(List<ColumnAttribute> columns, int count, int firstSlot) {
        if (!isListed(columns, count)) {
            return rows(columns, count, firstSlot);
        }
        List<SqlExpr.Parameter> lists = new ArrayList<>(columns.size());
        for (ColumnAttribute column : columns) {
            lists.add(new SqlExpr.Parameter(
                    firstSlot + lists.size(), column.type().storage()));
        }
        return new Insert.Lists(lists);
    }

    static List<String> names(List<ColumnAttribute> columns) {
        return columns.stream().map(ColumnAttribute::column).toList();
    }

    static Insert.Rows rows(List<ColumnAttribute> columns, int count, int firstSlot) {
        List<List<SqlExpr>> rows = new ArrayList<>(count);
        int slot = firstSlot;
        for (int row = 0; row < count; row++) {
            List<SqlExpr> values = new ArrayList<>(columns.size());
            for (ColumnAttribute column : columns) {
                StorageType type = column.type().storage();
                values.add(new SqlExpr.Parameter(slot++, type));
            }
            rows.add(values);
        }
        return new Insert.Rows(rows);
    }

    private static List<@Nullable Object[]> read(RowReader reader, List<ColumnAttribute> columns) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        while (reader.next()) {
            @Nullable Object[] row = new Object[columns.size()];
            for (int at = 0; at < row.length; at++) {
                row[at] = columns.get(at).type().read(reader, at + 1);
            }
            rows.add(row);
        }
        return rows;
    }

    /**
     * Gives objects what the database made. Which row is whose is told by the keys: by those that the objects have, or else by
     * their order, for they grow in the order of the rows of the statement
     * ({@link org.fetchwise.dialect.Dialect#keysGrow}), in whatever order they are given back.
     */
    private void take(List<T> objects, List<ColumnAttribute> returned, List<@Nullable Object[]> rows) {
        if (rows.size() != objects.size()) {
            throw new ExecutionException("Of " + objects.size() + " new rows of " + meta + " the database gave back "
                    + rows.size() + ". Does a trigger keep rows from being inserted?");
        }
        if (rows.size() > 1) {
            arrange(objects, returned.indexOf(meta.key().first()), rows);
        }
        for (int at = 0; at < objects.size(); at++) {
            for (int column = 0; column < returned.size(); column++) {
                access.set(objects.get(at), returned.get(column).index(), rows.get(at)[column]);
            }
        }
    }

    /** The key of a row, whose columns begin at a place in it. */
    private Object keyOf(@Nullable Object[] row, int first) {
        KeyColumns key = meta.key();
        Object value = key.isValue()
                ? row[first]
                : key.type()
                        .valueOf(Arrays.asList(row)
                                .subList(first, first + key.columns().size()));
        return Objects.requireNonNull(value);
    }

    /** Puts rows in the order of their objects. */
    private void arrange(List<T> objects, int key, List<@Nullable Object[]> rows) {
        if (meta.keyOf(objects.getFirst()) == null) {
            rows.sort(Comparator.comparingLong(row -> ((Number) Objects.requireNonNull(row[key])).longValue()));
            return;
        }
        Map<Object, Integer> positions = new HashMap<>();
        for (T object : objects) {
            positions.put(Objects.requireNonNull(meta.keyOf(object)), positions.size());
        }
        rows.sort(Comparator.comparingInt(row -> {
            Integer position = positions.get(keyOf(row, key));
            if (position == null) {
                throw new ExecutionException("The database gave back a key of a new " + meta + " that no object has: it"
                        + " changes keys that it stores. Create such objects one by one.");
            }
            return position;
        }));
    }
}
