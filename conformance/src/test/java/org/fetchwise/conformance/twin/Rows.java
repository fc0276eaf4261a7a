package org.fetchwise.conformance.twin;

import java.util.ArrayList;
import org.fetchwise.Row;
import org.fetchwise.Values;

/** Twins whose answer is a list of rows. */
final class Rows {
    private Rows() {}

    static Twin of(String id, Values<?, Row> values) {
        return Twin.of(
                id,
                values,
                () -> values.list().stream()
                        .map(row -> new ArrayList<>(row.asMap().values()))
                        .toList());
    }

    /** Rows whose values have names. */
    static Twin named(String id, Values<?, Row> values) {
        return Twin.of(id, values, () -> values.list().stream().map(Row::asMap).toList());
    }
}
