package org.fetchwise;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Expr;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermSource;
import org.jspecify.annotations.Nullable;

/** One row of values, read by the expressions that asked for them. Immutable. */
public final class Row {
    private final List<Projection.Item> items;
    private final @Nullable Object[] values;

    Row(List<Projection.Item> items, @Nullable Object[] values) {
        this.items = items;
        this.values = values;
    }

    /**
     * {@return the value of an expression, or null for NULL}
     *
     * @param key an expression that the query asked for
     * @param <V> the type of the value
     * @throws QueryException if the query did not ask for it
     */
    @SuppressWarnings("unchecked") // the term's type is the expression's
    public <V> @Nullable V get(Expr<?, V> key) {
        Term term = TermSource.termOf(key);
        String name = TermSource.nameOf(key);
        if (term instanceof Term.Named named) {
            return (V) get(name == null ? named.path() : name);
        }
        int found = -1;
        for (int at = 0; at < values.length; at++) {
            Projection.Item item = items.get(at);
            if (plain(item.term()).equals(plain(term))
                    && (found < 0 || item.name().equals(name))) {
                found = at;
            }
        }
        if (found < 0) {
            throw new QueryException("The row has no '" + key + "'. Add it to values(...). It has: " + names());
        }
        return (V) values[found];
    }

    /**
     * {@return the value of a certain name, or null for NULL}
     *
     * @param name what the user called the value, or its path
     * @throws QueryException if there is none of that name
     */
    public @Nullable Object get(String name) {
        for (int at = 0; at < values.length; at++) {
            if (items.get(at).name().equals(name)) {
                return values[at];
            }
        }
        throw new QueryException("The row has no '" + name + "'. It has: " + names());
    }

    /** {@return the values by name, in the order in which they were asked for; not modifiable} */
    public Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int at = 0; at < values.length; at++) {
            map.put(items.get(at).name(), values[at]);
        }
        return Collections.unmodifiableMap(map);
    }

    private static Term plain(Term term) {
        return term instanceof Term.Annotated annotated ? plain(annotated.value()) : term;
    }

    private List<String> names() {
        return items.stream().map(Projection.Item::name).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && row.asMap().equals(asMap());
    }

    @Override
    public int hashCode() {
        return asMap().hashCode();
    }

    /** {@return the names of the values; never the values themselves} */
    @Override
    public String toString() {
        return "Row" + names();
    }
}
