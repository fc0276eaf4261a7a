package org.fetchwise.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.JsonStep;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lookups of JSON documents and of parts of them. A value is compared as a document: {@code null} is JSON's null. Greater and
 * less are asked of numbers or of texts, as the value compared with is one; parts of another kind are neither.
 */
final class JsonLookups {
    static final List<String> NAMES = List.of("contained_by", "has_key", "has_keys", "has_any_keys");

    private JsonLookups() {}

    /** The condition, or null where the lookup means nothing special of a document. */
    static @Nullable Term condition(Term left, String lookup, @Nullable Object value, Function<Term, Term> resolving) {
        return switch (lookup) {
            case "exact" -> value == null ? JsonTerms.equal(left, null) : equal(left, value, resolving);
            case "in" -> {
                if (!(value instanceof Collection<?> values)) {
                    yield null;
                }
                List<Term> each = new ArrayList<>();
                for (Object element : values) {
                    // As in Django, and as in any other list, null is equal to nothing.
                    if (element != null) {
                        each.add(equal(left, element, resolving));
                    }
                }
                yield each.isEmpty()
                        ? new Term.In(left, new Term.ListOf(List.of(), ValueType.JSON))
                        : each.size() == 1 ? each.get(0) : new Term.Or(each);
            }
            case "gt", "gte", "lt", "lte" -> compare(operator(lookup), left, value, resolving);
            case "range" -> {
                if (!(value instanceof Collection<?> ends) || ends.size() != 2) {
                    yield null;
                }
                List<Object> both = new ArrayList<>(ends);
                yield new Term.And(List.of(
                        compare(ComparisonOperator.GREATER_OR_EQUAL, left, both.get(0), resolving),
                        compare(ComparisonOperator.LESS_OR_EQUAL, left, both.get(1), resolving)));
            }
            case "contains" -> new Term.JsonContains(left, right(value, resolving));
            case "contained_by" -> new Term.JsonContains(right(value, resolving), left);
            case "has_key" -> has(left, value);
            case "has_keys" -> new Term.And(keys(left, lookup, value));
            case "has_any_keys" -> new Term.Or(keys(left, lookup, value));
            default -> null;
        };
    }

    private static Term equal(Term left, @Nullable Object value, Function<Term, Term> resolving) {
        Term right = right(value, resolving);
        return new Term.Compare(ComparisonOperator.EQUAL, beside(left, right), right);
    }

    private static ComparisonOperator operator(String lookup) {
        return switch (lookup) {
            case "gt" -> ComparisonOperator.GREATER;
            case "gte" -> ComparisonOperator.GREATER_OR_EQUAL;
            case "lt" -> ComparisonOperator.LESS;
            default -> ComparisonOperator.LESS_OR_EQUAL;
        };
    }

    private static Term compare(
            ComparisonOperator operator, Term left, @Nullable Object value, Function<Term, Term> resolving) {
        return switch (value) {
            case Number number ->
                new Term.Compare(
                        operator, JsonTerms.number(left), new Term.Literal(number.doubleValue(), ValueType.DOUBLE));
            case CharSequence text ->
                new Term.Compare(operator, JsonTerms.text(left), new Term.Literal(text.toString(), ValueType.TEXT));
            case Term term -> {
                Term right = resolving.apply(term);
                yield new Term.Compare(operator, beside(left, right), right);
            }
            case null, default ->
                throw new QueryException(
                        "'" + left + "' is JSON, which is greater or less than a number or a text only.");
        };
    }

    /** The document as what it is compared with: an expression that is no document tells which. */
    private static Term beside(Term left, Term right) {
        if (JsonTerms.isJson(right)) {
            return left;
        }
        return right.type().storage().isNumber() ? JsonTerms.number(left) : JsonTerms.text(left);
    }

    private static Term right(@Nullable Object value, Function<Term, Term> resolving) {
        if (value instanceof Term.Literal literal && !JsonTerms.isJson(literal)) {
            return JsonTerms.literal(literal.value());
        }
        return value instanceof Term term ? resolving.apply(term) : JsonTerms.literal(value);
    }

    private static List<Term> keys(Term document, String lookup, @Nullable Object value) {
        if (!(value instanceof Collection<?> keys) || keys.isEmpty()) {
            throw new QueryException("The lookup '" + lookup + "' takes a collection of keys.");
        }
        return keys.stream().map(key -> has(document, key)).toList();
    }

    private static Term has(Term document, @Nullable Object key) {
        if (key == null) {
            throw new QueryException("A key of a JSON object is a text, not null.");
        }
        return new Term.IsNotNull(JsonTerms.get(document, new JsonStep.Key(key.toString())));
    }
}
