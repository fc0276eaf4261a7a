package org.fetchwise.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyColumns;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.sql.Delete;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Insert;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.jspecify.annotations.Nullable;

/**
 * The statements that link one owner with other rows, and part them, in a link table. They bind the owner's key first, and then
 * the keys of the others.
 *
 * @param link the table
 * @param owner the entity of the owner
 * @param target the entity of the others
 */
record LinkStatements(LinkTable link, EntityMeta<?> owner, EntityMeta<?> target) {
    private static final String LINK = "link";

    /** Links the owner with those of some rows that it is not linked with yet. */
    Insert linking() {
        List<ColumnRef> key = KeyList.columns("target", target.key().names(), target.key());
        List<SqlExpr> there = owned();
        there.addAll(KeyList.equal(linked(), key));
        Select existing = select(List.of(new SqlExpr.Constant(1)), table(), there);
        List<SqlExpr> values = new ArrayList<>(KeyList.parameters(0, owner.key()));
        values.addAll(key);
        Select rows = select(
                values,
                new FromItem.Table(target.table(), "target"),
                List.of(among(key), new SqlExpr.Negation(new SqlExpr.Exists(existing))));
        List<String> columns = new ArrayList<>(link.ownerColumns());
        columns.addAll(link.targetColumns());
        return new Insert(link.table(), columns, new Insert.Selected(rows), List.of());
    }

    /** Parts the owner from some rows. */
    Delete parting() {
        List<SqlExpr> where = owned();
        where.add(among(linked()));
        return new Delete(table(), KeyList.all(where));
    }

    /** Parts the owner from all rows. */
    Delete partingFromAll() {
        return new Delete(table(), KeyList.all(owned()));
    }

    /** What a statement binds that speaks of the owner alone. */
    @Nullable
    Object[] slots(Object ownerKey) {
        return KeyList.values(owner.key(), ownerKey).toArray();
    }

    /** What a statement binds that speaks of the owner and of others. */
    @Nullable
    Object[] slots(Object ownerKey, Collection<?> keys) {
        List<@Nullable Object> slots = new ArrayList<>(KeyList.values(owner.key(), ownerKey));
        slots.addAll(KeyList.lists(target.key(), keys));
        return slots.toArray();
    }

    private FromItem.Table table() {
        return new FromItem.Table(link.table(), LINK);
    }

    private List<SqlExpr> owned() {
        KeyColumns key = owner.key();
        return KeyList.equal(KeyList.columns(LINK, link.ownerColumns(), key), KeyList.parameters(0, key));
    }

    private List<ColumnRef> linked() {
        return KeyList.columns(LINK, link.targetColumns(), target.key());
    }

    private SqlExpr among(List<ColumnRef> columns) {
        return KeyList.among(columns, owner.key().columns().size(), target.key());
    }

    private static Select select(List<SqlExpr> values, FromItem from, List<SqlExpr> where) {
        return new Select(
                false,
                values.stream().map(value -> new Output(value, null)).toList(),
                from,
                List.of(),
                KeyList.all(where),
                List.of(),
                null,
                List.of(),
                null,
                null);
    }
}
