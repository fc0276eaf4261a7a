package org.fetchwise.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.StorageType;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Path;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermWalk;
import org.fetchwise.query.Write;
import org.fetchwise.sql.Delete;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.SqlStatement;
import org.fetchwise.sql.Update;
import org.fetchwise.sql.Upsert;

/**
 * Plans changes of the rows of a query. Rows that are chosen by their own columns alone are changed where they stand; all others
 * are found by a subquery of their keys. Stateless.
 */
public final class WritePlanner {
    private final Planner planner;

    /**
     * Creates a planner.
     *
     * @param planner plans the rows
     */
    public WritePlanner(Planner planner) {
        this.planner = planner;
    }

    /**
     * {@return the statement of a change}
     *
     * @param shape the change, its values replaced by slots
     */
    public PlannedWrite plan(Write shape) {
        EntityMeta<?> entity = shape.rows().entity();
        if (entity.isJoined()) {
            throw new UnsupportedFeatureException("A change of " + entity
                    + " is one of several tables, which no single statement shows. Listen to the statements as"
                    + " they run.");
        }
        Target target = target(shape.rows());
        SqlStatement statement = switch (shape) {
            case Write.Deleting deleting -> new Delete(target.table, target.frame.select.condition());
            case Write.Updating updating ->
                new Update(
                        target.table, sets(updating, target.frame), target.frame.select.condition(), columns(updating));
        };
        return new PlannedWrite(statement, target.frame.select.tables());
    }

    /**
     * {@return what becomes of columns, in expressions that call the table by its own name}
     *
     * @param shape the columns and what they are set to, its values replaced by slots; its rows are all of a table
     */
    public List<Update.SetColumn> sets(Write.Updating shape) {
        EntityMeta<?> entity = shape.rows().entity();
        Frame frame = frame(shape.rows(), new Aliases(Map.of(Node.wish(entity), Upsert.nameOf(entity.table()))));
        return sets(shape, frame);
    }

    private static List<Update.SetColumn> sets(Write.Updating shape, Frame frame) {
        List<Update.SetColumn> sets = shape.sets().stream()
                .map(set -> new Update.SetColumn(set.column().column(), frame.lowering.value(stored(set), frame.scope)))
                .toList();
        if (shape.sets().stream().anyMatch(set -> TermWalk.any(set.value(), Term.Given.class::isInstance))) {
            throw new UnsupportedFeatureException("An update takes no values given with keys: change each object by"
                    + " bulkUpdate(...), which sends the same list.\nin query: " + shape.rows());
        }
        return sets;
    }

    private static List<String> columns(Write.Updating updating) {
        return updating.returning().stream().map(ColumnAttribute::column).toList();
    }

    /** The table that is changed, and what chooses its rows. */
    private record Target(Frame frame, FromItem.Table table) {}

    private Target target(Query rows) {
        boolean whole = rows.slice().isEverything() && rows.distinctOn().isEmpty() && !Planner.windowed(rows);
        if (whole && rows.combined() == null && rows.source() == null) {
            Frame frame = frame(rows);
            FromItem.Table table = frame.select.only();
            if (table != null && table.table().equals(rows.entity().table())) {
                return new Target(frame, table);
            }
        }
        Frame frame = frame(byKeys(rows));
        FromItem.Table table = frame.select.only();
        if (table == null) {
            throw new IllegalStateException("a condition on the key needs no further table");
        }
        return new Target(frame, table);
    }

    private Frame frame(Query query) {
        return frame(query, new Aliases());
    }

    private Frame frame(Query query, Aliases aliases) {
        Planner.Statement statement =
                new Planner.Statement(aliases, new HashSet<>(), new Strategies(), new Sources(false));
        return planner.frame(query, statement, null, Kept.EVERYTHING);
    }

    private static Query byKeys(Query rows) {
        EntityMeta<?> entity = rows.entity();
        Query keys = rows.withProjection(Projection.Entities.PLAIN).withPrefetches(List.of());
        return Query.of(entity)
                .with(new Clause.Filter(new Term.In(Term.key(Path.of(entity)), new Term.QueryValues(keys))));
    }

    /** What is calculated gets the digits of its decimal column, which not every database cuts by itself. */
    private static Term stored(Write.SetColumn set) {
        ColumnAttribute column = set.column();
        boolean calculated = set.value() instanceof Term.Arithmetic || set.value() instanceof Term.Call;
        return calculated && column.type().storage() == StorageType.DECIMAL && column.precision() > 0
                ? new Term.Cast(set.value(), column.type(), column.precision(), column.scale())
                : set.value();
    }
}
