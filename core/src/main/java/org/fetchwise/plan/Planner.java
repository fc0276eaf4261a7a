package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.plan.RowShape.EntityNode;
import org.fetchwise.plan.RowShape.ValueColumn;
import org.fetchwise.plan.SelectBuilder.Clauses;
import org.fetchwise.query.Clause;
import org.fetchwise.query.ColumnChoice;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermWalk;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.jspecify.annotations.Nullable;

/**
 * Plans the shape of a query: which tables are joined, what is selected, and where it stands in the rows. A function from a
 * query to a {@link Planned}; stateless.
 */
public final class Planner {
    /** The group of the first call of filter, which shares its joins with the relation that the query began at. */
    private static final int FIRST_CALL = 1;

    /** Creates a planner. */
    public Planner() {}

    /**
     * {@return the statement of a query}
     *
     * @param shape the query, its values replaced by slots
     */
    public Planned plan(Query shape) {
        Aliases aliases = new Aliases();
        Set<String> tables = new HashSet<>();
        Frame frame = frame(shape, aliases, tables, null);
        return switch (shape.projection()) {
            case Projection.Entities entities -> objects(frame, entities);
            case Projection.Values values -> fields(frame, values.items());
            case Projection.Count count -> Counts.rows(frame, count.values());
            case Projection.Existence existence -> Counts.existence(frame, existence.values());
            case Projection.CountByOwner counts -> Counts.byOwner(frame);
            case Projection.Totals totals ->
                throw new QueryException("Aggregates over a whole query are not supported yet: " + totals.items()
                        + "\nin query: " + shape);
        };
    }

    /** A subquery of one column that is never NULL, inside another statement. */
    Select column(Query query, Scope around) {
        SelectBuilder outer = around.node().select();
        Frame frame = frame(query, outer.aliases(), outer.tables(), around);
        Term term = switch (query.projection()) {
            case Projection.Values values
            when values.items().size() == 1 -> values.items().get(0).term();
            case Projection.Entities entities -> Term.key(Path.of(query.entity()));
            case Projection other ->
                throw new QueryException("A subquery gives one value a row, but this one gives something else."
                        + " Ask for values(...) with one expression.\nin query: " + query);
        };
        SqlExpr value = frame.lowering.value(term, frame.scope);
        Clauses clauses = new Clauses();
        if (query.slice().isEverything()) {
            if (mayBeNull(term, frame.scope)) {
                frame.select.where(new SqlExpr.NullCheck(value, true));
            }
            clauses.outputs.add(new Output(value, null));
            return frame.select.build(clauses);
        }
        clauses.outputs.add(new Output(value, null));
        clauses.distinct = query.distinct();
        frame.order(clauses);
        frame.slice(clauses);
        if (clauses.outputs.size() == 1 && !mayBeNull(term, frame.scope)) {
            return frame.select.build(clauses);
        }
        clauses.outputs.set(0, new Output(value, "v"));
        ColumnRef column =
                new ColumnRef(outer.aliases().next("part"), "v", term.type().storage());
        return new Select(
                false,
                List.of(new Output(column, null)),
                new FromItem.Derived(frame.select.build(clauses), column.alias()),
                List.of(),
                new SqlExpr.NullCheck(column, true),
                List.of(),
                null,
                List.of(),
                null,
                null);
    }

    private static boolean mayBeNull(Term term, Scope scope) {
        if (!(term instanceof Term.Column column)) {
            return true;
        }
        return column.attribute().is(ColumnAttribute.Trait.NULLABLE)
                || scope.resolve(column.path()).isOuter();
    }

    /** The FROM and WHERE of a query. */
    Frame frame(Query query, Aliases aliases, Set<String> tables, @Nullable Scope around) {
        Owners owners = query.owners();
        Node root = root(query.entity(), owners, aliases, tables);
        SelectBuilder select = root.select();
        Scope scope = new Scope(Path.of(query.entity()), root, 0, around);
        Frame frame = new Frame(query, select, scope, new Lowering(this));
        if (owners != null) {
            frame.owner = ownerKey(owners, root);
            ToManyAttribute back = owners.keys() instanceof Term.OneOf ? inverse(owners.relation()) : null;
            if (back != null) {
                root.joined(back, FIRST_CALL, frame.owner);
            }
            frame.owner = restrict(select, owners, frame.owner);
        }
        int group = FIRST_CALL - 1;
        for (Clause clause : query.clauses()) {
            if (clause instanceof Clause.Filter filter) {
                group++;
                for (Term term :
                        filter.condition() instanceof Term.And and ? and.terms() : List.of(filter.condition())) {
                    Lowering.restrict(select, frame.lowering.condition(term, scope.inGroup(group)));
                }
            }
        }
        return frame;
    }

    /** The same link table seen from the other side, or null where there is none or it has no name. */
    private static @Nullable ToManyAttribute inverse(RelationAttribute relation) {
        if (!(relation instanceof ToManyAttribute many) || many.link() == null) {
            return null;
        }
        for (RelationAttribute candidate : many.target().relations()) {
            if (candidate instanceof ToManyAttribute other
                    && (other.equals(many.inverse()) || many.equals(other.inverse()))) {
                return other;
            }
        }
        return null;
    }

    /** Takes the rows of some owners, and gives what tells to which a row belongs: its key, or the position of that. */
    private static ColumnRef restrict(SelectBuilder select, Owners owners, ColumnRef key) {
        return switch (owners.keys()) {
            case Term.ListSlot slot
            when owners.isByPosition() ->
                select.joinKeys(new SqlExpr.Parameter(slot.index(), slot.type().storage()), key)
                        .position();
            case Term.ListSlot slot -> {
                select.where(
                        new SqlExpr.InParameter(key, slot.index(), slot.type().storage()));
                yield key;
            }
            case Term.OneOf one
            when one.value() instanceof Term.Slot slot -> {
                select.where(Node.equal(
                        key, new SqlExpr.Parameter(slot.index(), slot.type().storage())));
                yield key;
            }
            case Term.Values other ->
                throw new IllegalStateException("owners are given by their keys, not by " + other);
        };
    }

    /** The rows that a query begins with: those of its entity, or of the link table that leads there from its owners. */
    private static Node root(EntityMeta<?> entity, @Nullable Owners owners, Aliases aliases, Set<String> tables) {
        LinkTable link = owners == null ? null : link(owners.relation());
        return owners == null || link == null
                ? Node.root(new SelectBuilder(entity.table(), Node.wish(entity), aliases, tables), entity)
                : Node.behindLink(
                        new SelectBuilder(link.table(), owners.relation().name() + "_link", aliases, tables),
                        entity,
                        link);
    }

    private static @Nullable LinkTable link(RelationAttribute relation) {
        return relation instanceof ToManyAttribute many ? many.link() : null;
    }

    /** Where the key of a row's owner stands: in the row itself, or in the link table. */
    private static ColumnRef ownerKey(Owners owners, Node root) {
        LinkTable link = link(owners.relation());
        if (link != null) {
            StorageType type = owners.owner().key().type().storage();
            return new ColumnRef(root.select().alias(), link.ownerColumn(), type);
        }
        return switch (owners.relation()) {
            case ToOneAttribute toOne
            when toOne.isOwning() -> root.column(root.meta().key());
            case ToOneAttribute reverse -> root.column(reverse.mappedBy().foreignKey());
            case ToManyAttribute many ->
                root.column(((ToOneAttribute) Objects.requireNonNull(many.inverse())).foreignKey());
        };
    }

    private Planned objects(Frame frame, Projection.Entities entities) {
        Query query = frame.query;
        Map<List<RelationAttribute>, Tree> nodes = new LinkedHashMap<>();
        Tree root = new Tree(Path.of(query.entity()), null);
        nodes.put(List.of(), root);
        for (Path path : entities.related()) {
            Tree at = root;
            for (int depth = 1; depth <= path.steps().size(); depth++) {
                List<RelationAttribute> steps = path.steps().subList(0, depth);
                Tree parent = at;
                ToOneAttribute relation = (ToOneAttribute) steps.get(depth - 1);
                at = nodes.computeIfAbsent(List.copyOf(steps), key -> {
                    Tree added = new Tree(new Path(query.entity(), key), relation);
                    parent.children.add(added);
                    return added;
                });
            }
        }
        List<Output> outputs = new ArrayList<>();
        EntityNode shape = entityNode(frame, root, entities.columns(), outputs);
        ValueColumn owner = null;
        if (frame.owner != null && query.owners() != null) {
            Output key = new Output(frame.owner, null);
            if (!outputs.contains(key)) {
                outputs.add(key);
            }
            owner = new ValueColumn(outputs.indexOf(key) + 1, query.owners().markType(), "owner");
        }
        List<ValueColumn> annotations = new ArrayList<>();
        for (Clause.Annotate annotate : query.annotations()) {
            if (TermWalk.spansMany(annotate.term())) {
                throw new QueryException(
                        "The annotation '" + annotate.name() + "' would give an object once for each of"
                                + " many rows. Take values(...), or an aggregate such as max().\nin query: " + query);
            }
            outputs.add(new Output(frame.lowering.value(annotate.term(), frame.scope), annotate.name()));
            annotations.add(
                    new ValueColumn(outputs.size(), annotate.term().type().widened(), annotate.name()));
        }
        return new Planned(
                frame.finish(outputs), new RowShape.Objects(shape, owner, annotations), frame.select.tables());
    }

    private EntityNode entityNode(Frame frame, Tree tree, ColumnChoice choice, List<Output> outputs) {
        Node node = frame.scope.resolve(tree.path);
        EntityMeta<?> meta = node.meta();
        long columns = chosen(meta, tree, choice) | meta.alwaysRead();
        int first = outputs.size() + 1;
        int keyColumn = first;
        node.table();
        for (ColumnAttribute column : meta.columnsOf(columns)) {
            if (column == meta.key()) {
                keyColumn = outputs.size() + 1;
            }
            outputs.add(new Output(node.column(column), null));
        }
        List<EntityNode> joined = new ArrayList<>(tree.children.size());
        for (Tree child : tree.children) {
            joined.add(entityNode(frame, child, choice, outputs));
        }
        return new EntityNode(meta, tree.relation, columns, first, keyColumn, joined);
    }

    /** The columns of one entity: the foreign key of a joined relation is left out, the joined key says the same. */
    private static long chosen(EntityMeta<?> meta, Tree tree, ColumnChoice choice) {
        long columns = meta.eagerColumns();
        long only = bits(tree.path, choice.only());
        if (only != 0) {
            columns = only;
        }
        columns &= ~bits(tree.path, choice.deferred());
        for (Tree child : tree.children) {
            if (child.relation != null && child.relation.isOwning()) {
                columns &= ~child.relation.foreignKey().bit();
            }
        }
        return columns;
    }

    private static long bits(Path path, List<Term.Column> columns) {
        long bits = 0;
        for (Term.Column column : columns) {
            if (column.path().equals(path)) {
                bits |= path.target().unit(column.attribute().index());
            }
        }
        return bits;
    }

    private Planned fields(Frame frame, List<Projection.Item> items) {
        List<Output> outputs = new ArrayList<>(items.size());
        List<ValueColumn> columns = new ArrayList<>(items.size());
        for (Projection.Item item : items) {
            if (item.term() instanceof Term.Tuple tuple) {
                columns.add(new ValueColumn(outputs.size() + 1, tuple.type(), item.name()));
                frame.lowering.columns(tuple, frame.scope).forEach(part -> outputs.add(new Output(part, null)));
                continue;
            }
            boolean plain = item.term() instanceof Term.Column;
            outputs.add(new Output(frame.lowering.value(item.term(), frame.scope), plain ? null : item.name()));
            columns.add(new ValueColumn(outputs.size(), item.term().type().widened(), item.name()));
        }
        return new Planned(frame.finish(outputs), new RowShape.Fields(columns), frame.select.tables());
    }

    /** An entity of the result in the making. */
    private static final class Tree {
        private final Path path;
        private final @Nullable ToOneAttribute relation;
        private final List<Tree> children = new ArrayList<>();

        Tree(Path path, @Nullable ToOneAttribute relation) {
            this.path = path;
            this.relation = relation;
        }
    }
}
