package org.fetchwise.hydrate;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.plan.RowShape.ValueColumn;
import org.fetchwise.query.Clause;
import org.fetchwise.query.ColumnChoice;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * Loads columns, relations and counts for any number of objects of one entity, each with one statement. Called with the lock of
 * the objects' group held, or before other threads can see them.
 */
final class RelationLoader {
    private final Statements statements;
    private final Destination destination;
    private final Reason reason;

    /**
     * Creates a loader.
     *
     * @param destination where the objects that are read go; its path leads to the objects that they are loaded for
     */
    RelationLoader(Statements statements, Destination destination, Reason reason) {
        this.statements = statements;
        this.destination = destination;
        this.reason = reason;
    }

    /**
     * Loads a column.
     *
     * @param peers the objects that do not have it
     */
    @SuppressWarnings("ReferenceEquality") // What equals says of entities is the user's, and may load.
    void column(List<Managed> peers, ColumnAttribute column) {
        if (peers.isEmpty()) {
            return;
        }
        EntityMeta<?> meta = peers.get(0).$meta();
        Members members = destination.evaluation().members(destination.path());
        List<Object> keys = new ArrayList<>(peers.size());
        for (Managed peer : peers) {
            members.addIfAbsent(peer);
            keys.add(EntityState.key(peer));
        }
        Path root = Path.of(meta);
        ColumnChoice choice = ColumnChoice.only(List.of(new Term.Column(root, column)));
        Query query = byKeys(Query.of(meta), keys)
                .orderedBy(List.of())
                .withProjection(new Projection.Entities(choice, List.of()));
        statements.objects(query, destination, reason);
        for (Managed peer : peers) {
            Managed read = members.find(EntityState.key(peer));
            // Objects of different evaluations may stand for one row: only one of them was filled by it.
            if (read != null && read != peer && EntityState.isLoaded(read, column)) {
                EntityState.offer(peer, column, EntityState.value(read, column));
            }
        }
    }

    /**
     * Gives the objects what they are related to as far as the evaluation has it, without a statement.
     *
     * @return the keys of the related rows that it does not have, each once
     */
    List<Object> useKnown(List<Managed> owners, ToOneAttribute relation, Receiver receiver) {
        Members known = destination.evaluation().find(relation.target());
        ColumnAttribute foreignKey = relation.foreignKey();
        KeyIndex wanted = KeyIndex.of(relation.target().key(), 0);
        List<Object> missing = new ArrayList<>();
        for (Managed owner : owners) {
            if (!EntityState.isLoaded(owner, foreignKey)) {
                continue;
            }
            Object key = EntityState.value(owner, foreignKey);
            if (key == null) {
                receiver.fill(owner, null);
                continue;
            }
            Managed related = known == null ? null : known.find(key);
            if (related != null) {
                connect(owner, relation, related, receiver);
            } else if (wanted.put(key, missing.size()) == KeyIndex.ABSENT) {
                missing.add(key);
            }
        }
        return missing;
    }

    /**
     * Loads a relation.
     *
     * @param owners the objects that do not have it, at least one
     * @param query the query of the related objects, or null for all of them
     * @return the related objects that were read
     */
    Rows relation(List<Managed> owners, RelationAttribute relation, @Nullable Query query, Receiver receiver) {
        return switch (relation) {
            case ToManyAttribute toMany -> toMany(owners, toMany, query, receiver);
            case ToOneAttribute toOne ->
                toOne.isOwning() ? toOne(owners, toOne, query, receiver) : reverse(owners, toOne, query, receiver);
        };
    }

    private Rows toOne(List<Managed> owners, ToOneAttribute relation, @Nullable Query query, Receiver receiver) {
        ColumnAttribute foreignKey = relation.foreignKey();
        column(
                owners.stream()
                        .filter(owner -> !EntityState.isLoaded(owner, foreignKey))
                        .toList(),
                foreignKey);
        List<Object> keys =
                query == null ? useKnown(owners, relation, receiver) : foreignKeys(owners, relation, receiver);
        if (keys.isEmpty()) {
            return Rows.NONE;
        }
        Query related = query == null ? Query.of(relation.target()).orderedBy(List.of()) : query;
        Rows rows = statements.objects(byKeys(related, keys), into(relation, query), reason);
        KeyIndex found = KeyIndex.of(relation.target().key(), rows.size());
        for (int at = 0; at < rows.size(); at++) {
            found.put(EntityState.key(rows.entities()[at]), at);
        }
        for (Managed owner : owners) {
            Object key = EntityState.isLoaded(owner, foreignKey) ? EntityState.value(owner, foreignKey) : null;
            int at = key == null ? KeyIndex.ABSENT : found.find(key);
            if (at != KeyIndex.ABSENT) {
                connect(owner, relation, rows.entities()[at], receiver);
            } else if (receiver instanceof NamedReceiver) {
                receiver.fill(owner, null);
            }
        }
        return rows;
    }

    private static List<Object> foreignKeys(List<Managed> owners, ToOneAttribute relation, Receiver receiver) {
        KeyIndex wanted = KeyIndex.of(relation.target().key(), 0);
        List<Object> keys = new ArrayList<>();
        for (Managed owner : owners) {
            Object key = EntityState.value(owner, relation.foreignKey());
            if (key == null) {
                receiver.fill(owner, null);
            } else if (wanted.put(key, keys.size()) == KeyIndex.ABSENT) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static void connect(Managed owner, ToOneAttribute relation, Managed related, Receiver receiver) {
        receiver.fill(owner, related);
        ToOneAttribute inverse = HydratorNode.inverse(relation);
        if (inverse != null) {
            EntityState.offer(related, inverse, owner);
        }
    }

    private Rows reverse(List<Managed> owners, ToOneAttribute relation, @Nullable Query query, Receiver receiver) {
        OwnerTable table = new OwnerTable(owners, relation);
        Query related = query == null ? Query.of(relation.target()).orderedBy(List.of()) : query;
        Rows rows = statements.objects(related.withOwners(table.restriction()), into(relation, query), table, reason);
        @Nullable Managed[] found = new Managed[table.size()];
        for (int at = 0; at < rows.size(); at++) {
            Managed entity = rows.entities()[at];
            found[rows.owners()[at]] = entity;
            EntityState.offer(entity, relation.mappedBy(), table.first(rows.owners()[at]));
        }
        for (int at = 0; at < owners.size(); at++) {
            Managed entity = found[table.positionOf(at)];
            // Where the query leaves a row out, the relation itself is not known to be empty.
            if (entity != null || query == null || receiver instanceof NamedReceiver) {
                receiver.fill(owners.get(at), entity);
            }
        }
        return rows;
    }

    private Rows toMany(List<Managed> owners, ToManyAttribute relation, @Nullable Query query, Receiver receiver) {
        OwnerTable table = new OwnerTable(owners, relation);
        Query related = query == null ? Query.of(relation.target()) : query;
        Rows rows = statements.objects(related.withOwners(table.restriction()), into(relation, query), table, reason);
        Object[][] found = table.distribute(rows);
        if (relation.inverse() instanceof ToOneAttribute inverse) {
            for (int at = 0; at < rows.size(); at++) {
                EntityState.offer(rows.entities()[at], inverse, table.first(rows.owners()[at]));
            }
        }
        for (int at = 0; at < owners.size(); at++) {
            receiver.fillAll(owners.get(at), found[table.positionOf(at)]);
        }
        return rows;
    }

    /**
     * Counts the objects of a relation for each owner.
     *
     * @param owners the objects whose relation is neither loaded nor counted, at least one
     */
    void counts(List<Managed> owners, ToManyAttribute relation) {
        OwnerTable table = new OwnerTable(owners, relation);
        Query query = Query.of(relation.target())
                .withOwners(table.restriction())
                .orderedBy(List.of())
                .withProjection(new Projection.CountByOwner());
        var bound = statements.compile(query);
        List<ValueColumn> columns = Statements.fields(query, bound).columns();
        int[] counts = new int[table.size()];
        statements.run(bound, reason, rows -> {
            while (rows.next()) {
                long count = rows.longAt(columns.get(1).column());
                counts[table.position(rows, columns.get(0))] = Math.toIntExact(count);
            }
            return counts;
        });
        for (int at = 0; at < owners.size(); at++) {
            RelatedRows rows = RelatedRows.of(owners.get(at), relation);
            if (rows != null) {
                rows.counted(counts[table.positionOf(at)]);
            }
        }
    }

    private static Query byKeys(Query query, List<Object> keys) {
        Path root = Path.of(query.entity());
        Term.Values values = new Term.ListOf(keys, query.entity().key().type());
        return query.with(new Clause.Filter(new Term.In(Term.key(root), values)));
    }

    private Destination into(RelationAttribute relation, @Nullable Query query) {
        PeerGroup group = destination.group();
        if (query != null && query.fetchMode() != null) {
            group = group.withMode(query.fetchMode());
        }
        return new Destination(
                destination.evaluation(), group, destination.path().then(relation));
    }
}
