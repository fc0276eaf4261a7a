package org.fetchwise.dialect;

import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Frame;
import org.fetchwise.sql.SqlExpr.Over;

/** Writes functions over windows. Designed for subclassing. */
class WindowWriter {
    final SqlWriter out;

    WindowWriter(SqlWriter out) {
        this.out = out;
    }

    /**
     * Writes a function over a window.
     *
     * @param over the function and the window
     */
    void over(Over over) {
        if (over.function() instanceof SqlExpr.Aggregation aggregation) {
            out.aggregates().aggregation(aggregation);
        } else {
            out.expression(over.function());
        }
        String name = out.windowNames().nameOf(over);
        if (name != null) {
            out.write(" OVER ").identifier(name);
        } else {
            out.write(" OVER ");
            window(over);
        }
    }

    /** Writes the windows that have a name. */
    void named() {
        String[] separator = {" WINDOW "};
        out.windowNames().forEach((name, over) -> {
            out.write(separator[0]).identifier(name).write(" AS ");
            window(over);
            separator[0] = ", ";
        });
    }

    private void window(Over over) {
        out.write("(");
        String before = "";
        if (!over.partitionBy().isEmpty()) {
            out.write("PARTITION BY ");
            out.separated(over.partitionBy(), out::expression);
            before = " ";
        }
        out.orderBy(over.orderBy(), before);
        if (over.frame() != null) {
            frame(over.frame());
        }
        out.write(")");
    }

    /**
     * Writes which rows of a window a function takes.
     *
     * @param frame the rows
     */
    void frame(Frame frame) {
        out.write(" ").write(frame.unit().name()).write(" BETWEEN ");
        out.write(frame.start() == null ? "UNBOUNDED PRECEDING" : bound(frame.start()));
        out.write(" AND ");
        out.write(frame.end() == null ? "UNBOUNDED FOLLOWING" : bound(frame.end()));
        out.write(
                switch (frame.exclusion()) {
                    case NO_OTHERS -> "";
                    case CURRENT_ROW -> " EXCLUDE CURRENT ROW";
                    case GROUP -> " EXCLUDE GROUP";
                    case TIES -> " EXCLUDE TIES";
                });
    }

    private static String bound(int distance) {
        if (distance == 0) {
            return "CURRENT ROW";
        }
        return distance < 0 ? -distance + " PRECEDING" : distance + " FOLLOWING";
    }
}
