package org.fetchwise.expr;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.JsonTerms;
import org.fetchwise.query.Term;
import org.fetchwise.sql.JsonStep;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document, or a part of one; {@link Functions#json} makes it of a column. As a value it is the text of the document.
 * Values are compared as documents: JSON's null is a value, which NULL is not.
 *
 * @param <R> the entity whose rows have the document
 */
public final class JsonExpr<R> extends TypedTerm<R, String> {
    JsonExpr(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public JsonExpr<R> named(String name) {
        return new JsonExpr<>(asTerm(), name);
    }

    /**
     * {@return the value of a key of this object; NULL where it has no such key}
     *
     * @param name the key
     */
    public JsonExpr<R> key(String name) {
        return new JsonExpr<>(JsonTerms.get(asTerm(), new JsonStep.Key(name)), null);
    }

    /**
     * {@return an element of this array; NULL where it has none there}
     *
     * @param position the position, counted from 0
     */
    public JsonExpr<R> at(int position) {
        return new JsonExpr<>(JsonTerms.get(asTerm(), new JsonStep.Index(position)), null);
    }

    /** {@return this value as text: a string without its quotes; JSON's null is NULL} */
    public StringExpr<R> asText() {
        return new StringTerm<>(JsonTerms.text(asTerm()), null);
    }

    /** {@return this value as a number; NULL where it is none} */
    public DoubleExpr<R> asNumber() {
        return new DoubleTerm<>(JsonTerms.number(asTerm()), null);
    }

    /**
     * {@return whether this value equals another; the order of keys does not matter, but on H2. Rows that have no value at all are
     * left out by {@code exclude(x.eq(null))}, too, as in Django}
     *
     * @param value null for JSON's null, a truth value, a number, a text, or a map or collection of such
     */
    public Condition<R> eq(@Nullable Object value) {
        return new ConditionTerm<>(JsonTerms.equal(asTerm(), value));
    }

    /**
     * {@return whether this value equals one of others; of no values it holds of no row}
     *
     * @param values each as of {@link #eq}
     */
    public Condition<R> isIn(Collection<?> values) {
        return new ConditionTerm<>(new Term.Or(values.stream()
                .map(value -> (Term) new Term.Compare(ComparisonOperator.EQUAL, asTerm(), JsonTerms.literal(value)))
                .toList()));
    }

    /**
     * {@return whether this document contains another: all its keys with what they contain, all its elements} H2 refuses.
     *
     * @param value as of {@link #eq}
     */
    public Condition<R> contains(@Nullable Object value) {
        return new ConditionTerm<>(new Term.JsonContains(asTerm(), JsonTerms.literal(value)));
    }

    /**
     * {@return whether another document contains this one} H2 refuses.
     *
     * @param value as of {@link #eq}
     */
    public Condition<R> containedBy(@Nullable Object value) {
        return new ConditionTerm<>(new Term.JsonContains(JsonTerms.literal(value), asTerm()));
    }

    /**
     * {@return whether this object has a key, whatever its value}
     *
     * @param name the key
     */
    public Condition<R> hasKey(String name) {
        return new ConditionTerm<>(has(name));
    }

    /**
     * {@return whether this object has all of some keys}
     *
     * @param names the keys, at least one
     */
    public Condition<R> hasKeys(String... names) {
        return new ConditionTerm<>(new Term.And(each(names)));
    }

    /**
     * {@return whether this object has any of some keys}
     *
     * @param names the keys, at least one
     */
    public Condition<R> hasAnyKeys(String... names) {
        return new ConditionTerm<>(new Term.Or(each(names)));
    }

    private List<Term> each(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("Name at least one key.");
        }
        return Arrays.stream(names).map(this::has).toList();
    }

    private Term has(String name) {
        return new Term.IsNotNull(JsonTerms.get(asTerm(), new JsonStep.Key(name)));
    }

    static <R> JsonExpr<R> of(Expr<R, String> document) {
        Term term = Terms.of(document);
        if (!term.type().equals(ValueType.JSON)) {
            throw new IllegalArgumentException("'" + document + "' holds no JSON. Annotate its attribute with @Json.");
        }
        return new JsonExpr<>(term, null);
    }
}
