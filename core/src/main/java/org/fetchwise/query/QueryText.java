package org.fetchwise.query;

import java.util.List;
import java.util.stream.Collectors;

/** Prints a query as the calls that make it, for messages and {@code explain()}; never a value. */
final class QueryText {
    private QueryText() {}

    static String of(Query query) {
        Object rows = query.source() != null ? query.source() : query.entity().name() + ".objects";
        StringBuilder text = new StringBuilder(rows.toString());
        if (query.owners() != null) {
            text.append(".relatedBy(")
                    .append(query.owners().owner())
                    .append('.')
                    .append(query.owners().relation())
                    .append(')');
        }
        if (query.combined() != null) {
            call(text, "of", query.combined());
        }
        for (Clause clause : query.clauses()) {
            switch (clause) {
                case Clause.Filter filter -> call(text, "filter", filter.condition());
                case Clause.Annotate annotate
                when query.source() != null
                        && query.source().query().annotations().contains(annotate) -> {
                    // as the queryset says that it is read from
                }
                case Clause.Annotate annotate ->
                    call(text, annotate.given() ? "annotate" : "alias", annotate.name() + " = " + annotate.term());
            }
        }
        if (query.grouping() != null) {
            call(text, "groupBy", list(query.grouping()));
        }
        switch (query.projection()) {
            case Projection.Entities entities -> entities(text, entities);
            case Projection.Values values -> call(text, "values", items(values.items()));
            case Projection.Totals totals -> call(text, "aggregate", items(totals.items()));
            case Projection.Count count -> call(text, "count", "");
            case Projection.Existence existence -> call(text, "exists", "");
            case Projection.CountByOwner counts -> call(text, "countByOwner", "");
        }
        for (Prefetching prefetch : query.prefetches()) {
            call(
                    text,
                    "prefetchRelated",
                    prefetch.path().text() + (prefetch.query() == null ? "" : ", " + prefetch.query()));
        }
        if (query.ordered()) {
            call(text, "orderBy", list(query.ordering()));
        }
        if (query.reversed()) {
            call(text, "reverse", "");
        }
        if (query.distinct()) {
            call(text, "distinct", "");
        }
        if (!query.distinctOn().isEmpty()) {
            call(text, "distinctOn", list(query.distinctOn()));
        }
        if (query.slice().offset() != 0) {
            call(text, "offset", query.slice().offset());
        }
        if (query.slice().limit() != Slice.ALL) {
            call(text, "limit", query.slice().limit());
        }
        if (query.locking() != null) {
            call(text, "selectForUpdate", query.locking().waiting());
        }
        if (query.fetching().mode() != null) {
            call(text, "fetchMode", query.fetching().mode());
        }
        if (query.fetching().maxPeerRows() != 0) {
            call(text, "maxPeerRows", query.fetching().maxPeerRows());
        }
        if (query.none()) {
            call(text, "none", "");
        }
        return text.toString();
    }

    private static void entities(StringBuilder text, Projection.Entities entities) {
        if (!entities.related().isEmpty()) {
            call(
                    text,
                    "selectRelated",
                    entities.related().stream().map(Path::text).collect(Collectors.joining(", ")));
        }
        if (!entities.columns().only().isEmpty()) {
            call(text, "only", list(entities.columns().only()));
        }
        if (!entities.columns().deferred().isEmpty()) {
            call(text, "defer", list(entities.columns().deferred()));
        }
    }

    private static String items(List<Projection.Item> items) {
        return items.stream()
                .map(item ->
                        item.name().equals(item.term().toString()) ? item.name() : item.name() + " = " + item.term())
                .collect(Collectors.joining(", "));
    }

    private static String list(List<?> parts) {
        return parts.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static void call(StringBuilder text, String name, Object argument) {
        text.append('.').append(name).append('(').append(argument).append(')');
    }
}
