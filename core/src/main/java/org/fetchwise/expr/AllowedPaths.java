package org.fetchwise.expr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fetchwise.error.QueryException;
import org.fetchwise.query.AttributeNames;
import org.fetchwise.query.Lookups;
import org.jspecify.annotations.Nullable;

/**
 * The paths that a text from outside may name, such as a parameter of a request. Whatever is made of text by this object leads
 * to one of them, and nowhere else: not to another attribute of the same relation, and not behind the end of a path. Immutable.
 */
public final class AllowedPaths {
    private static final String SEPARATOR = "__";

    /** The paths as they were allowed, by themselves in camel case. */
    private final Map<String, String> paths;

    private AllowedPaths(Map<String, String> paths) {
        this.paths = paths;
    }

    /**
     * {@return what allows some paths}
     *
     * @param paths attribute names joined by two underscores, as in {@code author__name}, in camel case or in snake case; a part
     *     of a date, as in {@code created_at__year}, is a path of its own
     */
    public static AllowedPaths of(String... paths) {
        Map<String, String> allowed = new LinkedHashMap<>();
        for (String path : paths) {
            allowed.put(inCamelCase(path), path);
        }
        return new AllowedPaths(allowed);
    }

    /**
     * {@return a condition given as text}
     *
     * @param path an allowed path, or one with a lookup behind it, as in {@code author__name__icontains}
     * @param value what to compare with, as of {@link Functions#lookup}
     * @throws QueryException if the path is not allowed
     */
    public Condition<Object> lookup(String path, @Nullable Object value) {
        int end = path.lastIndexOf(SEPARATOR);
        if (end > 0 && !isAllowed(path)) {
            String lookup = path.substring(end + SEPARATOR.length());
            if (Lookups.isName(lookup)) {
                return field(path.substring(0, end)).compared(lookup, value);
            }
        }
        return Functions.lookup(allowed(path), value);
    }

    /**
     * {@return a value given by its path as text}
     *
     * @param path an allowed path
     * @throws QueryException if the path is not allowed
     */
    public Field field(String path) {
        return Functions.field(allowed(path));
    }

    /**
     * {@return an order given as text}
     *
     * @param path an allowed path, with a minus before it for the greatest first
     * @throws QueryException if the path is not allowed
     */
    public Direction<Object> order(String path) {
        boolean descending = path.startsWith("-");
        String known = allowed(descending ? path.substring(1) : path);
        return Functions.order(descending ? "-" + known : known);
    }

    private boolean isAllowed(String path) {
        return paths.containsKey(inCamelCase(path));
    }

    /** The path as it was allowed, so that no text from outside goes on into a query. */
    private String allowed(String path) {
        String known = paths.get(inCamelCase(path));
        if (known == null) {
            throw new QueryException("This path given as text is not allowed. Choices: " + this + ".");
        }
        return known;
    }

    private static String inCamelCase(String path) {
        return List.of(path.split(SEPARATOR, -1)).stream()
                .map(AttributeNames::camelCase)
                .collect(Collectors.joining(SEPARATOR));
    }

    /** {@return the allowed paths} */
    @Override
    public String toString() {
        return String.join(", ", paths.values());
    }
}
