package org.fetchwise.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.query.ColumnChoice;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.sql.Delete;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Insert;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.fetchwise.sql.SqlExpr.Comparison;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
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
        ColumnChoice key = ColumnChoice.only(List.of(Term.key(Path.of(meta))));
        Query query = Query.of(meta).withOwners(owners).withProjection(new Projection.Entities(key, List.of()));
        List<T> rows = runner.reading().list(query, reason.cause(), reason.origin());
        List<Object> keys = new ArrayList<>(rows.size());
        rows.forEach(row -> keys.add(Objects.requireNonNull(meta.keyOf(row))));
        return keys;
    }

    /** Links the owner with certain rows and no others, which get the positions that they have in the list. */
    long relink(LinkTable link, List<Object> keys) {
        StorageType ownerType = owners.owner().key().type().storage();
        StorageType type = target.key().type().storage();
        Object owner = owners.owner().key().type().stored(ownerKey);
        SqlExpr owned = new Comparison(
                ComparisonOperator.EQUAL,
                new ColumnRef("link", link.ownerColumn(), ownerType),
                new SqlExpr.Parameter(0, ownerType));
        long changed = statements.write(
                new Delete(new FromItem.Table(link.table(), "link"), owned), new Object[] {owner}, reason);
        for (int from = 0; from < keys.size(); from += MOST_ROWS) {
            List<List<SqlExpr>> rows = new ArrayList<>();
            List<@Nullable Object> slots = new ArrayList<>();
            for (int at = from; at < Math.min(keys.size(), from + MOST_ROWS); at++) {
                rows.add(List.of(
                        new SqlExpr.Parameter(slots.size(), ownerType),
                        new SqlExpr.Parameter(slots.size() + 1, type),
                        new SqlExpr.Parameter(slots.size() + 2, StorageType.INTEGER)));
                slots.add(owner);
                slots.add(target.key().type().stored(keys.get(at)));
                slots.add(at);
            }
            Insert insert = new Insert(
                    link.table(),
                    List.of(link.ownerColumn(), link.targetColumn(), column),
                    new Insert.Rows(rows),
                    List.of());
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
        for (int from = 0; from < moved.size(); from += MOST_ROWS) {
            write(moved.subList(from, Math.min(moved.size(), from + MOST_ROWS)), after);
        }
    }

    private void write(List<Object> keys, List<Object> after) {
        StorageType type = target.key().type().storage();
        ColumnRef key = new ColumnRef("row", target.key().column(), type);
        List<SqlExpr.When> branches = new ArrayList<>();
        List<@Nullable Object> slots = new ArrayList<>();
        List<@Nullable Object> stored = new ArrayList<>();
        for (Object row : keys) {
            stored.add(target.key().type().stored(row));
            slots.add(target.key().type().stored(row));
            slots.add(after.indexOf(row));
            branches.add(new SqlExpr.When(
                    new Comparison(ComparisonOperator.EQUAL, key, new SqlExpr.Parameter(slots.size() - 2, type)),
                    new SqlExpr.Parameter(slots.size() - 1, StorageType.INTEGER)));
        }
        SqlExpr position = new SqlExpr.Case(branches, new SqlExpr.Constant(null), StorageType.INTEGER);
        update(position, key, slots, stored);
    }

    /** Takes the positions from rows that the relation does not lead to any more. */
    void forget(List<Object> keys) {
        if (!keys.isEmpty()) {
            StorageType type = target.key().type().storage();
            List<@Nullable Object> stored = new ArrayList<>();
            keys.forEach(key -> stored.add(target.key().type().stored(key)));
            ColumnRef key = new ColumnRef("row", target.key().column(), type);
            update(new SqlExpr.Constant(null), key, new ArrayList<>(), stored);
        }
    }

    private void update(SqlExpr position, ColumnRef key, List<@Nullable Object> slots, List<@Nullable Object> keys) {
        SqlExpr among = new SqlExpr.InParameter(key, slots.size(), key.type());
        slots.add(keys);
        statements.write(
                new Update(
                        new FromItem.Table(target.table(), "row"),
                        List.of(new Update.SetColumn(column, position)),
                        among,
                        List.of()),
                slots.toArray(),
                reason);
    }
}
