package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Inheritance;
import org.fetchwise.meta.KeyColumns;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.fetchwise.sql.SqlExpr.Comparison;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an entity at the end of a path, within one SELECT. A table is joined when a column of it is first needed; the
 * key often stands in a foreign key or a link table already. Mutable; serves one statement.
 */
final class Node {
    private final SelectBuilder select;
    private final EntityMeta<?> meta;
    private final @Nullable Node parent;
    private final @Nullable RelationAttribute relation;
    private final boolean outer;
    private final Map<Step, Node> children = new HashMap<>();
    private final Map<RelationAttribute, Node> latest = new HashMap<>();
    private @Nullable String alias;
    private @Nullable List<ColumnRef> linkKey;

    /** The entity whose table {@link #alias} names: another than the node's where that has several, and a relation ends elsewhere. */
    private EntityMeta<?> entry;

    /** The further tables that the rows stand in. */
    private final Map<EntityMeta<?>, String> further = new HashMap<>();

    /** Whether one table has all columns, because it is the result of another SELECT. */
    private boolean whole;

    /** Whether no other table can be joined, because a join itself asks for the columns. */
    private boolean alone;

    private @Nullable Scope around;

    /** The columns that the rows of a queryset do not have. */
    private long missing;

    private Node(
            SelectBuilder select,
            EntityMeta<?> meta,
            @Nullable Node parent,
            @Nullable RelationAttribute relation,
            boolean outer) {
        this.select = select;
        this.meta = meta;
        this.entry = meta;
        this.parent = parent;
        this.relation = relation;
        this.outer = outer;
    }

    /** The rows that a SELECT begins with. */
    static Node root(SelectBuilder select, EntityMeta<?> meta) {
        Node node = new Node(select, meta, null, null, false);
        node.alias = select.alias();
        node.whole = true;
        return node;
    }

    /** The rows of a queryset that a SELECT begins with, which have some columns of the entity's. */
    static Node ofSource(SelectBuilder select, EntityMeta<?> meta, long columns) {
        Node node = root(select, meta);
        node.missing = ~columns;
        return node;
    }

    /** The rows of an entity's table that a SELECT begins with: those of the entity alone, where others stand there, too. */
    static Node rows(SelectBuilder select, EntityMeta<?> meta) {
        Node node = root(select, meta);
        node.whole = false;
        SqlExpr type = ofType(meta, select.alias());
        if (type != null) {
            select.where(type);
        }
        return node;
    }

    /** That a row of a table is of an entity, null where all of them are. */
    private static @Nullable SqlExpr ofType(EntityMeta<?> meta, String alias) {
        Inheritance place = meta.inheritance();
        if (place == null || !meta.isNarrowed() || meta.isJoined()) {
            return null;
        }
        ColumnAttribute type = place.discriminator();
        ColumnRef column = new ColumnRef(alias, type.column(), type.type().storage());
        List<SqlExpr> values = meta.discriminatorValues().stream()
                .map(value -> equal(
                        column,
                        value instanceof Number ? new SqlExpr.Constant(value) : new SqlExpr.Declared(value.toString())))
                .toList();
        return values.size() == 1 ? values.getFirst() : new SqlExpr.AnyOf(values);
    }

    /** The rows behind a link table that a SELECT begins with. */
    static Node behindLink(SelectBuilder select, EntityMeta<?> meta, LinkTable link) {
        return ofKeys(select, meta, references(select.alias(), link.targetColumns(), meta.key()));
    }

    /** The rows whose keys another table holds that a SELECT begins with. */
    static Node ofKeys(SelectBuilder select, EntityMeta<?> meta, List<ColumnRef> key) {
        Node node = new Node(select, meta, null, null, false);
        node.linkKey = key;
        return node;
    }

    EntityMeta<?> meta() {
        return meta;
    }

    SelectBuilder select() {
        return select;
    }

    /** Whether there may be no row where a row of the root is. */
    boolean isOuter() {
        return outer;
    }

    /**
     * The node one relation further.
     *
     * @param step the relation
     * @param group to-many relations are joined once for each call of filter; {@link Scope#LATEST} takes the join of the last
     *     such call, as all that is no filter does. To-one relations are joined once
     * @param around where the conditions of relations are lowered
     */
    Node step(RelationAttribute step, int group, Scope around) {
        boolean many = step instanceof ToManyAttribute;
        Node last = latest.get(step);
        if (last != null && (!many || group == Scope.LATEST)) {
            return last;
        }
        Node next = children.computeIfAbsent(
                new Step(step, many ? group : Scope.LATEST),
                key -> new Node(select, step.target(), this, step, outer || mayBeMissing(step)));
        next.around = around;
        latest.put(step, next);
        return next;
    }

    /** Says that a relation over a link table is joined already. */
    void joined(ToManyAttribute step, int group, List<ColumnRef> key) {
        Node next = new Node(select, step.target(), this, step, false);
        next.linkKey = key;
        children.put(new Step(step, group), next);
        latest.put(step, next);
    }

    /** Whether a to-many relation has been joined for a group. */
    boolean isJoined(RelationAttribute toMany, int group) {
        Node joined = children.get(new Step(toMany, group));
        return joined != null && (joined.alias != null || joined.linkKey != null);
    }

    private boolean mayBeMissing(RelationAttribute relation) {
        return !meta.has(relation.index()) || !(relation instanceof ToOneAttribute toOne) || toOne.isNullable();
    }

    /** A column; the table is joined unless the value stands nearer. */
    ColumnRef column(ColumnAttribute column) {
        int part = alias == null || meta.isJoined() ? partOfKey(column) : -1;
        if (part >= 0 && alias == null) {
            if (linkKey != null) {
                return linkKey.get(part);
            }
            if (parent != null && relation instanceof ToOneAttribute toOne && toOne.isOwning()) {
                return parent.column(toOne.foreignKey().columns().get(part));
            }
            if (parent != null && relation instanceof ToManyAttribute toMany && toMany.link() != null) {
                return joinLink(parent, toMany.link()).get(part);
            }
        }
        if ((missing & column.bit()) != 0) {
            throw new QueryException("The rows that are read as a table called '" + alias + "' are without '"
                    + column.name() + "' of " + meta + ". Name it in only(...) before asTable(...).");
        }
        String table = table();
        if (!meta.isJoined() || whole) {
            return new ColumnRef(table, column.column(), column.type().storage());
        }
        return part >= 0
                ? keyOf(table, entry).get(part)
                : new ColumnRef(
                        tableOf(meta.tableOwner(column.index())),
                        column.column(),
                        column.type().storage());
    }

    /** A column, or what tells the class of a row where no column does. */
    SqlExpr value(ColumnAttribute column) {
        Inheritance place = meta.inheritance();
        if (place == null
                || whole
                || !place.isComputed()
                || column.index() != place.discriminator().index()) {
            return column(column);
        }
        List<SqlExpr.When> branches = new ArrayList<>();
        for (EntityMeta<?> below : meta.withSubclasses().reversed()) {
            Inheritance its = Objects.requireNonNull(below.inheritance());
            if (below != meta && its.value() != null) {
                SqlExpr key = keyOf(tableOf(below), below).getFirst();
                branches.add(new SqlExpr.When(new SqlExpr.NullCheck(key, true), new SqlExpr.Constant(its.value())));
            }
        }
        SqlExpr own = new SqlExpr.Constant(place.value());
        return branches.isEmpty() ? own : new SqlExpr.Case(branches, own, StorageType.INTEGER);
    }

    private static List<ColumnRef> keyOf(String table, EntityMeta<?> entity) {
        return references(table, entity.key().names(), entity.key());
    }

    /** The alias of the table with the attributes that an entity adds; not every row stands in one of an entity below. */
    private String tableOf(EntityMeta<?> owner) {
        String first = table();
        if (owner == entry) {
            return first;
        }
        String known = further.get(owner);
        if (alone) {
            throw new UnsupportedFeatureException(
                    "A condition within a join takes columns of the table " + entry.table()
                            + ", but those of " + owner + " stand in the table " + owner.table()
                            + ". Write the condition with filter(...).");
        }
        if (known == null) {
            List<ColumnRef> key = keyOf(first, entry);
            known = select.join(
                    outer || !meta.isA(owner), owner.table(), wish(owner), first, at -> equal(keyOf(at, owner), key));
            further.put(owner, known);
        }
        return known;
    }

    /** The place of a column in the key, also as an entity that extends this one has it; -1 where it is no part of it. */
    private int partOfKey(ColumnAttribute column) {
        List<ColumnAttribute> key = meta.key().columns();
        for (int part = 0; part < key.size(); part++) {
            if (key.get(part).index() == column.index()) {
                return part;
            }
        }
        return -1;
    }

    /** Columns, each as {@link #column} gives it. */
    List<ColumnRef> columns(KeyColumns key) {
        return key.columns().stream().map(this::column).toList();
    }

    /** The alias of the joined table. */
    String table() {
        if (alias == null) {
            alias = join();
        }
        return alias;
    }

    private String join() {
        if (parent == null) {
            return join(false, wish(meta), meta.key(), Objects.requireNonNull(linkKey));
        }
        RelationAttribute step = Objects.requireNonNull(relation);
        return switch (step) {
            case ToOneAttribute toOne
            when toOne.isOwning() -> join(outer, toOne.name(), meta.key(), parent.columns(toOne.foreignKey()));
            case ToOneAttribute toOne -> joinBack(toOne, toOne.mappedBy().foreignKey(), parent);
            case ToManyAttribute toMany
            when toMany.inverse() instanceof ToOneAttribute back -> joinBack(toMany, back.foreignKey(), parent);
            case ToManyAttribute toMany -> {
                List<ColumnRef> link =
                        linkKey != null ? linkKey : joinLink(parent, Objects.requireNonNull(toMany.link()));
                yield join(outer, toMany.name(), meta.key(), link);
            }
        };
    }

    private String joinBack(RelationAttribute step, KeyColumns foreignKey, Node owner) {
        entry = meta.tableOwner(foreignKey.first().index());
        alias = join(outer, step.name(), foreignKey, owner.columns(owner.meta.key()));
        if (!entry.isA(meta) && !outer) {
            tableOf(meta);
        }
        return alias;
    }

    /** Joins the table where its columns equal those of another. */
    private String join(boolean optional, String wish, KeyColumns own, List<ColumnRef> others) {
        boolean linked = relation instanceof ToManyAttribute many && many.link() != null;
        return select.join(optional, entry.table(), wish, others.getFirst().alias(), at -> {
            SqlExpr partners = equal(references(at, own.names(), own), others);
            SqlExpr type = !entry.isA(meta) && outer ? inTable(at) : ofType(meta, at);
            SqlExpr ofType = fulfilling(partners, type);
            return linked ? ofType : fulfilling(ofType, FilteredRows.condition(relation, at, around));
        });
    }

    /** That a row of the table of an entity above stands in that of the node's, too. */
    private SqlExpr inTable(String at) {
        FromItem.Table table = new FromItem.Table(meta.table(), select.aliases().next(wish(meta)));
        select.tables().add(meta.table());
        return new SqlExpr.Exists(new Select(
                false,
                List.of(new Output(new SqlExpr.Constant(1), null)),
                table,
                List.of(),
                equal(keyOf(table.alias(), meta), keyOf(at, entry)),
                List.of(),
                null,
                List.of(),
                null,
                null));
    }

    private List<ColumnRef> joinLink(Node owner, LinkTable link) {
        KeyColumns key = owner.meta.key();
        List<ColumnRef> ownerKey = owner.columns(key);
        String at = select.join(
                outer,
                link.table(),
                Objects.requireNonNull(relation).name() + "_link",
                ownerKey.getFirst().alias(),
                name -> fulfilling(
                        equal(references(name, link.ownerColumns(), key), ownerKey),
                        FilteredRows.among(relation, references(name, link.targetColumns(), meta.key()), around)));
        List<ColumnRef> joined = references(at, link.targetColumns(), meta.key());
        linkKey = joined;
        return joined;
    }

    private static SqlExpr fulfilling(SqlExpr partners, @Nullable SqlExpr condition) {
        return condition == null ? partners : new SqlExpr.AllOf(List.of(partners, condition));
    }

    /** The rows of a table under an alias. */
    static Node at(SelectBuilder select, EntityMeta<?> meta, String alias) {
        Node node = new Node(select, meta, null, null, false);
        node.alias = alias;
        node.alone = true;
        return node;
    }

    /** The name that the rows of an entity are given where no relation names them. */
    static String wish(EntityMeta<?> meta) {
        return Character.toLowerCase(meta.name().charAt(0)) + meta.name().substring(1);
    }

    static SqlExpr equal(SqlExpr left, SqlExpr right) {
        return new Comparison(ComparisonOperator.EQUAL, left, right);
    }

    /** That columns equal others, each the one in its place. */
    static SqlExpr equal(List<? extends SqlExpr> left, List<? extends SqlExpr> right) {
        List<SqlExpr> pairs = new ArrayList<>(left.size());
        for (int at = 0; at < left.size(); at++) {
            pairs.add(equal(left.get(at), right.get(at)));
        }
        return pairs.size() == 1 ? pairs.getFirst() : new SqlExpr.AllOf(pairs);
    }

    /** Columns of a table, each of the type of the one in its place in a key. */
    static List<ColumnRef> references(String table, List<String> columns, KeyColumns key) {
        List<ColumnRef> references = new ArrayList<>(columns.size());
        for (int at = 0; at < columns.size(); at++) {
            StorageType type = key.columns().get(at).type().storage();
            references.add(new ColumnRef(table, columns.get(at), type));
        }
        return references;
    }

    /** A relation and the group that may share its join. */
    private record Step(RelationAttribute relation, int group) {}
}
