package org.fetchwise.blackbox;

import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QReview.REVIEW;
import static org.fetchwise.blackbox.library.QTag.TAG;
import static org.fetchwise.expr.Functions.caseWhen;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fetchwise.Database;
import org.fetchwise.blackbox.Shelf.AuthorRow;
import org.fetchwise.blackbox.Shelf.BookRow;
import org.fetchwise.blackbox.Shelf.ReviewRow;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Format;
import org.fetchwise.blackbox.library.Review;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.NumberExpr;
import org.jspecify.annotations.Nullable;

/**
 * Conditions at random, each beside what it means of a plain value. A comparison with NULL does not hold, and what does not
 * hold is what {@code not} and {@code exclude} ask for. Only with an aggregate over no rows, a comparison is unknown,
 * and so is its negation.
 */
final class Claims {
    private final Random random;
    private final Database database;

    Claims(Random random, Database database) {
        this.random = random;
        this.database = database;
    }

    /**
     * A condition and its meaning.
     *
     * @param condition what the database is asked
     * @param meaning what is true
     */
    record Claim<T, R>(Condition<T> condition, Meaning<R> meaning) {
        Claim<T, R> not() {
            return new Claim<>(condition.not(), row -> negated(meaning.of(row)));
        }
    }

    /** Whether something is true of a row. */
    @FunctionalInterface
    interface Meaning<R> {
        /** {@return whether it is, or null where that is unknown} */
        @Nullable
        Boolean of(R row);

        /** {@return whether it is known to be} */
        default boolean isTrue(R row) {
            return Boolean.TRUE.equals(of(row));
        }

        /** {@return whether it is known not to be} */
        default boolean isFalse(R row) {
            return Boolean.FALSE.equals(of(row));
        }
    }

    private static @Nullable Boolean negated(@Nullable Boolean truth) {
        return truth == null ? null : !truth;
    }

    private static @Nullable Boolean both(@Nullable Boolean left, @Nullable Boolean right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return false;
        }
        return (left == null || right == null) ? null : true;
    }

    /**
     * A number and its meaning, which is null for NULL.
     *
     * @param nulls what comparisons with NULL are: unknown, or false
     */
    record Amount(NumberExpr<Book, ?> number, Function<BookRow, @Nullable Double> meaning, Nulls nulls) {
        Amount(NumberExpr<Book, ?> number, Function<BookRow, @Nullable Double> meaning) {
            this(number, meaning, Nulls.FALSE);
        }
    }

    /** What a comparison with NULL is. */
    enum Nulls {
        FALSE,
        UNKNOWN
    }

    /** {@return a condition of a book} */
    Claim<Book, BookRow> claim(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return leaf();
        }
        Claim<Book, BookRow> left = claim(depth - 1);
        if (random.nextInt(4) == 0) {
            return left.not();
        }
        Claim<Book, BookRow> right = claim(depth - 1);
        Meaning<BookRow> a = left.meaning();
        Meaning<BookRow> b = right.meaning();
        return switch (random.nextInt(3)) {
            case 0 -> new Claim<>(left.condition().and(right.condition()), book -> both(a.of(book), b.of(book)));
            case 1 ->
                new Claim<>(
                        left.condition().or(right.condition()),
                        book -> negated(both(negated(a.of(book)), negated(b.of(book)))));
            default -> new Claim<>(left.condition().xor(right.condition()), book -> a.isTrue(book) != b.isTrue(book));
        };
    }

    private Claim<Book, BookRow> leaf() {
        return switch (random.nextInt(5)) {
            case 0 -> ofTexts();
            case 1 -> ofRelations();
            case 2 -> ofManyRelated();
            default -> comparison();
        };
    }

    private Claim<Book, BookRow> ofTexts() {
        String part = one("a", "%", "_", "'", "\\", "ALPHA", "");
        return switch (random.nextInt(6)) {
            case 0 ->
                new Claim<>(BOOK.title.contains(part), book -> book.title().contains(part));
            case 1 ->
                new Claim<>(BOOK.title.startsWith(part), book -> book.title().startsWith(part));
            case 2 ->
                new Claim<>(BOOK.title.endsWith(part), book -> book.title().endsWith(part));
            case 3 ->
                new Claim<>(
                        BOOK.title.icontains(part), book -> lower(book.title()).contains(lower(part)));
            case 4 -> new Claim<>(BOOK.title.eq("It's"), book -> book.title().equals("It's"));
            default -> new Claim<>(BOOK.summary.isNull(), book -> book.summary() == null);
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private Claim<Book, BookRow> ofRelations() {
        LocalDate day = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(4));
        long id = 1L + random.nextInt(6);
        return switch (random.nextInt(10)) {
            case 0 -> new Claim<>(BOOK.author().active, book -> book.author().active());
            case 1 ->
                new Claim<>(BOOK.author().email.isNull(), book -> book.author().email() == null);
            case 2 ->
                new Claim<>(
                        BOOK.author().bornOn.le(day),
                        book -> notAfter(book.author().born(), day));
            case 3 ->
                new Claim<>(
                        BOOK.author().mentor().isNull(), book -> book.author().mentor() == null);
            case 4 ->
                new Claim<>(BOOK.author().mentor().bornOn.le(day), book -> {
                    AuthorRow mentor = book.author().mentor();
                    return mentor != null && notAfter(mentor.born(), day);
                });
            case 5 ->
                new Claim<>(BOOK.author().mentor().id.ne(id), book -> {
                    AuthorRow mentor = book.author().mentor();
                    return mentor != null && mentor.id() != id;
                });
            case 6 ->
                new Claim<>(
                        BOOK.prequel().published,
                        book -> book.prequel() != null && book.prequel().published());
            case 7 ->
                new Claim<>(
                        BOOK.prequel().pages.gt(BOOK.pages),
                        book -> book.prequel() != null && book.prequel().pages() > book.pages());
            case 8 ->
                new Claim<>(
                        BOOK.author().isIn(database.objects(AUTHOR).filter(AUTHOR.active, AUTHOR.id.le(id))),
                        book -> book.author().active() && book.author().id() <= id);
            default -> {
                List<Format> formats = List.of(Format.values());
                Format format = formats.get(random.nextInt(formats.size()));
                yield new Claim<>(BOOK.format.eq(format), book -> book.format() == format);
            }
        };
    }

    private static boolean notAfter(@Nullable LocalDate date, LocalDate day) {
        return date != null && !date.isAfter(day);
    }

    private Claim<Book, BookRow> ofManyRelated() {
        Claim<Review, ReviewRow> review = review();
        String tag = one("new", "classic", "unknown");
        return switch (random.nextInt(7)) {
            case 0 ->
                new Claim<>(
                        BOOK.reviews().any(review.condition()),
                        book -> book.reviews().stream().anyMatch(review.meaning()::isTrue));
            case 1 ->
                new Claim<>(
                        BOOK.reviews().none(review.condition()),
                        book -> book.reviews().stream().noneMatch(review.meaning()::isTrue));
            case 2 ->
                new Claim<>(
                        BOOK.reviews().all(review.condition()),
                        book -> book.reviews().stream().allMatch(review.meaning()::isTrue));
            case 3 -> new Claim<>(BOOK.reviews().any(), book -> !book.reviews().isEmpty());
            case 4 ->
                new Claim<>(
                        BOOK.tags().any(TAG.label.eq(tag)), book -> book.tags().contains(tag));
            case 5 ->
                new Claim<>(
                        BOOK.tags().none(TAG.label.eq(tag)),
                        book -> !book.tags().contains(tag));
            default ->
                new Claim<>(
                        BOOK.tags().all(TAG.label.eq(tag)),
                        book -> book.tags().stream().allMatch(tag::equals));
        };
    }

    private Claim<Review, ReviewRow> review() {
        int stars = 1 + random.nextInt(5);
        Claim<Review, ReviewRow> claim = switch (random.nextInt(4)) {
            case 0 -> new Claim<>(REVIEW.stars.ge(stars), review -> review.stars() >= stars);
            case 1 -> new Claim<>(REVIEW.reviewer().isNull(), review -> review.reviewer() == null);
            case 2 ->
                new Claim<>(
                        REVIEW.reviewer().active,
                        review -> review.reviewer() != null && review.reviewer().active());
            default ->
                new Claim<>(
                        REVIEW.reviewer().bornOn.isNotNull().and(REVIEW.stars.ne(stars)),
                        review -> review.reviewer() != null
                                && review.reviewer().born() != null
                                && review.stars() != stars);
        };
        return random.nextInt(3) == 0 ? claim.not() : claim;
    }

    private Claim<Book, BookRow> comparison() {
        Amount left = amount(2);
        if (random.nextInt(4) == 0) {
            return new Claim<>(left.number().isNull(), book -> left.meaning().apply(book) == null);
        }
        if (random.nextInt(3) == 0) {
            Amount right = amount(1);
            return new Claim<>(
                    left.number().le(right.number()), book -> compared(left, right, book, order -> order <= 0));
        }
        int value = random.nextInt(6) * (random.nextBoolean() ? 1 : 50);
        Amount right = new Amount(left.number(), book -> (double) value);
        NumberExpr<Book, ?> number = left.number();
        return switch (random.nextInt(6)) {
            case 0 -> new Claim<>(number.eq(value), book -> compared(left, right, book, order -> order == 0));
            case 1 -> new Claim<>(number.ne(value), book -> compared(left, right, book, order -> order != 0));
            case 2 -> new Claim<>(number.gt(value), book -> compared(left, right, book, order -> order > 0));
            case 3 -> new Claim<>(number.lt(value), book -> compared(left, right, book, order -> order < 0));
            case 4 ->
                new Claim<>(
                        number.between(value, value + 100),
                        book -> tested(left, book, actual -> actual >= value && actual <= value + 100));
            default ->
                new Claim<>(
                        number.isIn(List.of(value, value + 50)),
                        book -> tested(left, book, actual -> actual == value || actual == value + 50));
        };
    }

    private static @Nullable Boolean tested(Amount amount, BookRow book, Predicate<Double> holds) {
        Double number = amount.meaning().apply(book);
        if (number == null) {
            return amount.nulls() == Nulls.UNKNOWN ? null : false;
        }
        return holds.test(number);
    }

    private static @Nullable Boolean compared(Amount left, Amount right, BookRow book, Predicate<Integer> holds) {
        Double a = left.meaning().apply(book);
        Double b = right.meaning().apply(book);
        if ((a == null && left.nulls() == Nulls.FALSE) || (b == null && right.nulls() == Nulls.FALSE)) {
            return false;
        }
        return (a == null || b == null) ? null : (Boolean) holds.test(a.compareTo(b));
    }

    /** {@return a number of a book; every one is a multiple of 1/4, which doubles and decimals both hold exactly} */
    Amount amount(int depth) {
        int number = 1 + random.nextInt(4);
        return switch (random.nextInt(depth == 0 ? 6 : 12)) {
            case 0 -> new Amount(BOOK.pages, book -> (double) book.pages());
            case 1 -> new Amount(BOOK.rating, BookRow::rating);
            case 2 -> new Amount(BOOK.price, book -> book.price().doubleValue());
            case 3 ->
                new Amount(BOOK.author().mentor().id, book -> {
                    AuthorRow mentor = book.author().mentor();
                    return mentor == null ? null : (double) mentor.id();
                });
            case 4 ->
                new Amount(BOOK.tags().count(), book -> (double) book.tags().size());
            case 5 ->
                new Amount(
                        BOOK.reviews().count(), book -> (double) book.reviews().size());
            case 6 ->
                new Amount(
                        BOOK.reviews().stars.sum(),
                        book -> book.reviews().isEmpty()
                                ? null
                                : (double) book.reviews().stream()
                                        .mapToInt(ReviewRow::stars)
                                        .sum(),
                        Nulls.UNKNOWN);
            case 7 -> {
                Claim<Review, ReviewRow> review = review();
                yield new Amount(BOOK.reviews().count(review.condition()), book -> (double)
                        book.reviews().stream().filter(review.meaning()::isTrue).count());
            }
            case 8 ->
                new Amount(
                        BOOK.reviews().stars.max(),
                        book -> book.reviews().stream()
                                .map(review -> (double) review.stars())
                                .reduce(Math::max)
                                .orElse(null),
                        Nulls.UNKNOWN);
            case 9 ->
                new Amount(
                        BOOK.rating.orElse(number), book -> Objects.requireNonNullElse(book.rating(), (double) number));
            case 10 -> {
                Claim<Book, BookRow> claim = claim(depth - 1);
                yield new Amount(
                        caseWhen(claim.condition()).then(number).otherwise(0),
                        book -> claim.meaning().isTrue(book) ? (double) number : 0.0);
            }
            default -> {
                Amount inner = amount(depth - 1);
                yield new Amount(
                        inner.number().times(2.0).plus(number),
                        book -> {
                            Double value = inner.meaning().apply(book);
                            return value == null ? null : value * 2 + number;
                        },
                        inner.nulls() == Nulls.UNKNOWN ? Nulls.UNKNOWN : Nulls.FALSE);
            }
        };
    }

    private String one(String... values) {
        return values[random.nextInt(values.length)];
    }
}
