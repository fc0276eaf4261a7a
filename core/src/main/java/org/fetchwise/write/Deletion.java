package org.fetchwise.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.error.ProtectedException;
import org.fetchwise.event.BulkChange.Operation;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ElementTable;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyColumns;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.Write;
import org.fetchwise.sql.Delete;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One deletion and all that goes with it. First everything is collected, by the rules of the relations that lead to the rows;
 * only when nothing forbids it are the rows deleted, those that refer before those that are referred to. Mutable, serves one
 * call, inside a transaction.
 */
final class Deletion {
    private final Statements statements;
    private final QueriedRows queried;
    private final Announcements announcements;
    private final References references;
    private final Defaults defaults;
    private final Reason reason;
    private final Map<EntityMeta<?>, Set<Object>> collected = new LinkedHashMap<>();
    private final List<Restriction> restrictions = new ArrayList<>();
    private final List<Counted> dependents = new ArrayList<>();
    private final List<Write.Updating> updates = new ArrayList<>();
    private final SortedMap<String, Long> counts = new TreeMap<>();

    Deletion(QueriedRows queried, References references, Defaults defaults, Reason reason) {
        this.queried = queried;
        this.statements = queried.statements();
        this.announcements = queried.announcements();
        this.references = references;
        this.defaults = defaults;
        this.reason = reason;
    }

    /** Rows that may only go if another relation takes them along. */
    private record Restriction(References.ForeignKey reference, Collection<Object> keys) {}

    /** Rows that go with one statement, and what they are counted as. */
    private record Counted(String name, Step step) {}

    /** A statement that is run later. */
    @FunctionalInterface
    private interface Step {
        long run();
    }

    /**
     * Deletes rows and gives how many of which kind went.
     *
     * @param single the key of the row that the caller tells of, or null
     */
    SortedMap<String, Long> run(EntityMeta<?> entity, Collection<Object> keys, @Nullable Object single) {
        collect(entity, keys);
        restrictions.forEach(this::check);
        updates.forEach(update -> queried.update(update, reason));
        dependents.forEach(dependent -> count(dependent.name(), dependent.step().run()));
        DeletionOrder order = new DeletionOrder(List.copyOf(collected.keySet()), references);
        if (statements.dialect().checksReferencesRowByRow()) {
            collected.forEach((each, rows) -> untie(order, each, rows));
        }
        for (EntityMeta<?> next : order.inOrder()) {
            Set<Object> rows = collected.getOrDefault(next, Set.of());
            Object untold = next == entity ? single : null;
            count(next.name(), delete(among(next, next.key(), rows), rows, untold));
        }
        return counts;
    }

    /** Deletes collected rows, and tells of all but the one that the caller tells of. */
    private long delete(Query rows, Collection<Object> keys, @Nullable Object untold) {
        if (untold == null) {
            return queried.delete(rows, List.copyOf(keys), reason);
        }
        long deleted = statements.write(new Write.Deleting(rows), reason);
        List<Object> told = new ArrayList<>(keys);
        told.remove(untold);
        announcements.rows(Operation.DELETED, rows, told.size(), List.of(), told);
        return deleted;
    }

    private void count(String name, long rows) {
        if (rows > 0) {
            counts.merge(name, rows, Long::sum);
        }
    }

    private void collect(EntityMeta<?> entity, Collection<Object> keys) {
        if (keys.isEmpty()) {
            return;
        }
        Set<Object> known = collected.computeIfAbsent(entity, missing -> new LinkedHashSet<>());
        List<Object> fresh = new ArrayList<>();
        for (Object key : keys) {
            if (known.add(key)) {
                fresh.add(key);
            }
        }
        if (fresh.isEmpty()) {
            return;
        }
        for (References.Reference reference : references.to(entity)) {
            switch (reference) {
                case References.Link link ->
                    dependents.add(new Counted(link.name(), () -> unlink(entity, link, fresh)));
                case References.Elements(String name, ElementTable table) ->
                    dependents.add(
                            new Counted(name, () -> deleteRows(entity, table.table(), table.ownerColumns(), fresh)));
                case References.ForeignKey foreignKey -> follow(foreignKey, fresh);
            }
        }
    }

    private void follow(References.ForeignKey reference, List<Object> keys) {
        EntityMeta<?> owner = reference.owner();
        ToOneAttribute relation = reference.relation();
        Query rows = among(owner, relation.foreignKey(), keys);
        switch (relation.deleteRule()) {
            case CASCADE -> {
                if (references.goAtOnce(owner)) {
                    dependents.add(new Counted(owner.name(), () -> queried.delete(rows, null, reason)));
                } else if (references.goByQuery(owner)) {
                    updates.addAll(releases(references, defaults, owner, rows));
                    dependents.add(new Counted(owner.name(), () -> queried.delete(rows, null, reason)));
                } else {
                    collect(owner, statements.keys(rows, reason));
                }
            }
            case PROTECT -> refuse(reference, statements.keys(rows, reason), DeleteRule.PROTECT);
            case RESTRICT -> restrictions.add(new Restriction(reference, statements.keys(rows, reason)));
            case SET_NULL -> updates.add(cleared(rows, relation.foreignKey()));
            case SET_DEFAULT -> updates.add(byDefault(defaults, rows, relation.foreignKey()));
            case DO_NOTHING, DATABASE -> {}
        }
    }

    /** Lets go of rows that a query finds: what refers to them is changed without asking which they are. */
    static List<Write.Updating> releases(References references, Defaults defaults, EntityMeta<?> entity, Query rows) {
        List<Write.Updating> updates = new ArrayList<>();
        for (References.Reference reference : references.to(entity)) {
            if (reference instanceof References.ForeignKey foreignKey && !foreignKey.isIdle()) {
                EntityMeta<?> owner = foreignKey.owner();
                KeyColumns columns = foreignKey.relation().foreignKey();
                Term among = new Term.In(Term.of(Path.of(owner), columns), new Term.QueryValues(rows));
                Query referring = Query.of(owner).orderedBy(List.of()).with(new Clause.Filter(among));
                updates.add(
                        foreignKey.relation().deleteRule() == DeleteRule.SET_NULL
                                ? cleared(referring, columns)
                                : byDefault(defaults, referring, columns));
            }
        }
        return updates;
    }

    private void check(Restriction restriction) {
        Set<Object> gone = collected.getOrDefault(restriction.reference().owner(), Set.of());
        List<Object> left = new ArrayList<>(restriction.keys());
        left.removeAll(gone);
        refuse(restriction.reference(), left, DeleteRule.RESTRICT);
    }

    private static void refuse(References.ForeignKey reference, List<Object> keys, DeleteRule rule) {
        if (!keys.isEmpty()) {
            EntityMeta<?> owner = reference.owner();
            throw new ProtectedException("Nothing was deleted: rows of "
                    + reference.relation().target() + " are referred to by " + keys.size() + " of " + owner
                    + " through " + owner + "." + reference.relation() + ", which says " + rule
                    + ". Delete or change those first, or give the relation another rule with @OnDelete.");
        }
    }

    /** Rows that are deleted together must not refer to each other where each row is checked by itself. */
    private void untie(DeletionOrder order, EntityMeta<?> entity, Set<Object> keys) {
        for (ToOneAttribute relation : order.ties(entity)) {
            statements.write(cleared(among(entity, entity.key(), keys), relation.foreignKey()), reason);
        }
    }

    private static Query among(EntityMeta<?> entity, KeyColumns columns, Collection<Object> values) {
        return among(entity, columns, new Term.ListOf(List.copyOf(values), columns.type()));
    }

    /** The rows whose columns have one of some values. */
    static Query among(EntityMeta<?> entity, KeyColumns columns, Term.Values list) {
        Term term = Term.of(Path.of(entity), columns);
        return Query.of(entity).orderedBy(List.of()).with(new Clause.Filter(new Term.In(term, list)));
    }

    /** Rows that refer to nothing from then on. */
    static Write.Updating cleared(Query rows, KeyColumns foreignKey) {
        return new Write.Updating(rows, Write.SetColumn.cleared(foreignKey));
    }

    /** Rows that refer to what their default says from then on. */
    static Write.Updating byDefault(Defaults defaults, Query rows, KeyColumns foreignKey) {
        List<Write.SetColumn> sets = new ArrayList<>();
        for (ColumnAttribute column : foreignKey.columns()) {
            Object value = defaults.required(rows.entity(), column);
            sets.add(new Write.SetColumn(column, new Term.Literal(value, column.type())));
        }
        return new Write.Updating(rows, sets);
    }

    private long unlink(EntityMeta<?> entity, References.Link link, List<Object> keys) {
        long deleted = deleteRows(entity, link.link().table(), link.link().ownerColumns(), keys);
        if (deleted > 0) {
            announcements.unlinked(link, keys);
        }
        return deleted;
    }

    /** Deletes the rows of a table, which is no entity's, whose columns have the keys of an entity. */
    private long deleteRows(EntityMeta<?> entity, String table, List<String> columns, List<Object> keys) {
        return statements.write(
                ofOwners(entity, table, columns),
                KeyList.lists(entity.key(), keys).toArray(),
                reason);
    }

    /** The statement that deletes the rows of a table, which is no entity's, whose columns have the keys of an entity. */
    static Delete ofOwners(EntityMeta<?> entity, String table, List<String> columns) {
        KeyColumns key = entity.key();
        SqlExpr condition = KeyList.among(KeyList.columns("link", columns, key), 0, key);
        return new Delete(new FromItem.Table(table, "link"), condition);
    }
}
