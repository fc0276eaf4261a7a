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
import org.fetchwise.error.NotFoundException;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyColumns;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.Write;
import org.fetchwise.spi.Origin;
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

    /** {@return the columns of the related rows that hold the owner's key, or null where a link table does} */
    public @Nullable KeyColumns foreignKey() {
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
        add(keys, List.of());
    }

    /**
     * Adds rows to the relation, and gives the rows that link them with the owner values of their own; those that are in it stay
     * as they are.
     *
     * @param keys the keys of rows that exist
     * @param values columns of {@link #linkEntity()} and constant values
     */
    public void add(Collection<?> keys, List<Write.SetColumn> values) {
        if (!values.isEmpty()) {
            required().refuseEnds(values);
        }
        if (keys.isEmpty()) {
            return;
        }
        Positions positions = positions();
        if (positions == null) {
            attach(new LinkedHashSet<>(keys), values);
        } else if (!values.isEmpty()) {
            throw new QueryException("The rows between " + owners.owner() + " and its " + owners.relation()
                    + " are written anew where their positions change: create objects of " + linkEntity()
                    + " to give them values.");
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
                attach(added, List.of());
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

    private void attach(Collection<?> keys, List<Write.SetColumn> values) {
        if (keys.isEmpty()) {
            return;
        }
        LinkTable link = link();
        if (link == null) {
            KeyColumns columns = Objects.requireNonNull(foreignKey());
            runner.queried()
                    .update(
                            new Write.Updating(byKeys(keys), Write.SetColumn.referring(columns, ownerKey)),
                            new ArrayList<>(keys),
                            reason);
            return;
        }
        LinkEntity<?> through = through(link);
        if (through == null || (values.isEmpty() && through.isBare(runner.announcements()))) {
            LinkStatements links = links(link);
            linked(
                    () -> link(() -> statements.write(links.linking(), links.slots(ownerKey, keys), reason)),
                    keys,
                    List.of());
        } else {
            linked(() -> link(() -> created(through, keys, values)), keys, List.of());
        }
    }

    /** Inserts the rows that are missing as those of the link table's own entity. */
    private long created(LinkEntity<?> through, Collection<?> keys, List<Write.SetColumn> values) {
        return statements.blocks().run(TransactionOptions.STANDARD, () -> {
            List<Object> there = statements.keys(byKeys(keys).withOwners(owners), reason);
            List<LinkEntity.Ends> missing = without(new ArrayList<>(keys), there).stream()
                    .map(key -> new LinkEntity.Ends(ownerKey, key))
                    .toList();
            return through.add(runner, missing, values, reason);
        });
    }

    private LinkStatements links(LinkTable link) {
        return new LinkStatements(link, owners.owner(), target);
    }

    private @Nullable LinkEntity<?> through(LinkTable link) {
        return LinkEntity.of(statements.references().over(link), link);
    }

    private LinkEntity<?> required() {
        LinkTable link = link();
        LinkEntity<?> through = link == null ? null : through(link);
        if (through == null) {
            throw new QueryException("Nothing stands between " + owners.owner() + " and its " + owners.relation()
                    + " that could have values: "
                    + (link == null
                            ? "the rows themselves refer to their " + owners.owner() + "."
                            : "map an entity over the table '" + link.table() + "', with a @ManyToOne to each end."));
        }
        return through;
    }

    /**
     * {@return the entity that is mapped over the link table}
     *
     * @throws QueryException if there is none
     */
    public EntityMeta<?> linkEntity() {
        return required().entity();
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
    private long link(LongSupplier linking) {
        try {
            return linking.getAsLong();
        } catch (ConstraintException failure) {
            if (failure.kind() != ConstraintException.Kind.UNIQUE
                    || statements.blocks().current() != null) {
                throw failure;
            }
            return linking.getAsLong();
        }
    }

    /**
     * Takes rows out of the relation; they themselves stay.
     *
     * @param keys the keys of the rows; those that are not linked with the owner do not matter
     * @throws NotFoundException if the rows refer to their owner themselves, and one of them does not; then none is taken out
     */
    public void remove(Collection<?> keys) {
        LinkTable link = link();
        if (link == null) {
            clearable("remove");
        }
        Positions positions = keys.isEmpty() ? null : positions();
        if (positions != null) {
            reorder(positions, before -> without(before, new ArrayList<>(keys)));
        } else if (link == null && !keys.isEmpty()) {
            Set<Object> distinct = new LinkedHashSet<>(keys);
            statements.blocks().<@Nullable Void>run(TransactionOptions.STANDARD, () -> {
                requireAll(release(distinct), distinct.size());
                return null;
            });
        } else {
            detach(keys);
        }
    }

    private void requireAll(long released, int wanted) {
        if (released < wanted) {
            throw new NotFoundException("Nothing was removed: " + (wanted - released) + " of these " + wanted
                    + " rows are not among the " + owners.relation() + " of this " + owners.owner()
                    + ". Leave them out, or set their " + back() + " with update(...).");
        }
    }

    /** Lets rows of the owner refer to none. */
    private long release(Collection<?> keys) {
        KeyColumns columns = clearable("remove");
        return runner.queried().update(cleared(ofOwner(byKeys(keys), columns), columns), reason);
    }

    private void detach(Collection<?> keys) {
        if (keys.isEmpty()) {
            return;
        }
        LinkTable link = link();
        if (link == null) {
            release(keys);
        } else {
            linked(() -> unlink(link, keys), List.of(), keys);
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
            KeyColumns columns = clearable("clear");
            Query all = Query.of(target).orderedBy(List.of());
            runner.queried().update(cleared(ofOwner(all, columns), columns), reason);
        } else {
            linked(() -> unlink(link, null), List.of(), null);
        }
    }

    /** Deletes link rows: as those of their own entity, where somebody hears of that or other rows go with them. */
    private long unlink(LinkTable link, @Nullable Collection<?> keys) {
        LinkEntity<?> through = through(link);
        if (through != null && through.isMissed(runner)) {
            return through.remove(runner, ownerKey, keys, reason);
        }
        LinkStatements links = links(link);
        return keys == null
                ? statements.write(links.partingFromAll(), links.slots(ownerKey), reason)
                : statements.write(links.parting(), links.slots(ownerKey, keys), reason);
    }

    /**
     * Makes the relation lead to certain rows and no others; what is so already is not written. Rows that must have an owner
     * cannot be left without one, so those that are not among these stay.
     *
     * @param keys the keys of rows that exist
     */
    public void set(Collection<?> keys) {
        Positions positions = positions();
        if (positions != null) {
            reorder(positions, before -> new ArrayList<>(new LinkedHashSet<>(keys)));
            return;
        }
        KeyColumns foreignKey = foreignKey();
        if (foreignKey != null && !foreignKey.isNullable()) {
            add(keys);
            return;
        }
        runner.statements().blocks().<@Nullable Void>run(TransactionOptions.STANDARD, () -> {
            Query present = Query.of(target).withOwners(owners).orderedBy(List.of());
            Set<Object> before = new LinkedHashSet<>(statements.keys(present, reason));
            Set<Object> wanted = new LinkedHashSet<>(keys);
            List<Object> surplus = new ArrayList<>(before);
            surplus.removeAll(wanted);
            wanted.removeAll(before);
            detach(surplus);
            add(wanted);
            return null;
        });
    }

    private KeyColumns clearable(String method) {
        KeyColumns columns = Objects.requireNonNull(foreignKey());
        if (!columns.isNullable()) {
            throw new QueryException(method + " would leave a " + target + " without its " + back()
                    + ", which it must have. Delete the rows, or add them to another " + owners.owner() + ".");
        }
        return columns;
    }

    /** The related rows' relation to the owner. */
    private @Nullable RelationAttribute back() {
        return switch (owners.relation()) {
            case ToManyAttribute many -> many.inverse();
            case ToOneAttribute reverse -> reverse.mappedBy();
        };
    }

    private Query byKeys(Collection<?> keys) {
        Term key = Term.of(Path.of(target), target.key());
        Term among = new Term.In(key, new Term.ListOf(new ArrayList<>(keys), key.type()));
        return Query.of(target).orderedBy(List.of()).with(new Clause.Filter(among));
    }

    private Query ofOwner(Query query, KeyColumns columns) {
        Term foreignKey = Term.of(Path.of(target), columns);
        return query.with(new Clause.Filter(
                new Term.Compare(ComparisonOperator.EQUAL, foreignKey, new Term.Literal(ownerKey, columns.type()))));
    }

    private static Write.Updating cleared(Query rows, KeyColumns columns) {
        return new Write.Updating(rows, Write.SetColumn.cleared(columns));
    }
}
