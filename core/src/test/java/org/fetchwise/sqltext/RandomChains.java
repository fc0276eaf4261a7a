package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.domain.QReview.REVIEW;
import static org.fetchwise.domain.QTag.TAG;
import static org.fetchwise.expr.Functions.caseWhen;
import static org.fetchwise.expr.Functions.givenLong;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fetchwise.domain.Book;
import org.fetchwise.domain.Books;
import org.fetchwise.domain.Format;
import org.fetchwise.expr.Condition;

/** Makes conditions and chains of calls at random, the same from the same seed. */
final class RandomChains {
    private static final List<Format> FORMATS = List.of(Format.values());

    private final Random random;
    private boolean narrowed;

    RandomChains(long seed) {
        random = new Random(seed);
    }

    /** A condition that is true or false of a book, without a join over a to-many relation. */
    Condition<Book> condition(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return leaf();
        }
        Condition<Book> left = condition(depth - 1);
        return switch (random.nextInt(4)) {
            case 0 -> left.and(condition(depth - 1));
            case 1 -> left.or(condition(depth - 1));
            case 2 -> left.xor(condition(depth - 1));
            default -> left.not();
        };
    }

    private Condition<Book> leaf() {
        int number = random.nextInt(5);
        return switch (random.nextInt(24)) {
            case 0 -> BOOK.published;
            case 1 -> BOOK.pages.gt(number * 100);
            case 2 -> BOOK.score.le(number);
            case 3 -> BOOK.price.between(number, number + 10);
            case 4 -> BOOK.title.icontains(number < 3 ? "a" : "LT");
            case 5 -> BOOK.title.endsWith("a");
            case 6 -> BOOK.format.eq(FORMATS.get(number % FORMATS.size()));
            case 7 -> BOOK.id.isIn(number, number + 2);
            case 8 -> BOOK.score.isIn(List.of(2.0, 4.5));
            case 9 -> BOOK.publisher().isNull();
            case 10 -> BOOK.publisher().name.eq("Atlas");
            case 11 -> BOOK.publisher().country.isNull();
            case 12 -> BOOK.editor().mentor().name.startsWith("A");
            case 13 -> BOOK.author().email.isNotNull();
            case 14 -> BOOK.editor().eq(BOOK.author());
            case 15 -> BOOK.reviews().any(REVIEW.stars.ge(number));
            case 16 -> BOOK.reviews().all(REVIEW.reader().name.eq("Cid"));
            case 17 -> BOOK.tags().none(TAG.name.eq("sql"));
            case 18 -> BOOK.reviews().count().gt(number % 2);
            case 19 -> BOOK.score.orElse(number).gt(3);
            case 20 ->
                caseWhen(BOOK.published).then(BOOK.score).otherwise(BOOK.score).eq(4.5);
            case 21 -> givenLong(BOOK.id, Map.of(1L, 5L, 3L, 7L)).gt(number);
            case 22 -> BOOK.reviews().filtered(REVIEW.stars.gt(number)).count().eq(1);
            default -> BOOK.editor().isIn(SqlTest.DB.objects(AUTHOR).filter(AUTHOR.active));
        };
    }

    /** The queryset after one more call. */
    Books call(Books books) {
        return switch (random.nextInt(18)) {
            case 0, 1, 2 -> books.filter(condition(2));
            case 3, 4 -> books.exclude(condition(2));
            case 5 -> books.filter(BOOK.reviews().stars.gt(random.nextInt(5)));
            case 6 -> books.exclude(BOOK.tags().name.eq("java"));
            case 7 -> books.orderBy(BOOK.pages.desc(), BOOK.id);
            case 8 -> books.orderBy(BOOK.publisher().name.asc().nullsLast(), BOOK.id.desc());
            case 9 -> books.orderBy(BOOK.id).slice(random.nextInt(2), 2 + random.nextInt(3));
            case 10 -> books.distinct();
            case 11 -> books.annotate(BOOK.reviews().count().named("reviewed"));
            case 12 -> books.selectRelated(BOOK.publisher());
            case 13 -> narrowed(books.only(BOOK.title, BOOK.pages));
            case 14 -> narrowed(books.defer(BOOK.price));
            case 15 -> narrowed ? books : books.asTable("rows_" + random.nextInt(1_000_000));
            case 16 ->
                books.filter(BOOK.reviews().filtered(REVIEW.approved).stars.ge(random.nextInt(3)));
            default -> books.reverse();
        };
    }

    /** What lacks columns is read like a table without them, and no condition may speak of them. */
    private Books narrowed(Books books) {
        narrowed = true;
        return books;
    }
}
