package org.fetchwise.conformance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.Prefetch;
import org.jspecify.annotations.Nullable;

/** What a case has named: annotations and prefetches, which a walk reads back from objects. */
final class Names {
    private final Map<String, Expr<Object, ?>> annotations = new HashMap<>();
    private final Set<String> documents = new HashSet<>();
    private final Map<String, Prefetch<Object, @Nullable Object>> prefetches = new HashMap<>();
    private final Map<String, Model<?>> prefetched = new HashMap<>();
    private String before = "";

    void annotation(String name, Expr<Object, ?> expression) {
        annotations.put(name, expression);
    }

    /** Notes that values of a name are documents. */
    void document(String name) {
        documents.add(name);
    }

    boolean isDocument(String name) {
        return documents.contains(name);
    }

    /**
     * Notes a prefetch by where a walk comes by it.
     *
     * @param path the names on the way from the objects of the query to those that it gives
     */
    void prefetch(String path, Prefetch<Object, @Nullable Object> prefetch, Model<?> model) {
        prefetches.put(before + path, prefetch);
        prefetched.put(before + path, model);
    }

    /** Interprets the queryset of a prefetch: what it names is found behind the prefetch's own path. */
    <T> T within(String path, Supplier<T> interpreted) {
        String outside = before;
        before = before + path + "__";
        try {
            return interpreted.get();
        } finally {
            before = outside;
        }
    }

    @Nullable
    Expr<Object, ?> annotation(String name) {
        return annotations.get(name);
    }

    @Nullable
    Prefetch<Object, @Nullable Object> prefetch(String path) {
        return prefetches.get(path);
    }

    @Nullable
    Model<?> modelOf(String path) {
        return prefetched.get(path);
    }
}
