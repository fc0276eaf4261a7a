package org.fetchwise;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Extras;
import org.fetchwise.meta.Managed;
import org.fetchwise.query.Clause;
import org.fetchwise.query.CursorText;
import org.fetchwise.query.Keyset;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/** Cuts a query into pages, by number or by keyset. */
final class Paging<T> {
    private final QueryState<T> state;
    private final Keyset keyset;

    Paging(QueryState<T> state) {
        Query query = state.query();
        if (!query.slice().isEverything()) {
            throw new QueryException("A slice is no query to cut into pages: leave the slice out.\nin query: " + query);
        }
        this.state = state;
        this.keyset = Keyset.of(query, state.database().nullsSmallest());
    }

    private static void requirePositive(String what, long value, Query query) {
        if (value < 1) {
            throw new QueryException(what + " is at least 1, not " + value + ".\nin query: " + query);
        }
    }

    Page<T> page(int number, int size, long mostCounted) {
        Query query = state.query();
        requirePositive("The number of a page", number, query);
        requirePositive("The size of a page", size, query);
        requirePositive("The most that is counted", mostCounted, query);
        Database database = state.database();
        boolean capped = mostCounted != Long.MAX_VALUE;
        Query counted = capped ? query.withSlice(query.slice().limited(mostCounted + 1)) : query;
        long found = database.count(state.with(counted));
        boolean exact = found <= mostCounted;
        long offset = (number - 1L) * size;
        Query cut = query.orderedBy(inGivenDirection(keyset.orders()))
                .withSlice(query.slice().skipping(offset).limited(size));
        List<T> items = exact && offset >= found ? List.of() : database.list(state.with(cut), "page");
        return new Page<>(items, number, size, Math.min(found, mostCounted), exact);
    }

    KeysetPage<T> after(int size, @Nullable String cursor) {
        Query query = state.query();
        requirePositive("The size of a page", size, query);
        CursorSeal seal = state.database().cursorSeal();
        CursorSeal.Place place = cursor == null ? null : seal.open(name(), cursor);
        boolean backwards = place != null && place.backwards();
        Keyset direction = backwards ? keyset.reversed() : keyset;
        Query ordered = query.orderedBy(inGivenDirection(direction.orders()));
        for (Keyset.Key key : keyset.keys()) {
            ordered = reading(ordered, key.value());
        }
        if (place != null) {
            ordered = QueryBuilding.filter(ordered, direction.after(CursorText.place(keyset, place.values())));
        }
        List<T> found = state.database()
                .list(state.with(ordered.withSlice(ordered.slice().limited(size + 1L))), "keyset");
        boolean more = found.size() > size;
        List<T> forwards = more ? found.subList(0, size) : found;
        List<T> items = backwards ? forwards.reversed() : forwards;
        boolean before = backwards ? more : place != null;
        boolean behind = backwards || more;
        return new KeysetPage<>(
                items,
                behind && !items.isEmpty() ? Optional.of(cursor(false, items.getLast())) : Optional.empty(),
                before && !items.isEmpty() ? Optional.of(cursor(true, items.getFirst())) : Optional.empty());
    }

    /** The orders are those of the rows; a query that is turned round turns them once more. */
    private List<Term.Order> inGivenDirection(List<Term.Order> orders) {
        return state.query().reversed()
                ? orders.stream().map(Term.Order::reversed).toList()
                : orders;
    }

    /** The query, its objects read with a value of its order. */
    private static Query reading(Query query, Term value) {
        if (value instanceof Term.Column column && column.path().isRoot()) {
            return QueryBuilding.reading(query, column);
        }
        for (Clause.Annotate annotate : query.annotations()) {
            if (annotate.term().equals(value)) {
                return query;
            }
        }
        return query.with(new Clause.Annotate(value.toString(), value, true));
    }

    private String cursor(boolean backwards, T object) {
        List<@Nullable String> texts = new ArrayList<>(keyset.keys().size());
        for (Keyset.Key key : keyset.keys()) {
            texts.add(CursorText.of(key, value(object, key.value())));
        }
        return state.database().cursorSeal().close(name(), new CursorSeal.Place(backwards, texts));
    }

    @SuppressWarnings("unchecked") // a query of T gives objects of its entity
    private @Nullable Object value(T object, Term value) {
        if (value instanceof Term.Column column && column.path().isRoot()) {
            EntityMeta<T> entity = (EntityMeta<T>) state.query().entity();
            return entity.access().get(object, column.attribute().index());
        }
        Extras extras = Objects.requireNonNull(((Managed) object).$extras());
        return extras.get(extras.indexOf(value));
    }

    /** What a cursor belongs to: the query without its values, and its order. */
    private String name() {
        return state.query().orderedBy(keyset.orders()).toString();
    }
}
