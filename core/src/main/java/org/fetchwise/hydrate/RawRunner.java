package org.fetchwise.hydrate;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.fetchwise.compile.Bound;
import org.fetchwise.compile.Compiled;
import org.fetchwise.jdbc.Cursor;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RowReader;
import org.fetchwise.plan.RowShape;
import org.fetchwise.query.Fetching;
import org.fetchwise.query.Path;
import org.fetchwise.raw.Binding;
import org.fetchwise.raw.ResultColumns;
import org.fetchwise.raw.RowMaker;
import org.fetchwise.spi.Cause;
import org.fetchwise.spi.Origin;
import org.jspecify.annotations.Nullable;

/** Runs statements of the user's own. Each call is one evaluation with objects of its own. Safe for use by several threads. */
public final class RawRunner {
    private static final Cause CAUSE = new Cause.Raw();

    private final Statements statements;
    private final ReadSettings settings;

    RawRunner(Statements statements, ReadSettings settings) {
        this.statements = statements;
        this.settings = settings;
    }

    /**
     * {@return what the rows of a statement become, in an unchangeable list}
     *
     * @param binding the statement and its values
     * @param making what each row becomes
     * @param origin who asked for it, or null where nobody listens
     * @param <V> what a row becomes
     */
    public <V extends @Nullable Object> List<V> list(Binding binding, RowMaker.Of<V> making, @Nullable Origin origin) {
        return statements.run(bound(binding), new Reason(CAUSE, origin), rows -> {
            RowMaker<V> maker = making.over(columns(rows));
            return read(rows, maker, Integer.MAX_VALUE);
        });
    }

    /**
     * {@return the objects of a statement, in an unchangeable list} They are peers of each other, and a column that the statement
     * does not give is loaded when it is touched.
     *
     * @param binding the statement and its values
     * @param entity the entity whose columns the statement gives
     * @param origin who asked for it, or null where nobody listens
     * @param <T> the entity
     */
    public <T> List<T> objects(Binding binding, EntityMeta<T> entity, @Nullable Origin origin) {
        return statements.run(bound(binding), new Reason(CAUSE, origin), rows -> {
            RawEntities entities = RawEntities.of(entity, columns(rows));
            return read(rows, entities, Integer.MAX_VALUE);
        });
    }

    /**
     * {@return what the rows of a statement become, in chunks}
     *
     * @param binding the statement and its values
     * @param making what each row becomes
     * @param size the greatest number of rows in a chunk, at least 1
     * @param origin who asked for it, or null where nobody listens
     * @param <V> what a row becomes
     */
    public <V extends @Nullable Object> Chunks<V> chunks(
            Binding binding, RowMaker.Of<V> making, int size, @Nullable Origin origin) {
        Bound bound = bound(binding);
        Cursor cursor = statements.open(bound, new Reason(CAUSE, origin), size);
        return new CursorChunks<>(statements, bound, cursor, size, new CursorChunks.Reader<V>() {
            private @Nullable RowMaker<V> maker;

            @Override
            public List<V> read(RowReader rows) throws SQLException {
                if (maker == null) {
                    maker = making.over(columns(rows));
                }
                return RawRunner.read(rows, maker, size);
            }
        });
    }

    /**
     * {@return the objects of a statement in chunks, each of which is an evaluation of its own}
     *
     * @param binding the statement and its values
     * @param entity the entity whose columns the statement gives
     * @param size the greatest number of objects in a chunk, at least 1
     * @param origin who asked for it, or null where nobody listens
     * @param <T> the entity
     */
    public <T> Chunks<T> objectChunks(Binding binding, EntityMeta<T> entity, int size, @Nullable Origin origin) {
        Bound bound = bound(binding);
        Cursor cursor = statements.open(bound, new Reason(CAUSE, origin), size);
        return new CursorChunks<>(
                statements, bound, cursor, size, rows -> read(rows, RawEntities.of(entity, columns(rows)), size));
    }

    private <T> List<T> read(RowReader rows, RawEntities entities, int most) throws SQLException {
        Evaluation evaluation = new Evaluation(true);
        PeerGroup group = PeerGroup.of(statements, settings, Fetching.AS_HANDLE, evaluation);
        Members members = evaluation.members(Path.of(entities.meta()));
        Managed[] read = new Managed[16];
        int size = 0;
        while (size < most && rows.next()) {
            if (size == read.length) {
                read = Arrays.copyOf(read, size * 2);
            }
            read[size++] = entities.read(rows, group, members);
        }
        // Whoever takes the lock later sees the evaluation as it is now.
        group.locked(() -> {});
        group.tellLoaded();
        return new ResultList<>(read, size, evaluation);
    }

    private static <V extends @Nullable Object> List<V> read(RowReader rows, RowMaker<V> maker, int most)
            throws SQLException {
        @Nullable Object[] values = new Object[16];
        int size = 0;
        while (size < most && rows.next()) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = maker.make(rows);
        }
        return new ResultList<>(values, size, null);
    }

    private ResultColumns columns(RowReader rows) throws SQLException {
        return ResultColumns.of(statements.executor().dialect(), rows.columns());
    }

    private static Bound bound(Binding binding) {
        RowShape unknown = new RowShape.Fields(List.of());
        return new Bound(new Compiled(binding.statement(), unknown, Set.of()), binding.slots());
    }
}
