package org.fetchwise.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Term;

/** Values that the user has for keys. */
final class GivenValues {
    private GivenValues() {}

    /** The value for the key of each row. */
    static Term of(Object key, Map<?, ?> entries, ValueType<?> type) {
        Term term = Terms.of(key);
        if (!term.type().storage().isComparedAsInJava()) {
            throw new QueryException(
                    "'" + term + "' is no key of given values: which of its values are equal, the database"
                            + " alone knows. Take a whole number, an identifier or a date.");
        }
        if (entries.values().stream().anyMatch(Objects::isNull)) {
            throw new QueryException(
                    "Leave out the keys of '" + term + "' that have no value: what is not given is NULL.");
        }
        ValueType<?> entry = ValueType.composite(
                Map.Entry.class,
                List.of(term.type(), type),
                (row, column) -> null,
                given -> Arrays.asList(given.getKey(), given.getValue()),
                values -> Map.entry(values.get(0), values.get(1)));
        return new Term.Given(term, new Term.ListOf(new ArrayList<>(entries.entrySet()), entry), type);
    }
}
