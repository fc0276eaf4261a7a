package org.fetchwise.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not compile. The message is part of the promise: its first line is compared, and its length is bounded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MisuseTest {
    private final List<Misuse> misuses = misuses();
    private final Compilation compilation = compile();

    /** How many lines a message takes at most: the fault itself, a few candidates, or an overload of many arities. */
    enum Message {
        AT_A_GLANCE(5),
        SHORT(9),
        LONG(37);

        private final int lines;

        Message(int lines) {
            this.lines = lines;
        }
    }

    /** A statement, the first line of the message, and the line that says what is wrong: often the same. */
    record Misuse(Message message, String statement, String firstLine, String reason) {
        @Override
        public String toString() {
            return statement;
        }
    }

    private static Misuse misuse(Message message, String statement, String line) {
        return new Misuse(message, statement, line, line);
    }

    private static Misuse misuse(Message message, String statement, String firstLine, String reason) {
        return new Misuse(message, statement, firstLine, reason);
    }

    private static List<Misuse> misuses() {
        return List.of(
                misuse(
                        Message.AT_A_GLANCE,
                        "books.filter(REVIEW.approved)",
                        "incompatible types: BooleanColumn<Review> cannot be converted to Condition<? super Book>"),
                misuse(
                        Message.AT_A_GLANCE,
                        "books.filter(BOOK.published, REVIEW.approved)",
                        "incompatible types: BooleanColumn<Review> cannot be converted to Condition<? super Book>"),
                misuse(
                        Message.AT_A_GLANCE,
                        "books.filter(BOOK.reviews().filtered(BOOK.published).id.isNull())",
                        "incompatible types: BooleanColumn<Book> cannot be converted to Condition<? super Review>"),
                misuse(
                        Message.SHORT,
                        "BOOK.published.and(REVIEW.approved)",
                        "method and in interface Condition<R> cannot be applied to given types;",
                        "reason: inference variable S has incompatible upper bounds Review,Book"),
                misuse(
                        Message.AT_A_GLANCE,
                        "books.selectRelated(REVIEW.reader())",
                        "incompatible types: QAuthor<Review> cannot be converted to ToOne<? super Book,?>"),
                misuse(
                        Message.AT_A_GLANCE,
                        "books.selectRelated(BOOK.reviews())",
                        "incompatible types: QReviewMany<Book> cannot be converted to ToOne<? super Book,?>"),
                misuse(
                        Message.AT_A_GLANCE,
                        "books.selectRelated(BOOK.reviews().reader())",
                        "incompatible types: QAuthorMany<Book> cannot be converted to ToOne<? super Book,?>"),
                misuse(
                        Message.AT_A_GLANCE,
                        "books.prefetchRelated(REVIEW.book())",
                        "incompatible types: QBook<Review> cannot be converted to Fetch<? super Book>"),
                misuse(
                        Message.LONG,
                        "prefetch(BOOK.reviews(), tags)",
                        "no suitable method found for prefetch(QReviewMany<Book>,QuerySet.Of<Tag>)",
                        "(inference variable C has incompatible equality constraints Tag,Review)"),
                misuse(
                        Message.SHORT,
                        "books.update(AUTHOR.name.to(\"x\"))",
                        "incompatible types: Assignment<Author> cannot be converted to Assignment<? super Book>"),
                misuse(
                        Message.SHORT,
                        "books.update(BOOK.published.eq(true))",
                        "incompatible types: Condition<Book> cannot be converted to Assignment<? super Book>"),
                misuse(
                        Message.SHORT,
                        "BOOK.title.to(5)",
                        "no suitable method found for to(int)",
                        "(argument mismatch; int cannot be converted to String)"),
                misuse(
                        Message.SHORT,
                        "books.bulkUpsert(List.of(book), onConflict(AUTHOR.email).update(BOOK.title))",
                        "no suitable method found for update(StringColumn<Book>)",
                        "(varargs mismatch; StringColumn<Book> cannot be converted to Column<? super Author,?>)"),
                misuse(
                        Message.AT_A_GLANCE,
                        "books.only(REVIEW.text)",
                        "incompatible types: StringColumn<Review> cannot be converted to Column<? super Book,?>"),
                misuse(
                        Message.AT_A_GLANCE,
                        "books.only(BOOK.pages.plus(1))",
                        "incompatible types: IntExpr<Book> cannot be converted to Column<? super Book,?>"),
                misuse(
                        Message.SHORT,
                        "BOOK.author().eq(book)",
                        "no suitable method found for eq(Book)",
                        "(argument mismatch; Book cannot be converted to Author)"),
                misuse(
                        Message.SHORT,
                        "BOOK.author().eq(5L)",
                        "no suitable method found for eq(long)",
                        "(argument mismatch; long cannot be converted to Author)"),
                misuse(
                        Message.SHORT,
                        "BOOK.author().eq(outer(TAG))",
                        "no suitable method found for eq(Ref<Object,Tag>)",
                        "upper bounds: Object,Author)"),
                misuse(
                        Message.AT_A_GLANCE,
                        "books.values(BOOK.title, BOOK.publishedAt).into(Card::new)",
                        "incompatible types: invalid constructor reference",
                        "incompatible types: Instant cannot be converted to Long"),
                misuse(
                        Message.AT_A_GLANCE,
                        "books.values(BOOK.title, BOOK.copies, BOOK.pages).into(Card::new)",
                        "incompatible types: invalid constructor reference",
                        "reason: actual and formal argument lists differ in length"),
                misuse(
                        Message.AT_A_GLANCE,
                        "books.values(BOOK.copies, BOOK.title).into(Card::new)",
                        "incompatible types: invalid constructor reference",
                        "incompatible types: Long cannot be converted to String"),
                misuse(
                        Message.AT_A_GLANCE,
                        "books.values(BOOK.title, BOOK.copies).into(Count::new)",
                        "incompatible types: invalid constructor reference",
                        "incompatible types: Long cannot be converted to int"),
                misuse(
                        Message.LONG,
                        "books.values(BOOK.title, AUTHOR.name)",
                        "no suitable method found for values(StringColumn<Book>,StringColumn<Author>)",
                        "(argument mismatch; StringColumn<Author> cannot be converted to Expr<? super Book,B>))"),
                misuse(
                        Message.AT_A_GLANCE,
                        "books.values(BOOK.id).published()",
                        "cannot find symbol",
                        "symbol:   method published()"),
                misuse(Message.AT_A_GLANCE, "BOOK.autor()", "cannot find symbol", "symbol:   method autor()"),
                misuse(
                        Message.SHORT,
                        "BOOK.pages.gt(\"10\")",
                        "no suitable method found for gt(String)",
                        "(argument mismatch; String cannot be converted to Number)"),
                misuse(
                        Message.SHORT,
                        "BOOK.pages.gt(BOOK.title)",
                        "no suitable method found for gt(StringColumn<Book>)",
                        "(argument mismatch; StringColumn<Book> cannot be converted to Number)"),
                misuse(
                        Message.SHORT,
                        "BOOK.publishedAt.ge(LocalDate.now())",
                        "no suitable method found for ge(LocalDate)",
                        "(argument mismatch; LocalDate cannot be converted to Instant)"),
                misuse(
                        Message.SHORT,
                        "BOOK.title.eq(5)",
                        "no suitable method found for eq(int)",
                        "(argument mismatch; int cannot be converted to String)"),
                misuse(
                        Message.SHORT,
                        "BOOK.title.startsWith(5)",
                        "no suitable method found for startsWith(int)",
                        "(argument mismatch; int cannot be converted to String)"),
                misuse(
                        Message.SHORT,
                        "BOOK.title.eq(null)",
                        "reference to eq is ambiguous",
                        "both method eq(V) in ValueExpr and method <S>eq(Expr<? super S,? extends V>) in ValueExpr"
                                + " match"),
                misuse(
                        Message.AT_A_GLANCE,
                        "books.filter(BOOK.title.equals(\"x\"))",
                        "incompatible types: boolean cannot be converted to Condition<? super Book>"),
                misuse(
                        Message.AT_A_GLANCE,
                        "boolean b = BOOK.pages > 10",
                        "bad operand types for binary operator '>'",
                        "first type:  IntColumn<Book>"),
                misuse(
                        Message.AT_A_GLANCE,
                        "Object no = !BOOK.published",
                        "bad operand type BooleanColumn<Book> for unary operator '!'"),
                misuse(
                        Message.AT_A_GLANCE,
                        "if (books) return books",
                        "incompatible types: Books cannot be converted to boolean"),
                misuse(Message.AT_A_GLANCE, "BOOK.title.sum()", "cannot find symbol", "symbol:   method sum()"),
                misuse(
                        Message.AT_A_GLANCE,
                        "BOOK.pages.over(window())",
                        "cannot find symbol",
                        "symbol:   method over(Window<Object>)"),
                misuse(
                        Message.AT_A_GLANCE,
                        "books.annotate(rank())",
                        "incompatible types: RankFunction cannot be converted to Expr<? super Book,?>"),
                misuse(
                        Message.AT_A_GLANCE,
                        "books.annotate(caseWhen(BOOK.published).then(5))",
                        "incompatible types: Case<Book,Integer,IntExpr<Book>> cannot be converted to Expr<? super"
                                + " Book,?>"),
                misuse(
                        Message.SHORT,
                        "caseWhen(BOOK.published).then(5).orWhen(BOOK.published).then(\"x\")",
                        "no suitable method found for then(String)",
                        "(argument mismatch; String cannot be converted to Integer)"),
                misuse(
                        Message.SHORT,
                        "BOOK.title.isIn(List.of(1, 2))",
                        "no suitable method found for isIn(List<Integer>)",
                        "(varargs mismatch; no instance(s) of type variable(s) E exist so that List<E> conforms to"
                                + " String)"),
                misuse(
                        Message.AT_A_GLANCE,
                        "number.of(author)",
                        "incompatible types: Author cannot be converted to Book"),
                misuse(
                        Message.SHORT,
                        "String id = row.get(BOOK.id)",
                        "incompatible types: inference variable V has incompatible bounds",
                        "equality constraints: Long"),
                misuse(
                        Message.SHORT,
                        "books.filter()",
                        "no suitable method found for filter(no arguments)",
                        "(actual and formal argument lists differ in length)"));
    }

    private Compilation compile() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int at = 0; at < misuses.size(); at++) {
            sources.put(nameOf(at), source(nameOf(at), misuses.get(at).statement()));
        }
        return Compilation.of(sources);
    }

    private static String source(String name, String statement) {
        return """
            package org.fetchwise.domain;

            import static org.fetchwise.domain.QAuthor.AUTHOR;
            import static org.fetchwise.domain.QBook.BOOK;
            import static org.fetchwise.domain.QReview.REVIEW;
            import static org.fetchwise.domain.QTag.TAG;
            import static org.fetchwise.OnConflict.onConflict;
            import static org.fetchwise.expr.Functions.*;

            import java.time.*;
            import java.util.List;
            import org.fetchwise.*;
            import org.fetchwise.expr.*;

            class %s {
                record Card(String title, Long pages) {}

                record Count(String title, int copies) {}

                Object use(Books books, QuerySet.Of<Tag> tags, LongExpr<Book> number, Book book, Author author, Row row) {
                    %s;
                    return books;
                }
            }
            """.formatted(name, statement);
    }

    private static String nameOf(int at) {
        return "Misuse" + at;
    }

    Stream<Misuse> all() {
        return misuses.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void misuse_isRejected_andTheMessageSaysWhy(Misuse misuse) {
        List<String> messages = compilation.messages(nameOf(misuses.indexOf(misuse)));
        assertThat(messages).hasSize(1);
        List<String> lines = messages.getFirst().lines().map(String::strip).toList();
        assertThat(lines.getFirst()).isEqualTo(misuse.firstLine());
        assertThat(lines).contains(misuse.reason()).hasSizeLessThanOrEqualTo(misuse.message().lines);
    }

    @Test
    void everyMisuseIsTested() {
        assertThat(misuses).hasSize(44);
    }
}
