package org.fetchwise.plan;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.fetchwise.sql.SqlTypes;

/**
 * A derived table in the making: what is asked of it becomes one of its columns. Mutable; serves one statement.
 */
final class Part {
    private final String alias;
    private final List<Output> outputs = new ArrayList<>();

    Part(Aliases aliases) {
        alias = aliases.next("part");
    }

    String alias() {
        return alias;
    }

    /** The column of a value that is computed inside. */
    ColumnRef column(SqlExpr inside) {
        for (Output output : outputs) {
            if (output.value().equals(inside) && output.name() != null) {
                return new ColumnRef(alias, output.name(), SqlTypes.ofColumn(inside));
            }
        }
        String name = "c" + (outputs.size() + 1);
        outputs.add(new Output(inside, name));
        return new ColumnRef(alias, name, SqlTypes.ofColumn(inside));
    }

    /** Its columns; one at least. */
    List<Output> outputs() {
        if (outputs.isEmpty()) {
            outputs.add(new Output(new SqlExpr.Constant(1), "c1"));
        }
        return List.copyOf(outputs);
    }
}
