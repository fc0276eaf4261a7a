package org.fetchwise.expr;

import java.util.List;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Term;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.TextPosition;
import org.fetchwise.sql.SqlFunction;

/**
 * A text. Case is told apart unless a method's name begins with {@code i}.
 *
 * @param <R> the entity whose rows have the text
 */
public sealed interface StringExpr<R> extends ValueExpr<R, String> permits StringColumn, StringTerm, TextAggregate {
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

    /**
     * {@return the first characters}
     *
     * @param length how many, at least 1
     */
    default StringExpr<R> left(int length) {
        return new StringTerm<>(Terms.call(SqlFunction.LEFT, this, length), null);
    }

    /**
     * {@return the last characters}
     *
     * @param length how many, at least 1
     */
    default StringExpr<R> right(int length) {
        return new StringTerm<>(Terms.call(SqlFunction.RIGHT, this, length), null);
    }

    /**
     * {@return the characters from a position on}
     *
     * @param from the position, counted from 1
     */
    default StringExpr<R> substring(int from) {
        return new StringTerm<>(Terms.call(SqlFunction.SUBSTRING, this, from), null);
    }

    /**
     * {@return some characters from a position on}
     *
     * @param from the position, counted from 1
     * @param length how many, at least 0
     */
    default StringExpr<R> substring(int from, int length) {
        return new StringTerm<>(Terms.call(SqlFunction.SUBSTRING, this, from, length), null);
    }

    /**
     * {@return this text with each occurrence of another replaced}
     *
     * @param text the other text, not empty
     * @param by what stands in its place
     */
    default StringExpr<R> replace(String text, String by) {
        return new StringTerm<>(Terms.call(SqlFunction.REPLACE, this, text, by), null);
    }

    /** {@return this text without blanks on both sides} */
    default StringExpr<R> trim() {
        return new StringTerm<>(Terms.call(SqlFunction.TRIM, this), null);
    }

    /** {@return this text without blanks before it} */
    default StringExpr<R> ltrim() {
        return new StringTerm<>(Terms.call(SqlFunction.LTRIM, this), null);
    }

    /** {@return this text without blanks behind it} */
    default StringExpr<R> rtrim() {
        return new StringTerm<>(Terms.call(SqlFunction.RTRIM, this), null);
    }

    /**
     * {@return this text filled on the left up to a length; a longer one is cut}
     *
     * @param length the length, at least 0
     * @param fill what is filled in, repeated as needed
     */
    default StringExpr<R> lpad(int length, String fill) {
        return new StringTerm<>(Terms.call(SqlFunction.LPAD, this, length, fill), null);
    }

    /**
     * {@return this text filled on the right up to a length; a longer one is cut}
     *
     * @param length the length, at least 0
     * @param fill what is filled in, repeated as needed
     */
    default StringExpr<R> rpad(int length, String fill) {
        return new StringTerm<>(Terms.call(SqlFunction.RPAD, this, length, fill), null);
    }

    /**
     * {@return this text several times over}
     *
     * @param times how many times, at least 0
     */
    default StringExpr<R> repeat(int times) {
        return new StringTerm<>(Terms.call(SqlFunction.REPEAT, this, times), null);
    }

    /** {@return this text from its last character to its first} */
    default StringExpr<R> reversed() {
        return new StringTerm<>(Terms.call(SqlFunction.REVERSE, this), null);
    }

    /**
     * {@return where another text begins in this one, counted from 1; 0 where it does not occur}
     *
     * @param text the other text
     */
    default IntExpr<R> indexOf(String text) {
        return new IntTerm<>(Terms.call(SqlFunction.STR_INDEX, this, text), null);
    }

    /** {@return the code point of the first character} */
    default IntExpr<R> codePoint() {
        return new IntTerm<>(Terms.call(SqlFunction.ORD, this), null);
    }

    /** {@return the MD5 hash of this text in UTF-8, in lower-case hexadecimal digits} */
    default StringExpr<R> md5() {
        return new StringTerm<>(Terms.call(SqlFunction.MD5, this), null);
    }

    /** {@return the SHA-1 hash of this text in UTF-8, in lower-case hexadecimal digits; PostgreSQL has none without an extension and refuses} */
    default StringExpr<R> sha1() {
        return new StringTerm<>(Terms.call(SqlFunction.SHA1, this), null);
    }

    /** {@return the SHA-224 hash of this text in UTF-8, in lower-case hexadecimal digits} */
    default StringExpr<R> sha224() {
        return new StringTerm<>(Terms.call(SqlFunction.SHA224, this), null);
    }

    /** {@return the SHA-256 hash of this text in UTF-8, in lower-case hexadecimal digits} */
    default StringExpr<R> sha256() {
        return new StringTerm<>(Terms.call(SqlFunction.SHA256, this), null);
    }

    /** {@return the SHA-384 hash of this text in UTF-8, in lower-case hexadecimal digits} */
    default StringExpr<R> sha384() {
        return new StringTerm<>(Terms.call(SqlFunction.SHA384, this), null);
    }

    /** {@return the SHA-512 hash of this text in UTF-8, in lower-case hexadecimal digits} */
    default StringExpr<R> sha512() {
        return new StringTerm<>(Terms.call(SqlFunction.SHA512, this), null);
    }

    /**
     * {@return this text, compared and ordered by a collation}
     *
     * @param collation the name of a collation that the database knows; H2 knows none for a single text
     */
    default StringExpr<R> collate(String collation) {
        return new StringTerm<>(new Term.Collated(Terms.of(this), collation), null);
    }

    /** {@return the whole number that this text spells} */
    default LongExpr<R> asLong() {
        return new LongTerm<>(new Term.Cast(Terms.of(this), ValueType.LONG), null);
    }

    /** {@return the number that this text spells} */
    default DoubleExpr<R> asDouble() {
        return new DoubleTerm<>(new Term.Cast(Terms.of(this), ValueType.DOUBLE), null);
    }

    /**
     * {@return NULL where this text equals another, and else this text}
     *
     * @param text the other text
     */
    default StringExpr<R> nullIf(String text) {
        return new StringTerm<>(Terms.call(SqlFunction.NULLIF, this, text), null);
    }

    /**
     * {@return this text, or that of another expression where it is NULL}
     *
     * @param fallback the expression in place of NULL
     * @param <S> the entity that has both
     */
    default <S extends R> StringExpr<S> orElse(StringExpr<? super S> fallback) {
        return new StringTerm<>(Terms.call(SqlFunction.COALESCE, this, fallback), null);
    }

    @Override
    StringExpr<R> named(String name);

    /**
     * {@return the texts of several rows put together, NULL left out; NULL where there is none}
     *
     * @param delimiter what stands between two
     */
    default TextAggregate<R> joined(String delimiter) {
        Term literal = new Term.Literal(delimiter, ValueType.TEXT);
        return new TextAggregate<>(Terms.aggregate(AggregateFunction.STRING_AGG, this, ValueType.TEXT, literal), null);
    }

    @Override
    default StringExpr<R> orElse(String fallback) {
        return new StringTerm<>(Terms.orElse(this, fallback), null);
    }
}
