package org.fetchwise.hydrate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.RowReader;
import org.fetchwise.plan.RowShape.ValueColumn;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Term;

/**
 * The objects that a relation is loaded for, by the key that comes with each row. Objects of different evaluations may have
 * the same key; they share a position, and what is found there.
 */
final class OwnerTable {
    private static final Object[] NOTHING = {};

    private final RelationAttribute relation;
    private final EntityMeta<?> meta;
    private final List<Managed> owners;
    private final int[] positions;
    private final List<Object> keys;
    private final List<Managed> firsts;
    private final KeyIndex index;
    private final boolean wholeKey;

    /**
     * Creates the table.
     *
     * @param owners the objects, at least one, all of the same entity
     */
    OwnerTable(List<Managed> owners, RelationAttribute relation) {
        this.relation = relation;
        this.owners = owners;
        meta = owners.get(0).$meta();
        positions = new int[owners.size()];
        keys = new ArrayList<>(owners.size());
        firsts = new ArrayList<>(owners.size());
        index = KeyIndex.of(meta.key(), owners.size());
        wholeKey = KeyIndex.isWhole(meta.key().type());
        for (int at = 0; at < positions.length; at++) {
            Object key = EntityState.key(owners.get(at));
            int there = index.put(key, keys.size());
            if (there == KeyIndex.ABSENT) {
                positions[at] = keys.size();
                keys.add(key);
                firsts.add(owners.get(at));
            } else {
                positions[at] = there;
            }
        }
    }

    /** {@return the restriction of a query to the rows of these owners} */
    Owners restriction() {
        return new Owners(meta, relation, new Term.ListOf(keys, meta.key().type()));
    }

    /** {@return the relation's name and its entity's, as in {@code Post.comments}} */
    String relationName() {
        return meta.name() + "." + relation.name();
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
    int position(RowReader row, ValueColumn column) throws SQLException {
        int position = KeyIndex.ABSENT;
        if (wholeKey) {
            position = index.findWhole(row.longAt(column.column()));
        } else {
            Object key = column.type().read(row, column.column());
            if (key != null) {
                position = index.find(key);
            }
        }
        if (position == KeyIndex.ABSENT) {
            throw new ExecutionException("A row of " + relationName() + " came with a key of " + meta
                    + " that was not asked for. The database takes keys for equal that differ in Java, as a collation"
                    + " that ignores case does: give the column " + meta.key().column()
                    + " and the columns that refer to it a"
                    + " binary collation, or the same spelling.");
        }
        return position;
    }
}
