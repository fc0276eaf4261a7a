package org.fetchwise.query;

import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;

/** What values have in common that stand for each other: in a choice, or where one replaces NULL. */
final class Kinds {
    private Kinds() {}

    /** The terms, with literals fitted to the type of the first that is none. */
    static List<Term> alike(String where, List<Term> terms) {
        Term model = terms.stream()
                .filter(term -> !(term instanceof Term.Literal))
                .findFirst()
                .orElse(null);
        if (model == null) {
            return terms;
        }
        return terms.stream()
                .map(term -> term instanceof Term.Literal literal ? fitted(where, literal, model) : term)
                .toList();
    }

    private static Term fitted(String where, Term.Literal literal, Term model) {
        if (literal.value() == null || literal.type().equals(model.type())) {
            return literal;
        }
        if (JsonTerms.isJson(model)) {
            return JsonTerms.literal(literal.value());
        }
        Term.Literal fitted = Literals.beside(model.type(), literal.value());
        if (fitted == null) {
            throw different(where, model.type(), literal.type());
        }
        return fitted;
    }

    /** The type that all the terms can have. */
    static ValueType<?> common(String where, List<Term> terms) {
        ValueType<?> common = null;
        for (Term term : terms) {
            if (!(term instanceof Term.Literal literal && literal.value() == null)) {
                common = common == null ? term.type() : common(where, common, term.type());
            }
        }
        if (common == null) {
            throw new QueryException("'" + where + "' is given nothing but NULL: one value must tell the type.");
        }
        return common;
    }

    private static ValueType<?> common(String where, ValueType<?> one, ValueType<?> other) {
        if (one.equals(other)) {
            return one;
        }
        StorageType first = one.storage();
        StorageType second = other.storage();
        boolean enums = one.javaType().isEnum() || other.javaType().isEnum();
        if (first.isNumber() && second.isNumber() && !enums) {
            return wider(one, other);
        }
        if (first.isText() && second.isText() && !enums) {
            return ValueType.TEXT;
        }
        throw different(where, one, other);
    }

    private static ValueType<?> wider(ValueType<?> one, ValueType<?> other) {
        return rank(one) >= rank(other) ? one.widened() : other.widened();
    }

    private static int rank(ValueType<?> type) {
        return switch (type.storage()) {
            case SMALLINT -> 0;
            case INTEGER -> 1;
            case BIGINT -> 2;
            case DECIMAL -> 3;
            default -> 4;
        };
    }

    private static QueryException different(String where, ValueType<?> one, ValueType<?> other) {
        return new QueryException("'" + where + "' mixes values of the types "
                + one.javaType().getSimpleName() + " and " + other.javaType().getSimpleName()
                + ". Convert one of them with a cast.");
    }
}
