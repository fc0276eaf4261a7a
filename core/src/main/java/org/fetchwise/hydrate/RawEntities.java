package org.fetchwise.hydrate;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Inheritance;
import org.fetchwise.meta.Lifecycle;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RowReader;
import org.fetchwise.raw.ResultColumns;

/**
 * Makes objects of the rows of a statement of the user's own, whose columns come in any order and may be some of the entity's
 * only.
 *
 * @param meta the entity
 * @param given the entity's columns that the statement gives
 * @param positions where they stand in a row, counted from 1
 */
@SuppressWarnings("ArrayRecordComponent")
record RawEntities(EntityMeta<?> meta, List<ColumnAttribute> given, int[] positions) {
    static RawEntities of(EntityMeta<?> meta, ResultColumns result) {
        Map<String, Integer> byName = result.byName();
        List<ColumnAttribute> given = meta.columnsOfRows().stream()
                .filter(column -> meta.columnsOfRows(meta.unit(column.index())).stream()
                        .allMatch(part -> byName.containsKey(ResultColumns.plain(part.column()))))
                .toList();
        Inheritance place = meta.inheritance();
        if (place != null && meta.hasSubclasses() && !given.contains(place.discriminator())) {
            throw new QueryException("The rows are of " + meta.withSubclasses()
                    + ", but the statement does not tell which: "
                    + (place.isComputed()
                            ? "no column does. Read one of these with its queryset, or records."
                            : "it gives no column '" + place.discriminator().column() + "'."));
        }
        for (ColumnAttribute part : meta.key().columns()) {
            if (!given.contains(part)) {
                throw new QueryException("A " + meta + " needs its key, but the statement gives no column '"
                        + part.column() + "'. It gives: " + result.names() + ".");
            }
        }
        int[] positions = given.stream()
                .mapToInt(column -> byName.get(ResultColumns.plain(column.column())))
                .toArray();
        return new RawEntities(meta, given, positions);
    }

    /** The entity that the current row is of: this one, or one that extends it. */
    private EntityMeta<?> ofRow(RowReader row) throws SQLException {
        Inheritance place = meta.inheritance();
        if (place == null || !meta.hasSubclasses()) {
            return meta;
        }
        ColumnAttribute type = place.discriminator();
        return meta.ofValue(type.type().read(row, positions[given.indexOf(type)]));
    }

    /** {@return the object of the current row, which is one with that of an earlier row of the same key} */
    Managed read(RowReader row, PeerGroup group, Members members) throws SQLException {
        EntityMeta<?> own = ofRow(row);
        EntityAccess<Managed> access = EntityState.access(own);
        Managed entity = access.newManaged(group);
        long parts = 0;
        for (int at = 0; at < positions.length; at++) {
            ColumnAttribute column = given.get(at);
            if (!own.has(column.index())) {
                continue;
            }
            if (meta.unit(column.index()) == column.bit()) {
                access.read(entity, row, column.bit(), positions[at]);
            } else {
                // The parts of an embedded object may stand anywhere in the row.
                access.set(entity, column.index(), column.type().read(row, positions[at]));
                parts |= column.bit();
            }
        }
        entity.$makeReady(parts);
        if (EntityState.value(entity, meta.key()) == null) {
            throw new QueryException("A row has no key, so it is no " + meta
                    + ". Where it comes from an outer join, read records instead.");
        }
        Object key = EntityState.key(entity);
        Managed known = members.find(key);
        if (known != null) {
            return known;
        }
        if (group.observesReads()) {
            EntityState.watch(entity, entity.$ready());
        }
        members.add(entity, key);
        if (access.callbacks().contains(Lifecycle.POST_LOAD)) {
            group.loaded(entity);
        }
        return entity;
    }
}
