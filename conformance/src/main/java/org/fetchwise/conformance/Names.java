package org.fetchwise.conformance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.Prefetch;
import org.jspecify.annotations.Nullable;

/** What a case has named: annotations and prefetches, which a walk reads back from objects. */
final class Names {
    private final Map<String, Expr<Object, ?>> annotations = new HashMap<>();
    private final Set<String> documents = new HashSet<>();
    private final Map<String, Prefetch<Object, @Nullable Object>> prefetches = new HashMap<>();
    private final Map<String, Model<?>> prefetched = new HashMap<>();

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

    void prefetch(String name, Prefetch<Object, @Nullable Object> prefetch, Model<?> model) {
        prefetches.put(name, prefetch);
        prefetched.put(name, model);
    }

    @Nullable
    Expr<Object, ?> annotation(String name) {
        return annotations.get(name);
    }

    @Nullable
    Prefetch<Object, @Nullable Object> prefetch(String name) {
        return prefetches.get(name);
    }

    @Nullable
    Model<?> modelOf(String prefetch) {
        return prefetched.get(prefetch);
    }
}
