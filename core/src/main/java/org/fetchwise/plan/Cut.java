package org.fetchwise.plan;

import org.fetchwise.meta.StorageType;
import org.fetchwise.query.Slice;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.jspecify.annotations.Nullable;

/** The ends of a slice as SQL: numbers in the text, or parameters. */
final class Cut {
    private Cut() {}

    static @Nullable SqlExpr limit(Slice slice) {
        return slice.limit() == Slice.ALL ? null : number(slice.limit(), slice.limitSlot());
    }

    static @Nullable SqlExpr offset(Slice slice) {
        return slice.offset() == 0 ? null : number(slice.offset(), slice.offsetSlot());
    }

    /** The position of the last row, counted from 1. */
    static @Nullable SqlExpr end(Slice slice) {
        SqlExpr limit = limit(slice);
        SqlExpr offset = offset(slice);
        return limit == null || offset == null
                ? limit
                : new SqlExpr.Arithmetic(ArithmeticOperator.PLUS, offset, limit, StorageType.BIGINT);
    }

    private static SqlExpr number(long value, int slot) {
        return slot < 0 ? new SqlExpr.Constant(value) : new SqlExpr.Parameter(slot, StorageType.BIGINT);
    }
}
