package org.fetchwise.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.JsonStep;
import org.fetchwise.sql.SqlFunction;
import org.jspecify.annotations.Nullable;

/** What may be taken of a value within a path: {@code created_at__year}, {@code metadata__author__name}. */
final class Transforms {
    private static final List<SqlFunction> FUNCTIONS = List.of(
            SqlFunction.YEAR,
            SqlFunction.ISO_YEAR,
            SqlFunction.QUARTER,
            SqlFunction.MONTH,
            SqlFunction.WEEK,
            SqlFunction.DAY,
            SqlFunction.WEEK_DAY,
            SqlFunction.ISO_WEEK_DAY,
            SqlFunction.HOUR,
            SqlFunction.MINUTE,
            SqlFunction.SECOND,
            SqlFunction.DATE,
            SqlFunction.TIME);

    private Transforms() {}

    /** The transform of a name applied to a value, or null if values of that type have none of the name. */
    static @Nullable Term apply(Term value, String name) {
        if (value.type().storage() == StorageType.JSON) {
            return JsonTerms.get(value, step(name));
        }
        for (SqlFunction function : FUNCTIONS) {
            if (name.equals(nameOf(function)) && Times.has(value.type().storage(), function)) {
                return Times.of(function, value, null);
            }
        }
        return null;
    }

    /** A name of digits is the position in an array. */
    private static JsonStep step(String name) {
        boolean digits = !name.isEmpty() && name.length() < 10 && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? new JsonStep.Index(Integer.parseInt(name)) : new JsonStep.Key(name);
    }

    /** The names of the transforms of a value, in sentences. */
    static List<String> names(Term value) {
        List<String> names = new ArrayList<>();
        for (SqlFunction function : FUNCTIONS) {
            if (Times.has(value.type().storage(), function)) {
                names.add(nameOf(function));
            }
        }
        return names;
    }

    private static String nameOf(SqlFunction function) {
        return function.name().toLowerCase(Locale.ROOT);
    }
}
