package org.fetchwise.raw;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a result, counted from 1.
 *
 * @param names their names, as the statement gave them
 * @param types what the database says they hold; null where it does not say, but each value does
 */
public record ResultColumns(List<String> names, List<@Nullable ValueType<?>> types) {
    /**
     * {@return the columns of a result}
     *
     * @param dialect the database's dialect
     * @param result the result's description
     * @throws SQLException if the driver fails
     */
    public static ResultColumns of(Dialect dialect, ResultSetMetaData result) throws SQLException {
        int count = result.getColumnCount();
        List<String> names = new ArrayList<>(count);
        List<@Nullable ValueType<?>> types = new ArrayList<>(count);
        for (int at = 1; at <= count; at++) {
            names.add(dialect.givenName(result.getColumnLabel(at)));
            types.add(dialect.valueType(result, at));
        }
        return new ResultColumns(names, types);
    }

    /**
     * {@return the columns by name, whose case and underscores do not count}
     *
     * @throws QueryException if two have the same name
     */
    public Map<String, Integer> byName() {
        Map<String, Integer> found = new HashMap<>();
        for (int at = 0; at < names.size(); at++) {
            if (found.put(plain(names.get(at)), at + 1) != null) {
                throw new QueryException(
                        "Two columns of the result are called '" + names.get(at) + "'. Give one another name with AS.");
            }
        }
        return found;
    }

    /**
     * {@return a name without case and underscores}
     *
     * @param name the name of a column, a component or an attribute
     */
    public static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
