package org.fetchwise.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.Attribute;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermWalk;
import org.fetchwise.query.Write;
import org.fetchwise.transaction.TransactionOptions;
import org.fetchwise.write.Statements.Reason;

/**
 * Changes rows that stand in several tables, because their entity extends another one: table by table, in one transaction. New
 * rows begin with the table of the topmost entity, deletions end with it.
 *
 * @param statements runs the statements
 * @param reason why they run
 */
record JoinedRows(Statements statements, Reason reason) {
    /** Changes the rows of a query. */
    long write(Write write) {
        return switch (write) {
            case Write.Updating updating -> update(updating);
            case Write.Deleting deleting -> delete(deleting.rows());
        };
    }

    /** Where columns of one table change, its rows are found by a subquery; of several, each may decide which rows are meant. */
    private long update(Write.Updating update) {
        Query rows = update.rows();
        Map<EntityMeta<?>, List<Write.SetColumn>> byTable = byTable(update);
        if (byTable.size() == 1) {
            Map.Entry<EntityMeta<?>, List<Write.SetColumn>> only =
                    byTable.entrySet().iterator().next();
            Query keys = rows.withProjection(Projection.Entities.PLAIN).withPrefetches(List.of());
            Query found = among(only.getKey(), new Term.QueryValues(keys));
            return statements.write(new Write.Updating(found, only.getValue()), reason);
        }
        return statements.blocks().run(TransactionOptions.STANDARD, () -> {
            List<Object> keys = statements.keys(rows, reason);
            if (!keys.isEmpty()) {
                byTable.forEach((part, sets) -> statements.write(new Write.Updating(among(part, keys), sets), reason));
            }
            return (long) keys.size();
        });
    }

    private long delete(Query rows) {
        return statements.blocks().run(TransactionOptions.STANDARD, () -> {
            List<Object> keys = statements.keys(rows, reason);
            long deleted = 0;
            if (!keys.isEmpty()) {
                for (EntityMeta<?> part : deepestFirst(rows.entity())) {
                    deleted = statements.write(new Write.Deleting(among(part, keys)), reason);
                }
            }
            return deleted;
        });
    }

    /** The tables that rows of an entity may stand in, that of the topmost entity last. */
    private static List<EntityMeta<?>> deepestFirst(EntityMeta<?> entity) {
        List<EntityMeta<?>> tables = new ArrayList<>();
        for (EntityMeta<?> member : entity.withSubclasses().reversed()) {
            tables.add(member.parts().getLast());
        }
        List<? extends EntityMeta<?>> own = entity.parts();
        tables.addAll(own.subList(0, own.size() - 1).reversed());
        return tables;
    }

    /**
     * Updates the row of one object, which its key tells, and perhaps its version: only the tables whose columns change.
     *
     * @return how many rows there were
     */
    long updateOne(Write.Updating update) {
        Map<EntityMeta<?>, List<Write.SetColumn>> byTable = byTable(update);
        return statements.blocks().run(TransactionOptions.STANDARD, () -> {
            for (Map.Entry<EntityMeta<?>, List<Write.SetColumn>> table : byTable.entrySet()) {
                Query row = within(update.rows(), table.getKey());
                if (statements.write(new Write.Updating(row, table.getValue()), reason) == 0) {
                    return 0L;
                }
            }
            return 1L;
        });
    }

    /** The part of a condition on an object's row that speaks of one table. */
    private static Query within(Query row, EntityMeta<?> part) {
        Query query = Query.of(part).orderedBy(List.of());
        for (Clause clause : row.clauses()) {
            if (clause instanceof Clause.Filter filter && isOf(filter.condition(), part)) {
                query = query.with(new Clause.Filter(moved(filter.condition(), row.entity(), part)));
            }
        }
        return query;
    }

    private static boolean isOf(Term condition, EntityMeta<?> part) {
        return !TermWalk.any(
                condition,
                term -> term instanceof Term.Column column
                        && !part.has(column.attribute().index()));
    }

    /** What becomes of the columns of each table, that of the topmost entity first. */
    private static Map<EntityMeta<?>, List<Write.SetColumn>> byTable(Write.Updating update) {
        EntityMeta<?> entity = update.rows().entity();
        Map<EntityMeta<?>, List<Write.SetColumn>> byOwner = new LinkedHashMap<>();
        for (Write.SetColumn set : update.sets()) {
            byOwner.computeIfAbsent(entity.tableOwner(set.column().index()), owner -> new ArrayList<>())
                    .add(set);
        }
        Map<EntityMeta<?>, List<Write.SetColumn>> byTable = new LinkedHashMap<>();
        for (EntityMeta<?> owner : entity.root().withSubclasses()) {
            List<Write.SetColumn> sets = byOwner.get(owner);
            if (sets != null) {
                EntityMeta<?> part = owner.parts().getLast();
                byTable.put(
                        part,
                        sets.stream()
                                .map(set -> new Write.SetColumn(
                                        columnOf(part, set.column()), moved(set.value(), entity, part)))
                                .toList());
            }
        }
        return byTable;
    }

    /** A column as the table has it; what no attribute stands for is the same everywhere. */
    private static ColumnAttribute columnOf(EntityMeta<?> part, ColumnAttribute column) {
        return part.has(column.index()) ? (ColumnAttribute) part.attribute(column.index()) : column;
    }

    /** A term over the rows of an entity as one over those of a table of it. */
    private static Term moved(Term term, EntityMeta<?> entity, EntityMeta<?> part) {
        if (term instanceof Term.Column column && column.path().root() == entity) {
            List<RelationAttribute> steps = column.path().steps();
            int first = steps.isEmpty()
                    ? column.attribute().index()
                    : steps.getFirst().index();
            if (!part.has(first)) {
                throw new UnsupportedFeatureException(
                        "An update of " + entity + " takes values from one of its tables at"
                                + " a time, but '" + column + "' does not stand in the table " + part.table()
                                + ", which is updated. Read the objects, set the values and save them with"
                                + " bulkUpdate(...).");
            }
            Attribute own = part.attribute(first);
            return steps.isEmpty()
                    ? new Term.Column(Path.of(part), (ColumnAttribute) own)
                    : new Term.Column(new Path(part, steps), column.attribute());
        }
        return TermWalk.rebuild(term, inner -> moved(inner, entity, part));
    }

    private static Query among(EntityMeta<?> part, List<Object> keys) {
        return among(part, new Term.ListOf(keys, part.key().type()));
    }

    private static Query among(EntityMeta<?> part, Term.Values keys) {
        return Deletion.among(part, part.key(), keys);
    }
}
