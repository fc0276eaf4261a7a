package org.fetchwise.hydrate;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyColumns;
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
 * Loads columns, relations and counts for any number of objects of one entity, each with one statement. Whatever is seen or set of
 * objects, is so with the lock of the group; it is not held while a statement waits for its rows.
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
    void column(List<Managed> peers, ColumnAttribute column) {
        for (List<Managed> part : parts(peers)) {
            columnOf(part, column);
        }
    }

    @SuppressWarnings("ReferenceEquality") // What equals says of entities is the user's, and may load.
    private void columnOf(List<Managed> peers, ColumnAttribute column) {
        EntityMeta<?> meta = peers.get(0).$meta().declaring(column.index());
        List<Object> keys = new ArrayList<>(peers.size());
        Members members = group().seeing(() -> {
            Members known = destination.evaluation().members(destination.path());
            for (Managed peer : peers) {
                known.addIfAbsent(peer);
                keys.add(EntityState.key(peer));
            }
            return known;
        });
        Path root = Path.of(meta);
        ColumnAttribute wanted = (ColumnAttribute) meta.attribute(column.index());
        ColumnChoice choice = ColumnChoice.only(List.of(new Term.Column(root, wanted)));
        Query query = Query.of(meta)
                .with(new Clause.Filter(new Term.In(
                        Term.key(root), new Term.ListOf(keys, meta.key().type()))))
                .orderedBy(List.of())
                .withProjection(new Projection.Entities(choice, List.of()));
        statements.objects(query, destination, reason);
        group().locked(() -> {
            for (Managed peer : peers) {
                Managed read = members.find(EntityState.key(peer));
                // Objects of different evaluations may stand for one row: only one of them was filled by it.
                if (read != null && read != peer && EntityState.isLoaded(read, column)) {
                    group().give(peer, () -> EntityState.offerColumn(peer, column, read));
                }
            }
        });
    }

    /**
     * Gives the objects what they are related to as far as the evaluation has it, without a statement.
     *
     * @return the objects that it has nothing for
     */
    List<Managed> useKnown(List<Managed> owners, ToOneAttribute relation, Receiver receiver) {
        Members known = destination.evaluation().find(relation.target());
        List<Managed> lacking = new ArrayList<>();
        for (Managed owner : withForeignKey(owners, relation, receiver)) {
            Object key = EntityState.isLoaded(owner, relation.foreignKey())
                    ? EntityState.value(owner, relation.foreignKey())
                    : null;
            Managed related = known == null || key == null ? null : known.find(key);
            if (related == null) {
                lacking.add(owner);
            } else {
                connect(owner, relation, related, receiver);
            }
        }
        return lacking;
    }

    /** The objects whose foreign key leads somewhere, or is not loaded; the others are given null. */
    private List<Managed> withForeignKey(List<Managed> owners, ToOneAttribute relation, Receiver receiver) {
        List<Managed> found = new ArrayList<>(owners.size());
        for (Managed owner : owners) {
            if (EntityState.isLoaded(owner, relation.foreignKey())
                    && EntityState.value(owner, relation.foreignKey()) == null) {
                group().give(owner, () -> receiver.fill(owner, null));
            } else {
                found.add(owner);
            }
        }
        return found;
    }

    /**
     * Loads a relation.
     *
     * @param owners the objects that do not have it
     * @param query the query of the related objects, or null for all of them
     * @return the related objects that were read
     */
    Rows relation(List<Managed> owners, RelationAttribute relation, @Nullable Query query, Receiver receiver) {
        Rows all = Rows.NONE;
        for (List<Managed> part : parts(owners)) {
            Rows rows = switch (relation) {
                case ToManyAttribute toMany -> toMany(part, toMany, query, receiver);
                case ToOneAttribute toOne ->
                    toOne.isOwning() ? toOne(part, toOne, query, receiver) : reverse(part, toOne, query, receiver);
            };
            all = all.and(rows);
        }
        return all;
    }

    /** The objects in as many parts as the database needs lists of their keys. */
    private List<List<Managed>> parts(List<Managed> owners) {
        int longest = statements.executor().dialect().capabilities().longestList();
        List<List<Managed>> parts = new ArrayList<>();
        for (int from = 0; from < owners.size(); from += longest) {
            parts.add(owners.subList(from, Math.min(owners.size() - from, longest) + from));
        }
        return parts;
    }

    private Rows toOne(List<Managed> owners, ToOneAttribute relation, @Nullable Query query, Receiver receiver) {
        KeyColumns foreignKey = relation.foreignKey();
        for (ColumnAttribute part : foreignKey.columns()) {
            column(
                    group().seeing(() -> owners.stream()
                            .filter(owner -> !EntityState.isLoaded(owner, part))
                            .toList()),
                    part);
        }
        // Where an object's row has vanished, its foreign key stays unknown.
        List<Managed> lacking = group().seeing(() -> (query == null
                        ? useKnown(owners, relation, receiver)
                        : withForeignKey(owners, relation, receiver))
                .stream()
                        .filter(owner -> EntityState.isLoaded(owner, foreignKey))
                        .toList());
        if (lacking.isEmpty()) {
            return Rows.NONE;
        }
        OwnerTable table = table(lacking, relation);
        Rows rows = related(relation, query, table);
        @Nullable Managed[] found = new Managed[table.size()];
        for (int at = 0; at < rows.size(); at++) {
            found[rows.owners()[at]] = rows.entities()[at];
        }
        group().locked(() -> {
            for (int at = 0; at < lacking.size(); at++) {
                Managed owner = lacking.get(at);
                Managed entity = found[table.positionOf(at)];
                if (entity != null) {
                    connect(owner, relation, entity, receiver);
                } else if (receiver instanceof NamedReceiver) {
                    group().give(owner, () -> receiver.fill(owner, null));
                }
            }
        });
        return rows;
    }

    private OwnerTable table(List<Managed> owners, RelationAttribute relation) {
        return group().seeing(() -> new OwnerTable(owners, relation));
    }

    private PeerGroup group() {
        return destination.group();
    }

    /** Reads the related objects; unless a query says otherwise, all of them, those at most one for each owner in any order. */
    private Rows related(RelationAttribute relation, @Nullable Query query, OwnerTable table) {
        Query all = Query.of(relation.target());
        Query related = query != null ? query : relation instanceof ToManyAttribute ? all : all.orderedBy(List.of());
        return statements.objects(related.withOwners(table.restriction()), into(relation, query), table, reason);
    }

    private void connect(Managed owner, ToOneAttribute relation, Managed related, Receiver receiver) {
        group().give(owner, () -> receiver.fill(owner, related));
        ToOneAttribute inverse = HydratorNode.inverse(relation);
        if (inverse != null) {
            EntityState.offer(related, inverse, owner);
        }
    }

    private Rows reverse(List<Managed> owners, ToOneAttribute relation, @Nullable Query query, Receiver receiver) {
        OwnerTable table = table(owners, relation);
        Rows rows = related(relation, query, table);
        @Nullable Managed[] found = new Managed[table.size()];
        group().locked(() -> {
            for (int at = 0; at < rows.size(); at++) {
                Managed entity = rows.entities()[at];
                found[rows.owners()[at]] = entity;
                EntityState.offer(entity, relation.mappedBy(), table.first(rows.owners()[at]));
            }
            for (int at = 0; at < owners.size(); at++) {
                Managed owner = owners.get(at);
                Managed entity = found[table.positionOf(at)];
                // Where the query leaves a row out, the relation itself is not known to be empty.
                if (entity != null || query == null || receiver instanceof NamedReceiver) {
                    group().give(owner, () -> receiver.fill(owner, entity));
                }
            }
        });
        return rows;
    }

    private Rows toMany(List<Managed> owners, ToManyAttribute relation, @Nullable Query query, Receiver receiver) {
        OwnerTable table = table(owners, relation);
        Rows rows = related(relation, query, table);
        Object[][] found =
                relation.elements() == null ? table.distribute(rows) : ElementValues.of(table.distribute(rows));
        group().locked(() -> {
            if (relation.inverse() instanceof ToOneAttribute inverse && !relation.isOneSided()) {
                for (int at = 0; at < rows.size(); at++) {
                    EntityState.offer(rows.entities()[at], inverse, table.first(rows.owners()[at]));
                }
            }
            for (int at = 0; at < owners.size(); at++) {
                Managed owner = owners.get(at);
                Object[] related = found[table.positionOf(at)];
                group().give(owner, () -> receiver.fillAll(owner, related));
            }
            destination.evaluation().rowsCame(rows.size(), owners.size());
        });
        return rows;
    }

    /**
     * Counts the objects of a relation for each owner.
     *
     * @param owners the objects whose relation is neither loaded nor counted
     */
    void counts(List<Managed> owners, ToManyAttribute relation) {
        for (List<Managed> part : parts(owners)) {
            countsOf(part, relation);
        }
    }

    private void countsOf(List<Managed> owners, ToManyAttribute relation) {
        OwnerTable table = table(owners, relation);
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
        group().locked(() -> {
            for (int at = 0; at < owners.size(); at++) {
                RelatedRows rows = RelatedRows.of(owners.get(at), relation);
                if (rows != null) {
                    rows.counted(counts[table.positionOf(at)]);
                }
            }
        });
    }

    private Destination into(RelationAttribute relation, @Nullable Query query) {
        PeerGroup group = query == null ? group() : group().with(query.fetching());
        return new Destination(
                destination.evaluation(), group, destination.path().then(relation));
    }
}
