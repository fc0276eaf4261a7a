package org.fetchwise.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ElementTable;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyColumns;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.sql.Delete;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Insert;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.fetchwise.sql.SqlExpr.Comparison;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/** The rows of one collection of values: inserts and deletes them. Serves one call. */
final class ElementRows {
    /** How many rows a statement takes at most. */
    private static final int MOST_ROWS = 1_000;

    private final ToManyAttribute collection;
    private final ElementTable table;
    private final KeyColumns key;
    private final Statements statements;
    private final Reason reason;
    private final List<@Nullable Object[]> waiting = new ArrayList<>();

    ElementRows(
            EntityMeta<?> owner, ToManyAttribute collection, ElementTable table, Statements statements, Reason reason) {
        this.collection = collection;
        this.table = table;
        this.key = owner.key();
        this.statements = statements;
        this.reason = reason;
    }

    /** {@return the collections of an entity whose values stand in tables of their own} */
    static List<ToManyAttribute> collectionsOf(EntityMeta<?> entity) {
        List<ToManyAttribute> found = new ArrayList<>();
        for (RelationAttribute relation : entity.relations()) {
            if (relation instanceof ToManyAttribute many && many.elements() != null) {
                found.add(many);
            }
        }
        return found;
    }

    /** {@return whether an object of the program's has values that its new row must be given} */
    static <T> boolean hasValues(EntityMeta<T> entity, T object) {
        for (ToManyAttribute many : collectionsOf(entity)) {
            if (!ElementTable.values(entity.access().get(object, many.index())).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Inserts the values that new objects hold, whose own rows are there. */
    static <T> void insertAll(EntityMeta<T> entity, List<T> objects, Statements statements, Reason reason) {
        EntityAccess<T> access = entity.access();
        for (ToManyAttribute many : collectionsOf(entity)) {
            ElementTable table = many.elements();
            if (table != null) {
                ElementRows rows = new ElementRows(entity, many, table, statements, reason);
                for (T object : objects) {
                    rows.add(entity.keyOf(object), ElementTable.values(access.get(object, many.index())), 0);
                }
                rows.insert();
            }
        }
    }

    /** Adds values that {@link #insert} will write, the first of them at a position. */
    void add(@Nullable Object ownerKey, Collection<?> values, int first) {
        int position = first;
        for (Object value : values) {
            List<@Nullable Object> row = new ArrayList<>();
            row.addAll(stored(ownerKey));
            List<@Nullable Object> parts = table.partsOf(value);
            for (int at = 0; at < parts.size(); at++) {
                row.add(table.columns().get(at).type().stored(parts.get(at)));
            }
            if (collection.orderColumn() != null) {
                row.add(position++);
            }
            waiting.add(row.toArray());
        }
    }

    /** The columns of the table, in the order of a row's values. */
    private record Columns(List<String> names, List<StorageType> types) {}

    private Columns columns() {
        List<String> names = new ArrayList<>(table.ownerColumns());
        List<StorageType> types = new ArrayList<>();
        key.columns().forEach(column -> types.add(column.type().storage()));
        for (ColumnAttribute column : table.columns()) {
            names.add(column.column());
            types.add(column.type().storage());
        }
        String position = collection.orderColumn();
        if (position != null) {
            names.add(position);
            types.add(StorageType.INTEGER);
        }
        return new Columns(names, types);
    }

    private int most(Columns columns) {
        return Math.min(
                MOST_ROWS,
                statements.dialect().capabilities().maxParameters()
                        / columns.names().size());
    }

    private Insert statement(Columns columns, int rows) {
        List<List<SqlExpr>> values = new ArrayList<>(rows);
        int slot = 0;
        for (int row = 0; row < rows; row++) {
            List<SqlExpr> cells = new ArrayList<>(columns.types().size());
            for (StorageType type : columns.types()) {
                cells.add(new SqlExpr.Parameter(slot++, type));
            }
            values.add(cells);
        }
        return new Insert(table.table(), columns.names(), new Insert.Rows(values), List.of());
    }

    /** Inserts what was added. */
    void insert() {
        Columns columns = columns();
        int most = most(columns);
        for (int from = 0; from < waiting.size(); from += most) {
            List<@Nullable Object[]> rows = waiting.subList(from, Math.min(waiting.size(), from + most));
            @Nullable Object[] slots = rows.stream().flatMap(Arrays::stream).toArray();
            statements.write(statement(columns, rows.size()), slots, reason);
        }
        waiting.clear();
    }

    /** Explains what inserts the values that new objects hold. */
    static <T> void explainAll(EntityMeta<T> entity, List<T> objects, Statements statements, Explanation text) {
        Reason reason = Reason.of("bulkCreate", null);
        for (ToManyAttribute many : collectionsOf(entity)) {
            int count = 0;
            for (T object : objects) {
                count += ElementTable.values(entity.access().get(object, many.index()))
                        .size();
            }
            ElementRows rows =
                    new ElementRows(entity, many, Objects.requireNonNull(many.elements()), statements, reason);
            Columns columns = rows.columns();
            if (count > 0) {
                text.step(
                        "insert of " + BulkText.number(count) + " values of " + entity + "." + many + ", "
                                + BulkText.number(rows.most(columns)) + " at a time, of which one is shown",
                        statements.dialect().render(rows.statement(columns, 1)).text(),
                        Set.of(rows.table.table()));
            }
        }
    }

    private List<@Nullable Object> stored(@Nullable Object ownerKey) {
        List<@Nullable Object> parts = new ArrayList<>(key.partsOf(ownerKey));
        for (int at = 0; at < parts.size(); at++) {
            parts.set(at, key.columns().get(at).type().stored(parts.get(at)));
        }
        return parts;
    }

    /** Deletes all values of an owner. */
    void deleteAll(Object ownerKey) {
        List<SqlExpr> owned = new ArrayList<>();
        for (int at = 0; at < table.ownerColumns().size(); at++) {
            StorageType type = key.columns().get(at).type().storage();
            owned.add(new Comparison(
                    ComparisonOperator.EQUAL,
                    new ColumnRef("element", table.ownerColumns().get(at), type),
                    new SqlExpr.Parameter(at, type)));
        }
        statements.write(
                new Delete(
                        new FromItem.Table(table.table(), "element"),
                        owned.size() == 1 ? owned.getFirst() : new SqlExpr.AllOf(owned)),
                stored(ownerKey).toArray(),
                reason);
    }
}
