package org.fetchwise.expr;

import java.util.List;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Term;
import org.fetchwise.sql.SqlExpr.TextPosition;
import org.fetchwise.sql.SqlFunction;

/**
 * A text. Case is told apart unless a method's name begins with {@code i}.
 *
 * @param <R> the entity whose rows have the text
 */
public sealed interface StringExpr<R> extends ValueExpr<R, String> permits StringColumn, StringTerm {
    /**
     * {@return whether this text contains another}
     *
     * @param text the other text, taken literally
     */
    default Condition<R> contains(String text) {
        return Terms.match(TextPosition.ANYWHERE, false, this, Terms.value(Terms.of(this), text));
    }

    /**
     * {@return whether this text contains another}
     *
     * @param text the other text, taken literally
     * @param <S> the entity that has both texts
     */
    default <S extends R> Condition<S> contains(Expr<? super S, String> text) {
        return Terms.match(TextPosition.ANYWHERE, false, this, Terms.of(text));
    }

    /**
     * {@return whether this text contains another, whatever the case}
     *
     * @param text the other text, taken literally
     */
    default Condition<R> icontains(String text) {
        return Terms.match(TextPosition.ANYWHERE, true, this, Terms.value(Terms.of(this), text));
    }

    /**
     * {@return whether this text contains another, whatever the case}
     *
     * @param text the other text, taken literally
     * @param <S> the entity that has both texts
     */
    default <S extends R> Condition<S> icontains(Expr<? super S, String> text) {
        return Terms.match(TextPosition.ANYWHERE, true, this, Terms.of(text));
    }

    /**
     * {@return whether this text begins with another}
     *
     * @param text the other text, taken literally
     */
    default Condition<R> startsWith(String text) {
        return Terms.match(TextPosition.START, false, this, Terms.value(Terms.of(this), text));
    }

    /**
     * {@return whether this text begins with another}
     *
     * @param text the other text, taken literally
     * @param <S> the entity that has both texts
     */
    default <S extends R> Condition<S> startsWith(Expr<? super S, String> text) {
        return Terms.match(TextPosition.START, false, this, Terms.of(text));
    }

    /**
     * {@return whether this text begins with another, whatever the case}
     *
     * @param text the other text, taken literally
     */
    default Condition<R> istartsWith(String text) {
        return Terms.match(TextPosition.START, true, this, Terms.value(Terms.of(this), text));
    }

    /**
     * {@return whether this text begins with another, whatever the case}
     *
     * @param text the other text, taken literally
     * @param <S> the entity that has both texts
     */
    default <S extends R> Condition<S> istartsWith(Expr<? super S, String> text) {
        return Terms.match(TextPosition.START, true, this, Terms.of(text));
    }

    /**
     * {@return whether this text ends with another}
     *
     * @param text the other text, taken literally
     */
    default Condition<R> endsWith(String text) {
        return Terms.match(TextPosition.END, false, this, Terms.value(Terms.of(this), text));
    }

    /**
     * {@return whether this text ends with another}
     *
     * @param text the other text, taken literally
     * @param <S> the entity that has both texts
     */
    default <S extends R> Condition<S> endsWith(Expr<? super S, String> text) {
        return Terms.match(TextPosition.END, false, this, Terms.of(text));
    }

    /**
     * {@return whether this text ends with another, whatever the case}
     *
     * @param text the other text, taken literally
     */
    default Condition<R> iendsWith(String text) {
        return Terms.match(TextPosition.END, true, this, Terms.value(Terms.of(this), text));
    }

    /**
     * {@return whether this text ends with another, whatever the case}
     *
     * @param text the other text, taken literally
     * @param <S> the entity that has both texts
     */
    default <S extends R> Condition<S> iendsWith(Expr<? super S, String> text) {
        return Terms.match(TextPosition.END, true, this, Terms.of(text));
    }

    /**
     * {@return whether this text equals another, whatever the case}
     *
     * @param text the other text, taken literally
     */
    default Condition<R> iequals(String text) {
        return Terms.match(TextPosition.WHOLE, true, this, Terms.value(Terms.of(this), text));
    }

    /**
     * {@return whether this text equals another, whatever the case}
     *
     * @param text the other text, taken literally
     * @param <S> the entity that has both texts
     */
    default <S extends R> Condition<S> iequals(Expr<? super S, String> text) {
        return Terms.match(TextPosition.WHOLE, true, this, Terms.of(text));
    }

    /**
     * {@return whether this text matches a regular expression, in the syntax of the database}
     *
     * @param pattern the expression; it is bound as a value
     */
    default Condition<R> matches(String pattern) {
        return new ConditionTerm<>(new Term.Regex(false, Terms.of(this), Terms.value(Terms.of(this), pattern)));
    }

    /**
     * {@return whether this text matches a regular expression, whatever the case}
     *
     * @param pattern the expression; it is bound as a value
     */
    default Condition<R> imatches(String pattern) {
        return new ConditionTerm<>(new Term.Regex(true, Terms.of(this), Terms.value(Terms.of(this), pattern)));
    }

    /**
     * {@return this text followed by another}
     *
     * @param text the text to append
     */
    default StringExpr<R> concat(String text) {
        Term term = Terms.of(this);
        return new StringTerm<>(
                new Term.Call(SqlFunction.CONCAT, List.of(term, Terms.value(term, text)), ValueType.TEXT), null);
    }

    /**
     * {@return this text followed by that of another expression, NULL counting as empty}
     *
     * @param other the expression to append
     * @param <S> the entity that has both
     */
    default <S extends R> StringExpr<S> concat(Expr<? super S, ?> other) {
        return new StringTerm<>(
                new Term.Call(SqlFunction.CONCAT, List.of(Terms.of(this), Terms.of(other)), ValueType.TEXT), null);
    }

    /** {@return this text in lower case} */
    default StringExpr<R> lower() {
        return new StringTerm<>(new Term.Call(SqlFunction.LOWER, List.of(Terms.of(this)), ValueType.TEXT), null);
    }

    /** {@return this text in upper case} */
    default StringExpr<R> upper() {
        return new StringTerm<>(new Term.Call(SqlFunction.UPPER, List.of(Terms.of(this)), ValueType.TEXT), null);
    }

    /** {@return the number of characters} */
    default IntExpr<R> length() {
        return new IntTerm<>(new Term.Call(SqlFunction.LENGTH, List.of(Terms.of(this)), ValueType.INTEGER), null);
    }

    @Override
    StringExpr<R> named(String name);

    @Override
    default StringExpr<R> orElse(String fallback) {
        return new StringTerm<>(Terms.orElse(this, fallback), null);
    }
}
