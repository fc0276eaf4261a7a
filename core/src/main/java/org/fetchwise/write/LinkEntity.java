package org.fetchwise.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyColumns;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.Write;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The entity that is mapped over a link table, so that its rows may have more than the keys of the two ends.
 *
 * @param entity the entity
 * @param owner its relation to the end that the link is seen from
 * @param target its relation to the other end
 * @param <L> the entity
 */
record LinkEntity<L>(EntityMeta<L> entity, ToOneAttribute owner, ToOneAttribute target) {
    /** The first entity over a link table that can be written and refers to both ends, or null. */
    static @Nullable LinkEntity<?> of(List<EntityMeta<?>> entities, LinkTable link) {
        for (EntityMeta<?> entity : entities) {
            ToOneAttribute owner = referring(entity, link.ownerColumns());
            ToOneAttribute target = referring(entity, link.targetColumns());
            if (owner != null && target != null && !entity.isReadOnly() && !entity.isAbstract()) {
                return new LinkEntity<>(entity, owner, target);
            }
        }
        return null;
    }

    private static @Nullable ToOneAttribute referring(EntityMeta<?> entity, List<String> columns) {
        for (RelationAttribute relation : entity.relations()) {
            if (relation instanceof ToOneAttribute toOne
                    && toOne.isOwning()
                    && toOne.foreignKey().names().equals(columns)) {
                return toOne;
            }
        }
        return null;
    }

    /** Whether a row has nothing but the two ends and what the database makes, and nobody hears of it. */
    boolean isBare(Announcements announcements) {
        Set<ColumnAttribute> ends = ends();
        boolean keyed = ends.containsAll(entity.key().columns());
        return (keyed || entity.keyGeneration() instanceof KeyGeneration.Identity)
                && entity.columns().stream()
                        .allMatch(
                                column -> ends.contains(column) || entity.key().has(column))
                && entity.access().callbacks().isEmpty()
                && !announcements.areHeard(entity);
    }

    private Set<ColumnAttribute> ends() {
        Set<ColumnAttribute> ends = new HashSet<>(owner.foreignKey().columns());
        ends.addAll(target.foreignKey().columns());
        return ends;
    }

    /** Refuses values for what the two ends tell. */
    void refuseEnds(List<Write.SetColumn> values) {
        for (Write.SetColumn value : values) {
            if (ends().contains(value.column())) {
                throw new QueryException("'" + value.column() + "' of " + entity
                        + " is told by the objects that are added: leave it out.");
            }
        }
    }

    /**
     * What a link joins.
     *
     * @param owner the key of the end that the link is seen from
     * @param target the key of the other end
     */
    record Ends(Object owner, Object target) {}

    /** Inserts a row for each link, with its own key, its defaults and some values. */
    long add(WriteRunner runner, Collection<Ends> links, List<Write.SetColumn> values, Reason reason) {
        List<List<Write.SetColumn>> rows = new ArrayList<>(links.size());
        for (Ends link : links) {
            List<Write.SetColumn> sets = new ArrayList<>(values);
            sets.addAll(Write.SetColumn.referring(owner.foreignKey(), link.owner()));
            sets.addAll(Write.SetColumn.referring(target.foreignKey(), link.target()));
            rows.add(sets);
        }
        return rows.isEmpty() ? 0 : runner.rows(entity).createAll(rows, reason).size();
    }

    /** Whether somebody hears that rows go, or other rows go with them. */
    boolean isMissed(WriteRunner runner) {
        return runner.announcements().areHeard(entity)
                || !runner.statements().references().goAtOnce(entity);
    }

    /**
     * Deletes rows, and what the relations that lead to them take along.
     *
     * @param keys the keys of the other end, null for all
     */
    long remove(WriteRunner runner, Object ownerKey, @Nullable Collection<?> keys, Reason reason) {
        KeyColumns from = owner.foreignKey();
        Query rows = Query.of(entity)
                .orderedBy(List.of())
                .with(new Clause.Filter(new Term.Compare(
                        ComparisonOperator.EQUAL,
                        Term.of(Path.of(entity), from),
                        new Term.Literal(ownerKey, from.type()))));
        if (keys != null) {
            KeyColumns to = target.foreignKey();
            rows = rows.with(new Clause.Filter(
                    new Term.In(Term.of(Path.of(entity), to), new Term.ListOf(new ArrayList<>(keys), to.type()))));
        }
        return runner.delete(rows, reason.origin()).getOrDefault(entity.name(), 0L);
    }
}
