package org.fetchwise.plan;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fetchwise.sql.SqlExpr;

/** Finds the joined tables whose rows a condition requires: were a row missing, the condition could not be true. */
final class Requirements {
    private Requirements() {}

    /** The aliases of those tables, and of the tables that they are joined to. */
    static Set<String> of(SqlExpr condition, SelectBuilder select) {
        return switch (condition) {
            case SqlExpr.AllOf all -> {
                Set<String> required = new HashSet<>();
                all.terms().forEach(term -> required.addAll(of(term, select)));
                yield required;
            }
            case SqlExpr.AnyOf any -> {
                Set<String> required = new HashSet<>(of(any.terms().get(0), select));
                any.terms().forEach(term -> required.retainAll(of(term, select)));
                yield required;
            }
            case SqlExpr.Comparison comparison -> values(select, comparison.left(), comparison.right());
            case SqlExpr.Between between -> values(select, between.value(), between.low(), between.high());
            case SqlExpr.TextMatch match -> values(select, match.text(), match.part());
            case SqlExpr.RegexMatch match -> values(select, match.text(), match.pattern());
            case SqlExpr.InParameter in -> values(select, in.value());
            case SqlExpr.JsonContains contains -> values(select, contains.document(), contains.part());
            case SqlExpr.InSelect in -> values(select, in.value());
            case SqlExpr.InRows in -> values(select, in.values());
            case SqlExpr.NullCheck check when check.negated() -> values(select, check.value());
            case SqlExpr.ColumnRef column -> values(select, column);
            case SqlExpr other -> Set.of();
        };
    }

    private static Set<String> values(SelectBuilder select, SqlExpr... values) {
        return values(select, Arrays.asList(values));
    }

    /** The tables without whose rows one of the values is NULL. */
    private static Set<String> values(SelectBuilder select, Collection<SqlExpr> values) {
        Set<String> required = new HashSet<>();
        for (SqlExpr value : values) {
            required.addAll(
                    switch (value) {
                        case SqlExpr.ColumnRef column -> select.withParents(column.alias());
                        case SqlExpr.Arithmetic arithmetic ->
                            values(select, List.of(arithmetic.left(), arithmetic.right()));
                        case SqlExpr.Row row -> values(select, row.values());
                        case SqlExpr.Cast cast -> values(select, List.of(cast.value()));
                        case SqlExpr.InZone inZone -> values(select, List.of(inZone.instant()));
                        case SqlExpr.FromZone fromZone -> values(select, List.of(fromZone.local()));
                        case SqlExpr.JsonGet get -> values(select, List.of(get.document()));
                        case SqlExpr.Call call when call.function().isNullOfNull() -> values(select, call.arguments());
                        case SqlExpr other -> Set.<String>of();
                    });
        }
        return required;
    }
}
