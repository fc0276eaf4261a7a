package org.fetchwise.query;

import org.jspecify.annotations.Nullable;

/** A query of values that makes something of each row: the elements of a list of related values. */
public interface ElementSource extends QuerySource {
    /**
     * {@return what is made of a row}
     *
     * @param values the values of the row
     */
    @Nullable
    Object elementOf(@Nullable Object[] values);
}
