package org.fetchwise.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyColumns;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.query.ColumnChoice;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Insert;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.fetchwise.sql.Update;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/** The column that keeps the positions of the rows of a relation of one object. Serves one call. */
final class Positions {
    /** How many rows a statement numbers at most. */
    private static final int MOST_ROWS = 500;

    private final WriteRunner runner;
    private final Statements statements;
    private final Reason reason;
    private final Owners owners;
    private final Object ownerKey;
    private final EntityMeta<?> target;
    private final String column;

    private Positions(WriteRunner runner, Owners owners, Object ownerKey, String column, Reason reason) {
        this.runner = runner;
        this.statements = runner.statements();
        this.reason = reason;
        this.owners = owners;
        this.ownerKey = ownerKey;
        this.target = owners.relation().target();
        this.column = column;
    }

    /** The positions of a relation, or null where it keeps none. */
    static @Nullable Positions of(WriteRunner runner, Owners owners, Object ownerKey, Reason reason) {
        String column = owners.relation() instanceof ToManyAttribute many ? many.orderColumn() : null;
        return column == null ? null : new Positions(runner, owners, ownerKey, column, reason);
    }

    /** The keys of the rows in their order. */
    <T> List<Object> present() {
        @SuppressWarnings("unchecked") // the rows are the target's, whatever it is
        EntityMeta<T> meta = (EntityMeta<T>) target;
        ColumnChoice key = ColumnChoice.only(meta.key().columns().stream()
                .map(part -> new Term.Column(Path.of(meta), part))
                .toList());
        Query query = Query.of(meta).withOwners(owners).withProjection(new Projection.Entities(key, List.of()));
        List<T> rows = runner.reading().list(query, reason.cause(), reason.origin());
        List<Object> keys = new ArrayList<>(rows.size());
        rows.forEach(row -> keys.add(Objects.requireNonNull(meta.keyOf(row))));
        return keys;
    }

    /** Links the owner with certain rows and no others, which get the positions that they have in the list. */
    long relink(LinkTable link, List<Object> keys) {
        KeyColumns ownKey = owners.owner().key();
        List<@Nullable Object> owner = KeyList.values(ownKey, ownerKey);
        LinkStatements links = new LinkStatements(link, owners.owner(), target);
        long changed = statements.write(links.partingFromAll(), links.slots(ownerKey), reason);
        List<String> columns = new ArrayList<>(link.ownerColumns());
        columns.addAll(link.targetColumns());
        columns.add(column);
        for (int from = 0; from < keys.size(); from += MOST_ROWS) {
            List<List<SqlExpr>> rows = new ArrayList<>();
            List<@Nullable Object> slots = new ArrayList<>();
            for (int at = from; at < Math.min(keys.size(), from + MOST_ROWS); at++) {
                List<SqlExpr> row = new ArrayList<>(KeyList.parameters(slots.size(), ownKey));
                slots.addAll(owner);
                row.addAll(KeyList.parameters(slots.size(), target.key()));
                slots.addAll(KeyList.values(target.key(), keys.get(at)));
                row.add(new SqlExpr.Parameter(slots.size(), StorageType.INTEGER));
                slots.add(at);
                rows.add(row);
            }
            Insert insert = new Insert(link.table(), columns, new Insert.Rows(rows), List.of());
            changed += statements.write(insert, slots.toArray(), reason);
        }
        return changed;
    }

    /** Gives the rows of the target the positions that they have in the list, where they had others before. */
    void number(List<Object> before, List<Object> after) {
        List<Object> moved = new ArrayList<>();
        for (int at = 0; at < after.size(); at++) {
            if (at >= before.size() || !before.get(at).equals(after.get(at))) {
                moved.add(after.get(at));
            }
        }
        List<Integer> positions = moved.stream().map(after::indexOf).toList();
        write(target, column, StorageType.INTEGER, moved, positions, statements, reason);
    }

    /**
     * Gives rows of an entity the values of a column that need be no attribute, as that of their positions is none.
     *
     * @param target the entity
     * @param column the column
     * @param type how its values are stored
     * @param keys the keys of the rows
     * @param values the value of each, as it is stored
     */
    static void write(
            EntityMeta<?> target,
            String column,
            StorageType type,
            List<Object> keys,
            List<?> values,
            Statements statements,
            Reason reason) {
        for (int from = 0; from < keys.size(); from += MOST_ROWS) {
            int to = Math.min(keys.size(), from + MOST_ROWS);
            List<SqlExpr.When> branches = new ArrayList<>();
            List<@Nullable Object> slots = new ArrayList<>();
            for (int at = from; at < to; at++) {
                List<SqlExpr> found = KeyList.equal(columns(target), KeyList.parameters(slots.size(), target.key()));
                slots.addAll(KeyList.values(target.key(), keys.get(at)));
                branches.add(new SqlExpr.When(KeyList.all(found), new SqlExpr.Parameter(slots.size(), type)));
                slots.add(values.get(at));
            }
            SqlExpr value = new SqlExpr.Case(branches, new SqlExpr.Constant(null), type);
            update(target, column, value, slots, keys.subList(from, to), statements, reason);
        }
    }

    /** Takes the positions from rows that the relation does not lead to any more. */
    void forget(List<Object> keys) {
        if (!keys.isEmpty()) {
            update(target, column, new SqlExpr.Constant(null), new ArrayList<>(), keys, statements, reason);
        }
    }

    private static List<ColumnRef> columns(EntityMeta<?> target) {
        return KeyList.columns("row", target.key().names(), target.key());
    }

    private static void update(
            EntityMeta<?> target,
            String column,
            SqlExpr value,
            List<@Nullable Object> slots,
            List<Object> keys,
            Statements statements,
            Reason reason) {
        SqlExpr among = KeyList.among(columns(target), slots.size(), target.key());
        slots.addAll(KeyList.lists(target.key(), keys));
        statements.write(
                new Update(
                        new FromItem.Table(target.table(), "row"),
                        List.of(new Update.SetColumn(column, value)),
                        among,
                        List.of()),
                slots.toArray(),
                reason);
    }
}
