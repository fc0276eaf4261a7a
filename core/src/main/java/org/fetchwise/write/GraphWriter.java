package org.fetchwise.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fetchwise.hydrate.NewObjects;
import org.fetchwise.hydrate.QueryRunner;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.spi.Origin;
import org.fetchwise.sql.Insert;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Parameter;
import org.fetchwise.transaction.TransactionOptions;
import org.fetchwise.write.NewGraph.Edge;
import org.fetchwise.write.NewGraph.Link;
import org.fetchwise.write.NewGraph.Node;
import org.fetchwise.write.NewGraph.Place;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Inserts new objects that refer to each other: what is needed first, one statement for each table at a time, then what refers
 * back, then the rows of link tables. Safe for use by several threads.
 *
 * @param <T> the entity of the objects that are given
 */
public final class GraphWriter<T> {
    private final EntityMeta<T> meta;
    private final WriteRunner runner;
    private final Statements statements;
    private final QueryRunner reading;

    GraphWriter(EntityMeta<T> meta, WriteRunner runner, QueryRunner reading) {
        this.meta = meta;
        this.runner = runner;
        this.statements = runner.statements();
        this.reading = reading;
    }

    /**
     * Inserts objects, and all new ones that they lead to.
     *
     * @param roots plain objects
     * @param origin the line of the user's program that asked for it, or null where nobody listens
     * @return the same as queries give them, in the same order
     */
    public List<T> save(Collection<? extends T> roots, @Nullable Origin origin) {
        if (roots.isEmpty()) {
            return List.of();
        }
        NewGraph graph = NewGraph.of(meta, roots);
        NewGraph.Order order = graph.order();
        List<Node<?>> withoutKeys = graph.withoutKeys();
        boolean done = false;
        try {
            insert(graph, order, origin);
            done = true;
        } finally {
            if (!done) {
                // An object with a key would be taken for one that has a row when the program tries again.
                withoutKeys.forEach(Node::forgetKey);
            }
        }
        NewObjects<T> made = reading.newObjects(meta);
        long columns = 0;
        for (ColumnAttribute column : meta.columnsOfRows()) {
            columns |= column.bit();
        }
        for (T root : roots) {
            made.stored(made.add(root), columns);
        }
        return made.list();
    }

    private void insert(NewGraph graph, NewGraph.Order order, @Nullable Origin origin) {
        statements.blocks().<@Nullable Void>run(TransactionOptions.STANDARD, () -> {
            order.postponed().forEach(edge -> edge.from().set(edge.relation(), null));
            try {
                order.levels().forEach(level -> byEntity(level).values().forEach(nodes -> insert(nodes, origin)));
            } finally {
                order.postponed()
                        .forEach(edge ->
                                edge.from().set(edge.relation(), edge.to().object()));
            }
            byRelation(order.postponed()).values().forEach(edges -> refer(edges, origin));
            byTable(graph.links()).values().forEach(links -> link(links, Reason.of("saveGraph", origin)));
            graph.owned().stream()
                    .collect(Collectors.groupingBy(Link::relation, LinkedHashMap::new, Collectors.toList()))
                    .forEach((relation, links) -> own(relation, links, Reason.of("saveGraph", origin)));
            graph.places().stream()
                    .collect(Collectors.groupingBy(Place::relation, LinkedHashMap::new, Collectors.toList()))
                    .forEach((relation, places) -> place(relation, places, Reason.of("saveGraph", origin)));
            return null;
        });
    }

    private static Map<EntityMeta<?>, List<Node<?>>> byEntity(List<Node<?>> nodes) {
        Map<EntityMeta<?>, List<Node<?>>> byEntity = new LinkedHashMap<>();
        nodes.forEach(node -> byEntity.computeIfAbsent(node.meta(), missing -> new ArrayList<>())
                .add(node));
        return byEntity;
    }

    private static Map<ToOneAttribute, List<Edge>> byRelation(List<Edge> edges) {
        Map<ToOneAttribute, List<Edge>> byRelation = new LinkedHashMap<>();
        edges.forEach(edge -> byRelation
                .computeIfAbsent(edge.relation(), missing -> new ArrayList<>())
                .add(edge));
        return byRelation;
    }

    private static Map<LinkTable, List<Link>> byTable(List<Link> links) {
        Map<LinkTable, List<Link>> byTable = new LinkedHashMap<>();
        for (Link link : links) {
            LinkTable table =
                    byTable.containsKey(link.table().reversed()) ? link.table().reversed() : link.table();
            byTable.computeIfAbsent(table, missing -> new ArrayList<>()).add(link);
        }
        return byTable;
    }

    private void insert(List<Node<?>> nodes, @Nullable Origin origin) {
        insert(nodes.getFirst().meta(), nodes, origin);
    }

    private <E> void insert(EntityMeta<E> entity, List<Node<?>> nodes, @Nullable Origin origin) {
        runner.bulk(entity).create(objects(entity, nodes), Integer.MAX_VALUE, origin);
    }

    private static <E> List<E> objects(EntityMeta<E> entity, List<Node<?>> nodes) {
        return nodes.stream().map(node -> entity.type().cast(node.object())).toList();
    }

    /** Sets references to objects that had no row when those that refer to them were inserted. */
    private void refer(List<Edge> edges, @Nullable Origin origin) {
        List<Node<?>> nodes = new ArrayList<>();
        edges.forEach(edge -> nodes.add(edge.from()));
        refer(edges.getFirst().from().meta(), nodes, edges.getFirst().relation(), origin);
    }

    private <E> void refer(
            EntityMeta<E> entity, List<Node<?>> nodes, ToOneAttribute relation, @Nullable Origin origin) {
        runner.bulk(entity).update(objects(entity, nodes), relation.foreignKey().columns(), Integer.MAX_VALUE, origin);
    }

    /** Inserts rows of one link table, each once, whichever side names it. */
    private void link(List<Link> links, Reason reason) {
        LinkTable table = links.getFirst().table();
        Link first = links.getFirst();
        String position = first.relation().orderColumn();
        LinkEntity<?> through = LinkEntity.of(statements.references().over(table), table);
        if (through != null && position == null && !through.isBare(runner.announcements())) {
            through.add(runner, ends(links, table), List.of(), reason);
            tell(links);
            return;
        }
        List<String> columns = new ArrayList<>(table.ownerColumns());
        columns.addAll(table.targetColumns());
        List<StorageType> types = new ArrayList<>(types(first.owner().meta()));
        types.addAll(types(first.relation().target()));
        if (position != null) {
            columns.add(position);
            types.add(StorageType.INTEGER);
        }
        Set<List<Object>> pairs = new HashSet<>();
        List<List<Object>> rows = new ArrayList<>();
        for (Link link : links) {
            List<Object> owner = storedKey(link.owner().meta(), link.owner().object());
            List<Object> target = storedKey(link.relation().target(), link.target());
            boolean forwards = link.table().equals(table);
            List<Object> row = new ArrayList<>(forwards ? owner : target);
            row.addAll(forwards ? target : owner);
            if (pairs.add(List.copyOf(row))) {
                if (position != null) {
                    row.add(link.position());
                }
                rows.add(row);
            }
        }
        int most = statements.dialect().mostRows(columns.size());
        for (int at = 0; at < rows.size(); at += most) {
            insert(table.table(), columns, types, rows.subList(at, Math.min(rows.size(), at + most)), reason);
        }
        tell(links);
    }

    /** What links join, as a table is seen, each once. */
    private static Set<LinkEntity.Ends> ends(List<Link> links, LinkTable table) {
        Set<LinkEntity.Ends> ends = new LinkedHashSet<>();
        for (Link link : links) {
            Object owner = key(link.owner().meta(), link.owner().object());
            Object target = key(link.relation().target(), link.target());
            ends.add(
                    link.table().equals(table)
                            ? new LinkEntity.Ends(owner, target)
                            : new LinkEntity.Ends(target, owner));
        }
        return ends;
    }

    private static List<StorageType> types(EntityMeta<?> entity) {
        return entity.key().columns().stream()
                .map(column -> column.type().storage())
                .toList();
    }

    private static <E> List<Object> storedKey(EntityMeta<E> entity, Object object) {
        List<Object> stored = new ArrayList<>();
        for (Object part : KeyList.values(entity.key(), key(entity, object))) {
            stored.add(Objects.requireNonNull(part));
        }
        return stored;
    }

    private static <E> Object key(EntityMeta<E> entity, Object object) {
        return Objects.requireNonNull(entity.keyOf(entity.type().cast(object)));
    }

    private void insert(
            String table, List<String> columns, List<StorageType> types, List<List<Object>> rows, Reason reason) {
        boolean listed = statements.dialect().bindsColumns(rows.size());
        List<List<SqlExpr>> parameters = new ArrayList<>();
        List<Parameter> lists = new ArrayList<>();
        List<@Nullable Object> slots = new ArrayList<>();
        if (listed) {
            for (int column = 0; column < columns.size(); column++) {
                int at = column;
                lists.add(new Parameter(column, types.get(column)));
                slots.add(rows.stream().map(row -> row.get(at)).toList());
            }
        } else {
            for (List<Object> row : rows) {
                List<SqlExpr> values = new ArrayList<>();
                for (int column = 0; column < columns.size(); column++) {
                    values.add(new Parameter(slots.size(), types.get(column)));
                    slots.add(row.get(column));
                }
                parameters.add(values);
            }
        }
        Insert.Source source = listed ? new Insert.Lists(lists) : new Insert.Rows(parameters);
        statements.write(new Insert(table, columns, source, List.of()), slots.toArray(), reason);
    }

    /** Lets rows that were inserted by themselves refer to their owners by columns that are no attributes of theirs. */
    private void own(ToManyAttribute relation, List<Link> links, Reason reason) {
        EntityMeta<?> target = relation.target();
        List<ColumnAttribute> columns = relation.reference().foreignKey().columns();
        List<Object> keys =
                links.stream().map(link -> key(target, link.target())).toList();
        List<List<Object>> owners = links.stream()
                .map(link -> storedKey(link.owner().meta(), link.owner().object()))
                .toList();
        for (int part = 0; part < columns.size(); part++) {
            int at = part;
            Positions.write(
                    target,
                    columns.get(part).column(),
                    columns.get(part).type().storage(),
                    keys,
                    owners.stream().map(owner -> owner.get(at)).toList(),
                    statements,
                    reason);
        }
    }

    /** Gives rows that were inserted by themselves their positions among those of their owners. */
    private void place(ToManyAttribute relation, List<Place> places, Reason reason) {
        EntityMeta<?> target = relation.target();
        Positions.write(
                target,
                Objects.requireNonNull(relation.orderColumn()),
                StorageType.INTEGER,
                places.stream().map(place -> key(target, place.target())).toList(),
                places.stream().map(Place::position).toList(),
                statements,
                reason);
    }

    private void tell(List<Link> links) {
        Map<Node<?>, List<Link>> byOwner = new LinkedHashMap<>();
        for (Link link : links) {
            if (runner.announcements().areHeard(link.owner().meta())
                    || runner.announcements().areHeard(link.relation().target())) {
                byOwner.computeIfAbsent(link.owner(), missing -> new ArrayList<>())
                        .add(link);
            }
        }
        byOwner.forEach((owner, own) -> {
            ToManyAttribute relation = own.getFirst().relation();
            List<Object> targets = own.stream()
                    .map(link -> key(relation.target(), link.target()))
                    .toList();
            runner.announcements()
                    .links(owner.meta(), relation, List.of(key(owner.meta(), owner.object())), targets, List.of());
        });
    }
}
