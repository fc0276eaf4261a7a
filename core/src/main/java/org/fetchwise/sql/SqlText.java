package org.fetchwise.sql;

import java.util.List;
import java.util.stream.Collectors;

/** Prints trees of SQL for messages, explanations and test failures; what runs is rendered by a dialect. */
final class SqlText {
    private SqlText() {}

    static String of(Select select) {
        StringBuilder text = new StringBuilder(clause("WITH ", select.tables()));
        text.append(select.tables().isEmpty() ? "" : " ").append(select.distinct() ? "SELECT DISTINCT" : "SELECT");
        text.append(clause(" ", select.outputs()));
        text.append(" FROM ").append(select.from());
        select.joins().forEach(join -> text.append(' ').append(join));
        if (select.where() != null) {
            text.append(" WHERE ").append(select.where());
        }
        text.append(clause(" GROUP BY ", select.groupBy()));
        if (select.having() != null) {
            text.append(" HAVING ").append(select.having());
        }
        text.append(clause(" ORDER BY ", select.orderBy()));
        if (select.limit() != null) {
            text.append(" LIMIT ").append(select.limit());
        }
        if (select.offset() != null) {
            text.append(" OFFSET ").append(select.offset());
        }
        if (select.lock() != null) {
            text.append(' ').append(select.lock());
        }
        return text.toString();
    }

    /** The parts in parentheses. */
    static String grouped(List<?> parts, String separator) {
        return "(" + joined(parts, separator) + ")";
    }

    /** The parts behind a word, or nothing where there are none. */
    static String clause(String word, List<?> parts) {
        return parts.isEmpty() ? "" : word + joined(parts, ", ");
    }

    static String joined(List<?> parts, String separator) {
        return parts.stream().map(String::valueOf).collect(Collectors.joining(separator));
    }
}
