package org.fetchwise.hydrate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fetchwise.compile.Bound;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ValueType;
import org.fetchwise.plan.RowShape.ValueColumn;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.spi.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Puts what is taken of related rows into rows of values, which have the key that leads there in its place: one statement for
 * all rows, whatever their number, and again for what is taken within.
 */
final class RelatedValues {
    private static final int NO_KEY = -1;

    private final Statements statements;
    private final Reason reason;

    RelatedValues(Statements statements, Reason reason) {
        this.statements = statements;
        this.reason = reason;
    }

    /** {@return whether a query asks for such values} */
    static boolean areIn(Query query) {
        return query.projection() instanceof Projection.Values values
                && values.items().stream().anyMatch(item -> item.term() instanceof Term.Related);
    }

    /**
     * Fills the values in.
     *
     * @param query the query whose rows they are
     * @param rows the values of each row
     */
    void fill(Query query, List<@Nullable Object[]> rows) {
        if (query.projection() instanceof Projection.Values values && !rows.isEmpty()) {
            for (int at = 0; at < values.items().size(); at++) {
                if (values.items().get(at).term() instanceof Term.Related related) {
                    fill(related, at, rows);
                }
            }
        }
    }

    private void fill(Term.Related related, int column, List<@Nullable Object[]> rows) {
        Keys keys = new Keys(related.key().type(), rows, column);
        List<List<@Nullable Object>> found = new ArrayList<>(keys.distinct.size());
        int longest = statements.executor().dialect().capabilities().longestList();
        for (int from = 0; from < keys.distinct.size(); from += longest) {
            int to = Math.min(keys.distinct.size() - from, longest) + from;
            found.addAll(read(related, new Keys(keys.type, keys.distinct.subList(from, to))));
        }
        boolean many = related.path().last() instanceof ToManyAttribute;
        for (int at = 0; at < rows.size(); at++) {
            int position = keys.positions[at];
            List<@Nullable Object> elements = position == NO_KEY ? List.of() : found.get(position);
            rows.get(at)[column] = many ? elements : elements.isEmpty() ? null : elements.get(0);
        }
    }

    /** The elements for each of some keys. */
    private List<List<@Nullable Object>> read(Term.Related related, Keys keys) {
        List<List<@Nullable Object>> found = new ArrayList<>(keys.distinct.size());
        keys.distinct.forEach(key -> found.add(new ArrayList<>()));
        Owners owners = new Owners(
                related.path().parent().target(), related.path().last(), new Term.ListOf(keys.distinct, keys.type));
        Query query = related.elements().asQuery().withOwners(owners);
        if (!Statements.isEmpty(query)) {
            Bound bound = statements.compile(query);
            List<ValueColumn> columns = Statements.fields(query, bound).columns();
            ValueColumn mark = columns.getLast();
            List<@Nullable Object[]> rows = new ArrayList<>();
            List<List<@Nullable Object>> lists = new ArrayList<>();
            Reason here = reason.because(new Cause.PrefetchLoad(related.path().toString()));
            statements.run(bound, here, reader -> {
                ValueRow row = new ValueRow(reader, columns.subList(0, columns.size() - 1));
                while (reader.next()) {
                    rows.add(row.values());
                    lists.add(found.get(keys.position(reader, mark, owners)));
                }
                return rows;
            });
            fill(query, rows);
            for (int at = 0; at < rows.size(); at++) {
                lists.get(at).add(related.elements().elementOf(rows.get(at)));
            }
        }
        found.replaceAll(Collections::unmodifiableList);
        return found;
    }

    /** The keys of rows, each once, and where each row finds its own. */
    private static final class Keys {
        private final ValueType<?> type;
        private final List<Object> distinct = new ArrayList<>();
        private final int[] positions;
        private final KeyIndex index;

        Keys(ValueType<?> type, List<@Nullable Object[]> rows, int column) {
            this.type = type;
            this.index = KeyIndex.of(type, rows.size());
            positions = new int[rows.size()];
            for (int at = 0; at < positions.length; at++) {
                Object key = rows.get(at)[column];
                positions[at] = key == null ? NO_KEY : add(key);
            }
        }

        Keys(ValueType<?> type, List<Object> keys) {
            this.type = type;
            this.index = KeyIndex.of(type, keys.size());
            positions = keys.stream().mapToInt(this::add).toArray();
        }

        private int add(Object key) {
            int next = distinct.size();
            int there = key instanceof Number number && type.isWholeNumber()
                    ? index.putWhole(number.longValue(), next)
                    : index.put(key, next);
            if (there != KeyIndex.ABSENT) {
                return there;
            }
            distinct.add(key);
            return next;
        }

        int position(RowReader row, ValueColumn mark, Owners owners) throws SQLException {
            long read = row.longAt(mark.column());
            int position = owners.isByPosition() ? Math.toIntExact(read - 1) : index.findWhole(read);
            if (position < 0 || position >= distinct.size()) {
                throw new ExecutionException("A row of " + owners.owner().name() + "."
                        + owners.relation().name() + " came with a key that was not asked for, so it belongs to no row."
                        + " Check that the column it stands in has the type that the entity says: whole numbers.");
            }
            return position;
        }
    }
}
