package org.fetchwise.plan;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.Attribute;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.TermWalk;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.sql.SqlExpr.TextPosition;
import org.jspecify.annotations.Nullable;

/** Turns conditions and paths given as text into terms, checked against the model. */
public final class Lookups {
    private static final List<String> NAMES = List.of(
            "exact",
            "iexact",
            "contains",
            "icontains",
            "startswith",
            "istartswith",
            "endswith",
            "iendswith",
            "in",
            "gt",
            "gte",
            "lt",
            "lte",
            "range",
            "isnull",
            "regex",
            "iregex");

    private Lookups() {}

    /**
     * {@return a term without conditions given as text}
     *
     * @param query the query that the term is added to
     * @param term the term
     * @throws QueryException if a path or a lookup is unknown, or a value does not fit
     */
    public static Term resolve(Query query, Term term) {
        return switch (term) {
            case Term.Lookup lookup -> {
                try {
                    yield condition(query, lookup);
                } catch (QueryException wrong) {
                    throw new QueryException(wrong.getMessage() + "\nin query: " + query, wrong);
                }
            }
            case Term other -> TermWalk.rebuild(other, part -> resolve(query, part));
        };
    }

    /**
     * {@return the column at the end of a path}
     *
     * @param entity the entity that it begins at
     * @param path attribute names joined by dots
     */
    public static Term path(EntityMeta<?> entity, String path) {
        return new Walk(entity, path, List.of(path.split("\\."))).all();
    }

    private static Term condition(Query query, Term.Lookup lookup) {
        List<String> segments = List.of(lookup.path().split("__"));
        String last = segments.get(segments.size() - 1);
        boolean named = segments.size() > 1 && NAMES.contains(last);
        List<String> names = named ? segments.subList(0, segments.size() - 1) : segments;
        Term left = annotation(query, names);
        if (left == null) {
            left = new Walk(query.entity(), lookup.path(), names).all();
        }
        return compare(lookup, left, named ? last : "exact");
    }

    private static @Nullable Term annotation(Query query, List<String> names) {
        if (names.size() != 1) {
            return null;
        }
        for (Clause.Annotate annotate : query.annotations()) {
            if (annotate.name().equals(names.get(0))) {
                return annotate.term();
            }
        }
        return null;
    }

    private static Term compare(Term.Lookup lookup, Term left, String name) {
        return switch (name) {
            case "exact" ->
                lookup.value() == null ? new Term.IsNull(left) : compare(lookup, left, ComparisonOperator.EQUAL);
            case "gt" -> compare(lookup, left, ComparisonOperator.GREATER);
            case "gte" -> compare(lookup, left, ComparisonOperator.GREATER_OR_EQUAL);
            case "lt" -> compare(lookup, left, ComparisonOperator.LESS);
            case "lte" -> compare(lookup, left, ComparisonOperator.LESS_OR_EQUAL);
            case "in" -> new Term.In(left, new Term.ListOf(list(lookup, left.type()), left.type()));
            case "range" -> {
                List<Object> ends = list(lookup, left.type());
                if (ends.size() != 2) {
                    throw wrong(lookup, "takes a collection of two values");
                }
                yield new Term.Between(
                        left, new Term.Literal(ends.get(0), left.type()), new Term.Literal(ends.get(1), left.type()));
            }
            case "isnull" -> {
                if (!(lookup.value() instanceof Boolean isNull)) {
                    throw wrong(lookup, "takes true or false");
                }
                yield isNull ? new Term.IsNull(left) : new Term.IsNotNull(left);
            }
            case "iexact" -> match(lookup, left, TextPosition.WHOLE, true);
            case "contains" -> match(lookup, left, TextPosition.ANYWHERE, false);
            case "icontains" -> match(lookup, left, TextPosition.ANYWHERE, true);
            case "startswith" -> match(lookup, left, TextPosition.START, false);
            case "istartswith" -> match(lookup, left, TextPosition.START, true);
            case "endswith" -> match(lookup, left, TextPosition.END, false);
            case "iendswith" -> match(lookup, left, TextPosition.END, true);
            case "regex" -> new Term.Regex(false, text(lookup, left), text(lookup));
            case "iregex" -> new Term.Regex(true, text(lookup, left), text(lookup));
            default -> throw wrong(lookup, "ends in no lookup; there are " + NAMES);
        };
    }

    private static Term compare(Term.Lookup lookup, Term left, ComparisonOperator operator) {
        return new Term.Compare(
                operator, left, new Term.Literal(value(lookup, lookup.value(), left.type()), left.type()));
    }

    private static Term match(Term.Lookup lookup, Term left, TextPosition position, boolean ignoreCase) {
        return new Term.Match(position, ignoreCase, text(lookup, left), text(lookup));
    }

    private static Term text(Term.Lookup lookup, Term left) {
        if (!left.type().storage().isText()) {
            String hint = left.type().javaType() != String.class
                            && Temporal.class.isAssignableFrom(left.type().javaType())
                    ? "; for a day, compare with its beginning and its end"
                    : "";
            throw wrong(
                    lookup,
                    "compares text, but the attribute is of type "
                            + left.type().javaType().getSimpleName() + hint);
        }
        return left;
    }

    private static Term text(Term.Lookup lookup) {
        if (!(lookup.value() instanceof String text)) {
            throw wrong(lookup, "takes a text");
        }
        return new Term.Literal(text, ValueType.TEXT);
    }

    private static List<Object> list(Term.Lookup lookup, ValueType<?> type) {
        if (!(lookup.value() instanceof Collection<?> values)) {
            throw wrong(lookup, "takes a collection of values");
        }
        List<Object> checked = new ArrayList<>(values.size());
        for (Object value : values) {
            if (value != null) {
                checked.add(value(lookup, value, type));
            }
        }
        return checked;
    }

    private static Object value(Term.Lookup lookup, @Nullable Object value, ValueType<?> type) {
        if (value == null) {
            throw wrong(lookup, "takes a value, not null: use isnull");
        }
        Class<?> expected = type.javaType();
        if (expected.isInstance(value) || (value instanceof Number && Number.class.isAssignableFrom(expected))) {
            return value;
        }
        throw wrong(
                lookup,
                "takes a value of type " + expected.getSimpleName() + ", not "
                        + value.getClass().getSimpleName());
    }

    private static QueryException wrong(Term.Lookup lookup, String why) {
        return new QueryException("The lookup '" + lookup.path() + "' " + why + ".");
    }

    /** A walk along names. */
    private record Walk(EntityMeta<?> entity, String text, List<String> names) {
        Term all() {
            Path path = Path.of(entity);
            for (int at = 0; at < names.size(); at++) {
                Attribute attribute = find(path.target(), names.get(at));
                switch (attribute) {
                    case RelationAttribute relation -> path = path.then(relation);
                    case ColumnAttribute column -> {
                        if (at < names.size() - 1) {
                            throw new QueryException("'" + names.get(at) + "' in '" + text + "' is a column of "
                                    + path.target() + ", so nothing can follow but one of the lookups " + NAMES + ".");
                        }
                        return new Term.Column(path, column);
                    }
                }
            }
            return Term.key(path);
        }

        private Attribute find(EntityMeta<?> meta, String name) {
            if (name.equals("pk")) {
                return meta.key();
            }
            Attribute found = meta.find(name);
            if (found == null) {
                found = meta.find(camelCase(name));
            }
            if (found == null && name.endsWith("_id")) {
                String relation = camelCase(name.substring(0, name.length() - "_id".length()));
                if (meta.find(relation) instanceof ToOneAttribute toOne && toOne.isOwning()) {
                    return toOne.foreignKey();
                }
            }
            if (found == null) {
                throw new QueryException(
                        NearMisses.message(meta, name) + (names.size() > 1 ? " In '" + text + "'." : ""));
            }
            return found;
        }

        private static String camelCase(String name) {
            StringBuilder text = new StringBuilder(name.length());
            boolean upper = false;
            for (int at = 0; at < name.length(); at++) {
                char letter = name.charAt(at);
                if (letter == '_') {
                    upper = true;
                } else {
                    text.append(upper ? String.valueOf(letter).toUpperCase(Locale.ROOT) : String.valueOf(letter));
                    upper = false;
                }
            }
            return text.toString();
        }
    }
}
