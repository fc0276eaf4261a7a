package org.fetchwise.hydrate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyColumns;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.plan.RowShape.ValueColumn;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Term;

/**
 * The objects that a relation is loaded for, by the mark that comes with each row. Objects that have the same key, as those of
 * different evaluations or those with the same foreign key may, share a position, and what is found there.
 */
final class OwnerTable {
    private static final Object[] NOTHING = {};

    private final RelationAttribute relation;
    private final Owners restriction;
    private final List<Managed> owners;
    private final int[] positions;
    private final List<Object> keys;
    private final List<Managed> firsts;
    private final KeyIndex index;

    /**
     * Creates the table.
     *
     * @param owners the objects, at least one, all of the same entity; none without its foreign key where that is what leads to the
     *     related objects
     */
    OwnerTable(List<Managed> owners, RelationAttribute relation) {
        this.relation = relation;
        this.owners = owners;
        EntityMeta<?> meta = owners.get(0).$meta().declaring(relation.index());
        KeyColumns column =
                relation instanceof ToOneAttribute toOne && toOne.isOwning() ? toOne.foreignKey() : meta.key();
        positions = new int[owners.size()];
        keys = new ArrayList<>(owners.size());
        firsts = new ArrayList<>(owners.size());
        index = KeyIndex.of(column.type(), owners.size());
        for (int at = 0; at < positions.length; at++) {
            Object key = Objects.requireNonNull(EntityState.value(owners.get(at), column));
            int there = index.put(key, keys.size());
            if (there == KeyIndex.ABSENT) {
                positions[at] = keys.size();
                keys.add(key);
                firsts.add(owners.get(at));
            } else {
                positions[at] = there;
            }
        }
        restriction = new Owners(meta, relation, new Term.ListOf(keys, column.type()));
    }

    /** {@return the restriction of a query to the rows of these owners} */
    Owners restriction() {
        return restriction;
    }

    /** {@return for each position the objects that came for it, in the order of their rows} */
    Object[][] distribute(Rows rows) {
        int[] counts = new int[keys.size()];
        for (int at = 0; at < rows.size(); at++) {
            counts[rows.owners()[at]]++;
        }
        Object[][] parts = new Object[counts.length][];
        for (int position = 0; position < parts.length; position++) {
            parts[position] = counts[position] == 0 ? NOTHING : new Object[counts[position]];
            counts[position] = 0;
        }
        for (int at = 0; at < rows.size(); at++) {
            int position = rows.owners()[at];
            parts[position][counts[position]++] = rows.entities()[at];
        }
        return parts;
    }

    /** {@return the objects, in the order given} */
    List<Managed> owners() {
        return owners;
    }

    /** {@return the position of the object at a place in {@link #owners()}} */
    int positionOf(int place) {
        return positions[place];
    }

    /** {@return the number of positions} */
    int size() {
        return keys.size();
    }

    /** {@return the first object at a position} */
    Managed first(int position) {
        return firsts.get(position);
    }

    /** {@return the position of the owner that the current row belongs to} */
    int position(RowReader row, ValueColumn mark) throws SQLException {
        long read = row.longAt(mark.column());
        int position = restriction.isByPosition() ? Math.toIntExact(read - 1) : index.findWhole(read);
        if (position < 0 || position >= keys.size()) {
            throw new ExecutionException("A row of " + restriction.owner().name() + "." + relation.name()
                    + " came with a key that was not asked for, so it belongs to no object. Check that the column it"
                    + " stands in has the type that the entity says: whole numbers.");
        }
        return position;
    }
}
