package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.RelationAttribute;
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
import org.fetchwise.query.QueryWalk;
import org.fetchwise.query.Slice;
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
        Statement statement = new Statement(new Aliases(), new HashSet<>(), new Strategies(), new Sources(true));
        return switch (shape.projection()) {
            case Projection.Entities entities
            when shape.combined() != null -> combinedObjects(shape, entities, statement);
            case Projection.Entities entities ->
                objects(entityRows(shape, List.of(), statement, null), entities, statement);
            case Projection.Values values -> fields(shape, values.items(), statement);
            case Projection.Count count ->
                Counts.rows(shape, rows(shape, count.values(), statement, null), count.values(), statement);
            case Projection.Existence existence ->
                Counts.existence(
                        shape, rows(shape, existence.values(), statement, null), existence.values(), statement);
            case Projection.CountByOwner counts ->
                Counts.byOwner(frame(shape, statement, null, Kept.EVERYTHING), statement);
            case Projection.Totals totals -> Totals.of(this, shape, totals.items(), statement);
        };
    }

    /** What the parts of one statement share. */
    record Statement(Aliases aliases, Set<String> tables, Strategies strategies, Sources sources) {
        Planned planned(Select select, RowShape rows) {
            return new Planned(sources.named(select, this), rows, tables, strategies.lines());
        }

        static Statement around(Scope scope) {
            return scope.lowering().statement();
        }
    }

    /** The rows of a query in the making, of which some values are asked. */
    Rows rows(Query query, List<Projection.Item> items, Statement statement, @Nullable Scope around) {
        if (query.combined() != null) {
            return CombinedRows.of(this, query, items.isEmpty() ? columns(query) : items, statement, around);
        }
        return query.grouping() != null
                ? Grouped.of(this, query, items, statement, around)
                : entityRows(query, items, statement, around);
    }

    /** The columns of the objects of a query and their annotations. */
    private static List<Projection.Item> columns(Query query) {
        Query first = Objects.requireNonNull(query.combined()).parts().get(0);
        List<Projection.Item> items = new ArrayList<>();
        Path root = Path.of(query.entity());
        long columns = query.entity().eagerColumns() | query.entity().alwaysRead();
        for (ColumnAttribute column : query.entity().columnsOfRows(columns)) {
            items.add(new Projection.Item(column.name(), new Term.Column(root, column)));
        }
        for (Clause.Annotate annotate : first.givenAnnotations()) {
            items.add(new Projection.Item(annotate.name(), annotate.term()));
        }
        return items;
    }

    private Frame entityRows(Query query, List<Projection.Item> items, Statement statement, @Nullable Scope around) {
        if (!isAggregated(query, items)) {
            return frame(query, statement, around, Kept.EVERYTHING);
        }
        Set<Path> taken = new LinkedHashSet<>();
        query.annotations().forEach(annotate -> taken.addAll(Joins.multiplying(annotate.term())));
        items.forEach(item -> taken.addAll(Joins.multiplying(item.term())));
        query.order().forEach(order -> taken.addAll(Joins.multiplying(order.value())));
        Frame frame = frame(
                query, statement, around, Kept.of(query, taken, query.clauses().size()));
        frame.once = !taken.isEmpty();
        return frame;
    }

    /** Whether a query has aggregates, so that its rows are groups. */
    private static boolean isAggregated(Query query, List<Projection.Item> items) {
        return query.clauses().stream().anyMatch(clause -> TermWalk.isAggregated(term(clause)))
                || items.stream().anyMatch(item -> TermWalk.isAggregated(item.term()))
                || query.ordering().stream().anyMatch(order -> TermWalk.isAggregated(order.value()));
    }

    /** Whether a query leaves out rows by functions over windows. */
    static boolean windowed(Query query) {
        return query.clauses().stream()
                .anyMatch(clause -> clause instanceof Clause.Filter && TermWalk.isWindowed(term(clause)));
    }

    private static Term term(Clause clause) {
        return switch (clause) {
            case Clause.Filter filter -> filter.condition();
            case Clause.Annotate annotate -> annotate.term();
        };
    }

    /** A subquery of one value, of one row. */
    Select scalar(Query query, Scope around) {
        Term term = QueryWalk.onlyValue(query);
        Query first = query.slice().isEverything() ? query.withSlice(new Slice(0, 1)) : query;
        Rows rows = rows(first, List.of(item(term)), Statement.around(around), around);
        return rows.finish(List.of(new Output(rows.value(term), null)));
    }

    /** A subquery of which only matters whether it has a row. */
    Select existence(Query query, Scope around) {
        Query unordered = query.slice().offset() == 0 ? query.orderedBy(List.of()) : query;
        List<Projection.Item> items =
                query.projection() instanceof Projection.Values values ? values.items() : List.of();
        Rows rows = rows(unordered, items, Statement.around(around), around);
        if (rows instanceof Frame frame
                && frame.windowed.isEmpty()
                && query.slice().isEverything()) {
            return RelatedRows.existence(frame.select);
        }
        return rows.finish(List.of(new Output(new SqlExpr.Constant(1), null)));
    }

    private static Projection.Item item(Term term) {
        return new Projection.Item("", term);
    }

    /** Whether a value is among those of a subquery, which are never NULL, so that the negation means what it says. */
    SqlExpr.InSelect in(SqlExpr value, Query query, Scope around) {
        Term only = QueryWalk.onlyValue(query);
        List<Term> terms = only instanceof Term.Tuple tuple ? List.copyOf(tuple.parts()) : List.of(only);
        int columns = value instanceof SqlExpr.Row row ? row.values().size() : 1;
        if (columns != terms.size()) {
            throw new QueryException("A value of " + columns + " columns cannot be among '" + only
                    + "', of which there are " + terms.size() + ".\nin query: " + query);
        }
        boolean whole = query.slice().isEverything() && query.distinctOn().isEmpty();
        Query asked = whole ? query.orderedBy(List.of()) : query;
        if (!whole && CorrelatedSlice.isNeeded(query)) {
            return CorrelatedSlice.in(this, value, query, only, around);
        }
        Statement statement = Statement.around(around);
        Rows rows = rows(asked, List.of(item(only)), statement, around);
        List<SqlExpr> given = terms.stream().map(rows::value).toList();
        boolean mayBeNull =
                !(rows instanceof Frame frame) || terms.stream().anyMatch(term -> mayBeNull(term, frame.scope));
        if (rows instanceof Frame frame && whole && frame.windowed.isEmpty() && !frame.once) {
            if (mayBeNull) {
                given.forEach(part -> frame.select.where(new SqlExpr.NullCheck(part, true)));
            }
            Clauses clauses = new Clauses();
            given.forEach(part -> clauses.outputs.add(new Output(part, null)));
            return new SqlExpr.InSelect(value, frame.select.build(clauses));
        }
        if (whole && mayBeNull) {
            given.forEach(part -> rows.restrict(new SqlExpr.NullCheck(part, true)));
            mayBeNull = false;
        }
        Select select =
                rows.finish(given.stream().map(part -> new Output(part, null)).toList());
        if (select.outputs().size() == terms.size() && !mayBeNull) {
            return new SqlExpr.InSelect(value, select);
        }
        String part = statement.aliases().next("part");
        List<String> names = new ArrayList<>();
        List<Output> outputs = new ArrayList<>();
        List<SqlExpr> present = new ArrayList<>();
        for (Term term : terms) {
            String name = FromItem.KeyList.value(names.size());
            ColumnRef column = new ColumnRef(part, name, term.type().storage());
            names.add(name);
            outputs.add(new Output(column, null));
            present.add(new SqlExpr.NullCheck(column, true));
        }
        return new SqlExpr.InSelect(
                value,
                new Select(
                        false,
                        outputs,
                        new FromItem.Derived(select.withNames(names), part),
                        List.of(),
                        SelectBuilder.conjunction(present),
                        List.of(),
                        null,
                        List.of(),
                        null,
                        null));
    }

    static boolean mayBeNull(Term term, Scope scope) {
        if (!(term instanceof Term.Column column)) {
            return true;
        }
        Node node = scope.resolve(column.path());
        return column.attribute().is(ColumnAttribute.Trait.NULLABLE)
                || !node.meta().has(column.attribute().index())
                || node.isOuter();
    }

    /** The rows of an entity; conditions on what is not complete yet are left to the caller. */
    Frame frame(Query query, Statement statement, @Nullable Scope around, Kept kept) {
        Owners owners = query.owners();
        Node root = root(query, statement);
        SelectBuilder select = root.select();
        Lowering lowering = new Lowering(this, query, statement, Lowering.Given.NOTHING);
        List<Path> joined = kept.isEverything() ? null : List.of();
        Scope scope = new Scope(Path.of(query.entity()), root, Scope.LATEST, around, joined, lowering);
        Frame frame = new Frame(query, select, scope, lowering);
        if (owners != null) {
            List<ColumnRef> ownerKey = ownerKey(owners, root);
            ToManyAttribute back = owners.isOne() ? inverse(owners.relation()) : null;
            if (back != null) {
                root.joined(back, FIRST_CALL, ownerKey);
            }
            frame.owner = restrict(frame, owners, ownerKey);
        }
        int group = FIRST_CALL - 1;
        for (int at = 0; at < query.clauses().size(); at++) {
            switch (query.clauses().get(at)) {
                case Clause.Filter filter -> {
                    group++;
                    filter(frame, filter, scope.inGroup(group).keeping(kept.by(at)));
                }
                case Clause.Annotate annotate -> {
                    if (kept.isEverything() && TermWalk.spansMany(annotate.term())) {
                        lowering.remember(annotate.term(), lowering.value(annotate.term(), scope));
                    }
                }
            }
        }
        return frame;
    }

    private static void filter(Frame frame, Clause.Filter filter, Scope scope) {
        List<Term> plain = new ArrayList<>();
        for (Term term : GroupKeys.conjuncts(filter)) {
            if (TermWalk.isWindowed(term)) {
                frame.windowed.add(term);
            } else if (frame.query.grouping() != null && TermWalk.isAggregated(term)) {
                frame.having.add(term);
            } else {
                plain.add(term);
            }
        }
        if (scope.asks() && plain.size() > 1) {
            // Conditions of one call that speak of the same relation are asked together.
            SqlExpr together = frame.lowering.condition(new Term.And(plain), scope);
            Lowering.restrict(frame.select, together);
            return;
        }
        for (Term term : plain) {
            Lowering.restrict(frame.select, frame.lowering.condition(term, scope));
        }
    }

    /** The same link table seen from the other side, or null where there is none or it has no name. */
    static @Nullable ToManyAttribute inverse(RelationAttribute relation) {
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

    /**
     * Takes the rows of some owners, and gives what tells to which a row belongs: its key, or the position of that; null where
     * nobody asks for it.
     */
    private static @Nullable ColumnRef restrict(Frame frame, Owners owners, List<ColumnRef> key) {
        SelectBuilder select = frame.select;
        return switch (owners.keys()) {
            case Term.ListSlot slot
            when owners.isByPosition() ->
                select.joinKeys(List.of(parameter(slot)), key).position();
            case Term.RowSlots slots ->
                select.joinKeys(Lowering.parameters(slots), key).position();
            case Term.ListSlot slot -> {
                select.where(new SqlExpr.InParameter(
                        key.getFirst(), slot.index(), slot.type().storage(), true));
                yield key.getFirst();
            }
            case Term.OneOf one -> {
                SqlExpr value = frame.value(one.value());
                select.where(Node.equal(key, value instanceof SqlExpr.Row row ? row.values() : List.of(value)));
                yield key.getFirst();
            }
            case Term.OneRow row -> {
                List<SqlExpr> values = row.columns().stream().map(frame::value).toList();
                select.where(Node.equal(key, values));
                yield null;
            }
            case Term.Values other ->
                throw new IllegalStateException("owners are given by their keys, not by " + other);
        };
    }

    private static SqlExpr.Parameter parameter(Term.ListSlot slot) {
        return new SqlExpr.Parameter(slot.index(), slot.type().storage());
    }

    /** The rows that a query begins with: those of its entity, or of the link table that leads there from its owners. */
    private Node root(Query query, Statement statement) {
        Owners owners = query.owners();
        EntityMeta<?> entity = query.entity();
        Aliases aliases = statement.aliases();
        Set<String> tables = statement.tables();
        LinkTable link = owners == null ? null : link(owners.relation());
        if (query.source() != null) {
            if (link != null) {
                throw new UnsupportedFeatureException("The rows of a relation over a link table cannot be read from a"
                        + " queryset that is a table: filter by isIn(...) of it instead.\nin query: " + query);
            }
            return statement.sources().rows(this, query.source(), statement);
        }
        return owners == null || link == null
                ? Node.rows(new SelectBuilder(entity.table(), Node.wish(entity), aliases, tables), entity)
                : Node.behindLink(
                        new SelectBuilder(link.table(), owners.relation().name() + "_link", aliases, tables),
                        entity,
                        link);
    }

    private static @Nullable LinkTable link(RelationAttribute relation) {
        return relation instanceof ToManyAttribute many ? many.link() : null;
    }

    /** Where the key of a row's owner stands: in the row itself, or in the link table. */
    private static List<ColumnRef> ownerKey(Owners owners, Node root) {
        LinkTable link = link(owners.relation());
        if (link != null) {
            return Node.references(
                    root.select().alias(), link.ownerColumns(), owners.owner().key());
        }
        return switch (owners.relation()) {
            case ToOneAttribute toOne
            when toOne.isOwning() -> root.columns(root.meta().key());
            case ToOneAttribute reverse -> root.columns(reverse.mappedBy().foreignKey());
            case ToManyAttribute many ->
                root.columns(((ToOneAttribute) Objects.requireNonNull(many.inverse())).foreignKey());
        };
    }

    private Planned combinedObjects(Query query, Projection.Entities entities, Statement statement) {
        if (!entities.related().isEmpty()) {
            throw new UnsupportedFeatureException(
                    "Combined queries give objects without related ones: prefetch them in the first query.\nin query: "
                            + query);
        }
        List<Projection.Item> items = columns(query);
        CombinedRows rows = CombinedRows.of(this, query, items, statement, null);
        EntityMeta<?> meta = query.entity();
        List<Output> outputs = new ArrayList<>();
        List<ValueColumn> annotations = new ArrayList<>();
        int keyColumn = 1;
        long columns = 0;
        for (Projection.Item item : items) {
            outputs.add(new Output(rows.value(item.term()), null));
            if (item.term() instanceof Term.Column column && column.path().isRoot() && annotations.isEmpty()) {
                keyColumn = column.attribute() == meta.key().first() ? outputs.size() : keyColumn;
                columns |= column.attribute().bit();
            } else {
                annotations.add(
                        new ValueColumn(outputs.size(), item.term().type().widened(), item.name()));
            }
        }
        EntityNode node = new EntityNode(meta, null, columns, 1, keyColumn, List.of());
        return statement.planned(rows.finish(outputs), new RowShape.Objects(node, null, annotations));
    }

    private Planned objects(Frame frame, Projection.Entities entities, Statement statement) {
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
        for (Clause.Annotate annotate : query.givenAnnotations()) {
            if (TermWalk.spansMany(annotate.term())) {
                throw new QueryException(
                        "The annotation '" + annotate.name() + "' would give an object once for each of"
                                + " many rows. Take values(...), or an aggregate such as max().\nin query: " + query);
            }
            outputs.add(new Output(frame.lowering.value(annotate.term(), frame.scope), annotate.name()));
            annotations.add(
                    new ValueColumn(outputs.size(), annotate.term().type().widened(), annotate.name()));
        }
        return statement.planned(frame.finish(outputs), new RowShape.Objects(shape, owner, annotations));
    }

    private EntityNode entityNode(Frame frame, Tree tree, ColumnChoice choice, List<Output> outputs) {
        Node node = frame.scope.resolve(tree.path);
        EntityMeta<?> meta = node.meta();
        long columns = chosen(meta, tree, choice) | meta.alwaysRead();
        int first = outputs.size() + 1;
        int keyColumn = first;
        node.table();
        for (ColumnAttribute column : meta.columnsOfRows()) {
            if (column == meta.key().first()) {
                keyColumn = outputs.size() + 1;
            }
            if ((columns & column.bit()) != 0) {
                outputs.add(new Output(node.value(column), null));
            }
        }
        List<EntityNode> joined = new ArrayList<>(tree.children.size());
        for (Tree child : tree.children) {
            joined.add(entityNode(frame, child, choice, outputs));
        }
        return new EntityNode(meta, tree.relation, columns, first, keyColumn, joined);
    }

    /** The columns of the entity at the end of a path that are read with its objects. */
    static long chosen(Path path, ColumnChoice choice) {
        long only = bits(path, choice.only());
        long columns = only != 0
                ? only | foreignKeys(path, choice.only())
                : path.target().eagerColumns();
        return columns & ~bits(path, choice.deferred());
    }

    /** The foreign keys that lead on from a path to the chosen columns of related objects. */
    private static long foreignKeys(Path path, List<Term.Column> columns) {
        int depth = path.steps().size();
        long bits = 0;
        for (Term.Column column : columns) {
            List<RelationAttribute> steps = column.path().steps();
            if (steps.size() > depth
                    && steps.subList(0, depth).equals(path.steps())
                    && steps.get(depth) instanceof ToOneAttribute relation
                    && relation.isOwning()) {
                bits |= relation.foreignKey().bits();
            }
        }
        return bits;
    }

    /** The columns of one entity: the foreign key of a joined relation is left out, the joined key says the same. */
    private static long chosen(EntityMeta<?> meta, Tree tree, ColumnChoice choice) {
        long columns = chosen(tree.path, choice);
        for (Tree child : tree.children) {
            if (child.relation != null && child.relation.isOwning()) {
                columns &= ~ownForeignKey(meta, child.relation);
            }
        }
        return columns;
    }

    /** The bits of the columns that are there for a relation only. */
    private static long ownForeignKey(EntityMeta<?> meta, ToOneAttribute relation) {
        long columns = 0;
        for (ColumnAttribute column : relation.foreignKey().columns()) {
            columns |= meta.relationOf(column) == relation ? column.bit() : 0;
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

    private Planned fields(Query query, List<Projection.Item> items, Statement statement) {
        Rows rows = rows(query, items, statement, null);
        List<Output> outputs = new ArrayList<>(items.size());
        List<ValueColumn> columns = new ArrayList<>(items.size());
        for (Projection.Item item : items) {
            if (item.term() instanceof Term.Tuple tuple) {
                columns.add(new ValueColumn(outputs.size() + 1, tuple.type(), item.name()));
                tuple.parts().forEach(part -> outputs.add(new Output(rows.value(part), null)));
                continue;
            }
            boolean plain = item.term() instanceof Term.Column;
            outputs.add(new Output(rows.value(item), plain ? null : item.name()));
            columns.add(new ValueColumn(outputs.size(), item.term().type().widened(), item.name()));
        }
        Owners owners = query.owners();
        if (owners != null && !owners.isOne() && rows instanceof Frame frame) {
            outputs.add(new Output(Objects.requireNonNull(frame.owner), null));
            columns.add(new ValueColumn(outputs.size(), owners.markType(), "owner"));
        }
        return statement.planned(rows.finish(outputs), new RowShape.Fields(columns));
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
