package org.fetchwise.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Over;
import org.jspecify.annotations.Nullable;

/**
 * The windows of one SELECT. Those that several functions look through are written once, under a name. A SELECT is written
 * first to count them, and again where some are shared. Mutable; serves one SELECT.
 */
final class WindowNames {
    private final Map<Window, Integer> uses = new LinkedHashMap<>();
    private final Map<Window, String> names = new LinkedHashMap<>();

    /** The rows around a row, without a function. */
    private record Window(List<SqlExpr> partitionBy, List<SortKey> orderBy, SqlExpr.@Nullable Frame frame) {
        static Window of(Over over) {
            return new Window(over.partitionBy(), over.orderBy(), over.frame());
        }

        boolean isEverything() {
            return partitionBy.isEmpty() && orderBy.isEmpty() && frame == null;
        }
    }

    /** {@return the name of a function's window, or null where it has none; the function is counted} */
    @Nullable
    String nameOf(Over over) {
        Window window = Window.of(over);
        uses.merge(window, 1, Integer::sum);
        return names.get(window);
    }

    /** {@return whether windows have got names, so that the SELECT is to be written again} */
    boolean giveNames() {
        uses.forEach((window, times) -> {
            if (times > 1 && !window.isEverything()) {
                names.put(window, names.isEmpty() ? "w" : "w" + (names.size() + 1));
            }
        });
        return !names.isEmpty();
    }

    /** Gives each window that has a name, with the name, to what writes it. */
    void forEach(BiConsumer<String, Over> writing) {
        SqlExpr any = new SqlExpr.Constant(null);
        names.forEach((window, name) ->
                writing.accept(name, new Over(any, window.partitionBy(), window.orderBy(), window.frame())));
    }
}
