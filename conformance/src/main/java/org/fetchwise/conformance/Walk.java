package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.field;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.Prefetch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Walks from objects along attributes and relations, as a template would: by getters, which load what is missing. */
final class Walk {
    private final Names names;
    private final Model<?> model;

    Walk(Names names, Model<?> model) {
        this.names = names;
        this.model = model;
    }

    List<List<@Nullable Object>> all(List<?> objects, List<JsonNode> arguments) {
        List<List<@Nullable Object>> answers = new ArrayList<>();
        for (Object object : objects) {
            List<@Nullable Object> values = new ArrayList<>();
            for (JsonNode path : arguments.get(0)) {
                values.add(value(model, object, "", List.of(path.stringValue().split("\\.", -1))));
            }
            answers.add(values);
        }
        return answers;
    }

    private @Nullable Object value(Model<?> at, Object object, String walked, List<String> segments) {
        if (segments.isEmpty()) {
            return Terminals.key(object);
        }
        String name = segments.get(0);
        List<String> rest = segments.subList(1, segments.size());
        String path = walked + name;
        Prefetch<Object, @Nullable Object> prefetch = names.prefetch(path);
        Model<?> target = prefetch == null ? at.related(name) : names.modelOf(path);
        if (target == null) {
            return attribute(at, object, name);
        }
        return further(target, prefetch == null ? Model.read(object, name) : prefetch.of(object), path + "__", rest);
    }

    private @Nullable Object further(Model<?> target, @Nullable Object related, String walked, List<String> rest) {
        if (related == null) {
            return null;
        }
        if (!(related instanceof Collection<?> many)) {
            return value(target, related, walked, rest);
        }
        return switch (rest.isEmpty() ? "" : rest.get(0)) {
            case "*" -> {
                List<@Nullable Object> values = new ArrayList<>();
                for (Object element : many) {
                    values.add(value(target, element, walked, rest.subList(1, rest.size())));
                }
                yield values;
            }
            case "@count" -> many.size();
            case "@exists" -> !many.isEmpty();
            default -> throw new UnknownNameException("segment", String.join(".", rest));
        };
    }

    private @Nullable Object attribute(Model<?> at, Object object, String name) {
        Expr<Object, ?> annotation = names.annotation(name);
        Object value = annotation == null ? field(name).of(object) : annotation.of(object);
        return value instanceof String text && at.isJson(name) ? Corpus.parse(text) : value;
    }
}
