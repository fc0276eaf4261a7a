package org.fetchwise.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.fetchwise.error.ConstraintException;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.Write;
import org.fetchwise.spi.Origin;
import org.fetchwise.sql.Delete;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Insert;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.fetchwise.sql.SqlExpr.Comparison;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.transaction.TransactionOptions;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Changes which rows a to-many relation of one object leads to: link rows are inserted and deleted, or foreign keys set and
 * cleared. Safe for use by several threads.
 */
public final class RelatedWriter {
    private final WriteRunner runner;
    private final Statements statements;
    private final Reason reason;
    private final Owners owners;
    private final EntityMeta<?> target;
    private final Object ownerKey;

    /**
     * Creates a writer.
     *
     * @param runner runs the statements
     * @param owners the relation and its one owner
     * @param origin the line of the user's program that asked for it, or null where nobody listens
     */
    public RelatedWriter(WriteRunner runner, Owners owners, @Nullable Origin origin) {
        this.runner = runner;
        this.statements = runner.statements();
        this.reason = Reason.of(owners.relation().name(), origin);
        this.owners = owners;
        this.target = owners.relation().target();
        if (!(owners.keys() instanceof Term.OneOf one)
                || !(one.value() instanceof Term.Literal literal)
                || literal.value() == null) {
            throw new IllegalArgumentException("A relation is changed for one owner at a time.");
        }
        this.ownerKey = literal.value();
    }

    private @Nullable LinkTable link() {
        return owners.relation() instanceof ToManyAttribute many ? many.link() : null;
    }

    /** {@return the column of the related rows that holds the owner's key, or null where a link table does} */
    public @Nullable ColumnAttribute foreignKey() {
        RelationAttribute relation = owners.relation();
        return switch (relation) {
            case ToManyAttribute many when many.link() != null -> null;
            case ToManyAttribute many -> ((ToOneAttribute) Objects.requireNonNull(many.inverse())).foreignKey();
            case ToOneAttribute reverse -> reverse.mappedBy().foreignKey();
        };
    }

    /** {@return the key of the object that has the relation} */
    public Object ownerKey() {
        return ownerKey;
    }

    /**
     * Adds rows to the relation; those that are in it stay as they are.
     *
     * @param keys the keys of rows that exist
     */
    public void add(Collection<?> keys) {
        if (keys.isEmpty()) {
            return;
        }
        Positions positions = positions();
        if (positions == null) {
            attach(keys);
        } else {
            reorder(positions, before -> {
                Set<Object> all = new LinkedHashSet<>(before);
                all.addAll(keys);
                return new ArrayList<>(all);
            });
        }
    }

    /** The positions of the rows, where the relation keeps them; those of the other side's are not to be guessed. */
    private @Nullable Positions positions() {
        if (owners.relation() instanceof ToManyAttribute many
                && many.inverse() instanceof ToManyAttribute other
                && other.orderColumn() != null) {
            throw new QueryException("The rows of " + owners.owner() + "." + many + " have positions among those of "
                    + target + "." + other + ": change it from there, with db.related(…, …." + other + "()).");
        }
        return Positions.of(runner, owners, ownerKey, reason);
    }

    /** Gives the relation another order, and thereby perhaps other rows. */
    private void reorder(Positions positions, UnaryOperator<List<Object>> change) {
        statements.blocks().<@Nullable Void>run(TransactionOptions.STANDARD, () -> {
            List<Object> before = positions.present();
            List<Object> after = change.apply(before);
            List<Object> added = without(after, before);
            List<Object> removed = without(before, after);
            LinkTable link = link();
            if (link != null && !after.equals(before)) {
                linked(() -> positions.relink(link, after), added, removed);
            } else if (link == null) {
                detach(removed);
                positions.forget(removed);
                attach(added);
                positions.number(before, after);
            }
            return null;
        });
    }

    private static List<Object> without(List<Object> keys, List<Object> others) {
        Set<Object> left = new LinkedHashSet<>(keys);
        others.forEach(left::remove);
        return new ArrayList<>(left);
    }

    private void attach(Collection<?> keys) {
        if (keys.isEmpty()) {
            return;
        }
        LinkTable link = link();
        if (link == null) {
            ColumnAttribute column = Objects.requireNonNull(foreignKey());
            runner.queried().update(set(byKeys(keys), column, ownerKey), new ArrayList<>(keys), reason);
        } else {
            linked(() -> link(linking(link), slots(keys)), keys, List.of());
        }
    }

    /** Runs a statement on the link table, and tells both ends of it. */
    private void linked(LongSupplier statement, Collection<?> added, @Nullable Collection<?> removed) {
        ToManyAttribute relation = (ToManyAttribute) owners.relation();
        Announcements announcements = runner.announcements();
        announcements.<@Nullable Void>together(
                owners.owner(),
                () -> announcements.together(target, () -> {
                    if (statement.getAsLong() > 0) {
                        announcements.links(owners.owner(), relation, List.of(ownerKey), added, removed);
                    }
                    return null;
                }));
    }

    /** Another thread may link the same rows at the same time; outside a transaction the second try finds what it did. */
    private long link(Insert linking, @Nullable Object[] slots) {
        try {
            return statements.write(linking, slots, reason);
        } catch (ConstraintException failure) {
            if (failure.kind() != ConstraintException.Kind.UNIQUE
                    || statements.blocks().current() != null) {
                throw failure;
            }
            return statements.write(linking, slots, reason);
        }
    }

    /**
     * Takes rows out of the relation; they themselves stay.
     *
     * @param keys the keys of the rows; those that are not in it do not matter
     */
    public void remove(Collection<?> keys) {
        Positions positions = keys.isEmpty() ? null : positions();
        if (positions == null) {
            detach(keys);
        } else {
            reorder(positions, before -> without(before, new ArrayList<>(keys)));
        }
    }

    private void detach(Collection<?> keys) {
        if (keys.isEmpty()) {
            return;
        }
        LinkTable link = link();
        if (link == null) {
            ColumnAttribute column = clearable("remove");
            runner.queried().update(set(ofOwner(byKeys(keys), column), column, null), reason);
        } else {
            StorageType type = target.key().type().storage();
            SqlExpr among = new SqlExpr.InParameter(new ColumnRef("link", link.targetColumn(), type), 1, type);
            SqlExpr where = new SqlExpr.AllOf(List.of(ownedBy("link", link), among));
            Delete delete = new Delete(new FromItem.Table(link.table(), "link"), where);
            linked(() -> statements.write(delete, slots(keys), reason), List.of(), keys);
        }
    }

    /** Takes all rows out of the relation; they themselves stay. */
    public void clear() {
        Positions positions = link() == null ? positions() : null;
        if (positions != null) {
            reorder(positions, before -> List.of());
            return;
        }
        LinkTable link = link();
        if (link == null) {
            ColumnAttribute column = clearable("clear");
            Query all = Query.of(target).orderedBy(List.of());
            runner.queried().update(set(ofOwner(all, column), column, null), reason);
        } else {
            Delete delete = new Delete(new FromItem.Table(link.table(), "link"), ownedBy("link", link));
            linked(() -> statements.write(delete, slots(List.of()), reason), List.of(), null);
        }
    }

    /**
     * Makes the relation lead to certain rows and no others; what is so already is not written.
     *
     * @param keys the keys of rows that exist
     */
    public void set(Collection<?> keys) {
        Positions positions = positions();
        if (positions != null) {
            reorder(positions, before -> new ArrayList<>(new LinkedHashSet<>(keys)));
            return;
        }
        runner.statements().blocks().<@Nullable Void>run(TransactionOptions.STANDARD, () -> {
            Query present = Query.of(target).withOwners(owners).orderedBy(List.of());
            Set<Object> before = new LinkedHashSet<>(statements.keys(present, reason));
            Set<Object> wanted = new LinkedHashSet<>(keys);
            List<Object> surplus = new ArrayList<>(before);
            surplus.removeAll(wanted);
            wanted.removeAll(before);
            remove(surplus);
            add(wanted);
            return null;
        });
    }

    private ColumnAttribute clearable(String method) {
        ColumnAttribute column = Objects.requireNonNull(foreignKey());
        if (!column.is(Trait.NULLABLE)) {
            throw new QueryException(method + " would leave a " + target + " without its " + target.relationOf(column)
                    + ", which it must have. Delete the rows, or add them to another " + owners.owner() + ".");
        }
        return column;
    }

    private Query byKeys(Collection<?> keys) {
        Term.Column key = new Term.Column(Path.of(target), target.key());
        Term among = new Term.In(key, new Term.ListOf(new ArrayList<>(keys), key.type()));
        return Query.of(target).orderedBy(List.of()).with(new Clause.Filter(among));
    }

    private Query ofOwner(Query query, ColumnAttribute column) {
        Term.Column foreignKey = new Term.Column(Path.of(target), column);
        return query.with(new Clause.Filter(
                new Term.Compare(ComparisonOperator.EQUAL, foreignKey, new Term.Literal(ownerKey, column.type()))));
    }

    private static Write.Updating set(Query rows, ColumnAttribute column, @Nullable Object value) {
        return new Write.Updating(rows, List.of(new Write.SetColumn(column, new Term.Literal(value, column.type()))));
    }

    /** Links the owner with those of some rows that it is not linked with yet. */
    private Insert linking(LinkTable link) {
        StorageType ownerType = owners.owner().key().type().storage();
        StorageType type = target.key().type().storage();
        ColumnRef key = new ColumnRef("target", target.key().column(), type);
        SqlExpr linked =
                new Comparison(ComparisonOperator.EQUAL, new ColumnRef("link", link.targetColumn(), type), key);
        Select existing = select(
                new SqlExpr.Constant(1),
                new FromItem.Table(link.table(), "link"),
                List.of(ownedBy("link", link), linked));
        Select added = select(
                key,
                new FromItem.Table(target.table(), "target"),
                List.of(new SqlExpr.InParameter(key, 1, type), new SqlExpr.Negation(new SqlExpr.Exists(existing))));
        List<Output> outputs = List.of(
                new Output(new SqlExpr.Parameter(0, ownerType), null),
                added.outputs().getFirst());
        Select rows = new Select(
                false, outputs, added.from(), List.of(), added.where(), List.of(), null, List.of(), null, null);
        return new Insert(
                link.table(), List.of(link.ownerColumn(), link.targetColumn()), new Insert.Selected(rows), List.of());
    }

    private static Select select(SqlExpr output, FromItem from, List<SqlExpr> where) {
        return new Select(
                false,
                List.of(new Output(output, null)),
                from,
                List.of(),
                new SqlExpr.AllOf(where),
                List.of(),
                null,
                List.of(),
                null,
                null);
    }

    private SqlExpr ownedBy(String alias, LinkTable link) {
        StorageType type = owners.owner().key().type().storage();
        return new Comparison(
                ComparisonOperator.EQUAL,
                new ColumnRef(alias, link.ownerColumn(), type),
                new SqlExpr.Parameter(0, type));
    }

    private @Nullable Object[] slots(Collection<?> keys) {
        List<@Nullable Object> stored = new ArrayList<>(keys.size());
        for (Object key : keys) {
            stored.add(target.key().type().stored(key));
        }
        return new Object[] {owners.owner().key().type().stored(ownerKey), stored};
    }
}
