package org.fetchwise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.query.Query;
import org.jspecify.annotations.Nullable;

/** Takes every so many-th of the elements of a list. */
final class Stepping {
    private Stepping() {}

    /** Refuses a step that leads nowhere, before there is a statement. */
    static void require(Query query, int step) {
        if (step == 0) {
            throw new QueryException("every takes a step of at least 1, or a negative one to go from the last to the"
                    + " first.\nin query: " + query);
        }
    }

    /** The elements from the first on, or from the last back where the step is negative. */
    static <E extends @Nullable Object> List<E> every(List<E> all, int step) {
        List<E> ahead = step > 0 ? all : all.reversed();
        int width = Math.abs(step);
        List<E> chosen = new ArrayList<>(all.size() / width + 1);
        for (int at = 0; at < ahead.size(); at += width) {
            chosen.add(ahead.get(at));
        }
        return Collections.unmodifiableList(chosen);
    }
}
