package org.fetchwise.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What users write compiles, and without a warning: -Xlint:all says nothing, and there is nothing unchecked to suppress. */
class GuideTest {
    private static final String GUIDE = """
        package org.fetchwise.domain;

        import static org.fetchwise.domain.QAuthor.AUTHOR;
        import static org.fetchwise.domain.QBook.BOOK;
        import static org.fetchwise.domain.QReview.REVIEW;
        import static org.fetchwise.domain.QTag.TAG;
        import static org.fetchwise.expr.Functions.*;

        import java.time.*;
        import java.util.*;
        import java.util.stream.Stream;
        import org.fetchwise.*;
        import org.fetchwise.expr.*;

        class Guide {
            record Card(String title, String author) {}

            record Wide(String title, double pages, long copies) {}

            record Twice(String title, String author) {
                Twice(String title) {
                    this(title, "");
                }
            }

            interface Publishable<T, Q extends QuerySet<T, Q>> extends QuerySet<T, Q> {
                BooleanColumn<T> publishedFlag();

                default Q live() {
                    return filter(publishedFlag());
                }
            }

            static final LongExpr<Book> REVIEW_COUNT = BOOK.reviews().count().named("review_count");

            int navigation(Books books) {
                int names = 0;
                for (Book book : books) {
                    for (Review review : book.getReviews()) {
                        names += review.getReader().getName().length();
                    }
                }
                return names;
            }

            List<Book> related(Books books) {
                return books.selectRelated(BOOK.author(), BOOK.publisher())
                        .prefetchRelated(BOOK.reviews().reader())
                        .list();
            }

            int prefetched(Books books, QuerySet.Of<Review> reviews) {
                var latest = prefetch(BOOK.reviews(), reviews.selectRelated(REVIEW.reader())
                                .filter(REVIEW.approved)
                                .orderBy(REVIEW.stars.desc())
                                .limit(5))
                        .named("latest_reviews");
                int stars = 0;
                for (Book book : books.prefetchRelated(latest)) {
                    for (Review review : latest.of(book)) {
                        stars += review.getStars();
                    }
                }
                var mentor = prefetch(BOOK.author(), (QuerySet.Of<Author>) null);
                Author author = mentor.of(null);
                return author == null ? stars : 0;
            }

            boolean terminals(Books books, Author author, Database db) {
                long count = books.count();
                Optional<Book> first = books.orderBy(BOOK.title).first();
                Optional<Book> last = books.last();
                Book one = books.get(BOOK.id.eq(1));
                Book newest = books.latest(BOOK.publishedAt);
                Map<Long, Book> byKey = books.inBulk(List.of(1L, 2L));
                Map<String, Book> byIsbn = books.inBulk(BOOK.isbn, List.of("1"));
                List<Book> part = books.slice(20, 40).list();
                books.forEachChunk(100, chunk -> chunk.forEach(book -> book.getTitle()));
                try (Stream<Book> stream = books.stream()) {
                    count += stream.count();
                }
                count += db.related(one, BOOK.reviews()).filter(REVIEW.approved).count();
                return books.filter(BOOK.author().eq(author)).exists() && count > 0;
            }

            List<Card> values(Books books) {
                List<Long> keys = books.values(BOOK.id).list();
                List<Row> rows = books.values(BOOK.id, BOOK.title, BOOK.author().name).list();
                Long key = rows.get(0).get(BOOK.id);
                List<Wide> wide = books.values(BOOK.title, BOOK.pages, BOOK.copies).into(Wide::new).list();
                List<Twice> twice = books.values(BOOK.title, BOOK.author().name).into(Twice::new).list();
                for (Long id : books.values(BOOK.id)) {
                    key += id;
                }
                books.only(BOOK.id, BOOK.title, BOOK.publishedAt).list();
                books.defer(BOOK.summary, BOOK.price).list();
                return books.values(BOOK.title, BOOK.author().name).into(Card::new).list();
            }

            long annotations(Books books, QuerySet.Of<Author> authors) {
                var stars = BOOK.reviews().stars.avg().named("avg_stars");
                var house = BOOK.publisher().name.named("house");
                books.annotate(REVIEW_COUNT, stars, house).values(BOOK.id, BOOK.title, house, REVIEW_COUNT, stars).list();
                long sum = 0;
                for (Book book : books.annotate(REVIEW_COUNT).filter(REVIEW_COUNT.gt(10))) {
                    Long count = REVIEW_COUNT.of(book);
                    sum += count == null ? 0 : count;
                }
                var n = AUTHOR.books().reviews().count();
                var score = caseWhen(n.gt(10)).then(5).orWhen(n.gt(5)).then(3).otherwise(1).named("score");
                authors.annotate(score, AUTHOR.books().count(BOOK.published).named("published"));
                authors.annotate(AUTHOR.books().count().filter(AUTHOR.books().publishedAt.ge(Instant.EPOCH)));
                authors.values(AUTHOR.books().pages.sum().orElse(0));
                return sum;
            }

            Books conditions(Books books, Author author, Collection<Author> authors, QuerySet.Of<Author> active) {
                return books.filter(BOOK.published.and(BOOK.pages.gt(10)).or(BOOK.score.lt(2.5)))
                        .filter(BOOK.publishedAt.lt(now()), not(BOOK.title.icontains("draft")))
                        .filter(BOOK.author().isIn(authors))
                        .filter(BOOK.author().isIn(active.filter(AUTHOR.active)))
                        .filter(BOOK.id.isIn(1, 2L, 3), BOOK.title.isIn("a", "b"))
                        .filter(BOOK.reviews().any(REVIEW.approved.and(REVIEW.reader().eq(author))))
                        .filter(BOOK.tags().none(TAG.name.eq("old")), BOOK.reviews().all(REVIEW.stars.ge(3)))
                        .filter(lookup("author__name__icontains", "ann"))
                        .exclude(BOOK.editor().isNull(), BOOK.author().eq(BOOK.editor()))
                        .orderBy(BOOK.score.desc().nullsLast(), BOOK.title);
            }

            void calculations(Books books) {
                LongExpr<Book> whole = BOOK.pages.plus(BOOK.copies);
                DoubleExpr<Book> real = BOOK.pages.times(0.3).plus(whole.times(0.5));
                IntExpr<Book> same = BOOK.pages.plus(1);
                var rank = rank().over(window().partitionBy(BOOK.publisher()).orderBy(BOOK.pages.desc()));
                var total = BOOK.pages.sum()
                        .over(window().orderBy(BOOK.publishedAt, BOOK.id).rows(Bound.unbounded(), Bound.currentRow()));
                books.values(BOOK.title, rank.named("rank"), total.named("total"), real.named("real"), same.named("more"));
            }

            QuerySet<Book, ?> chained(QuerySet<Book, ?> any) {
                return any.filter(BOOK.published).orderBy(BOOK.title).limit(3);
            }
        }
        """;

    @Test
    void guide_compilesWithoutWarnings() {
        assertThat(Compilation.of(Map.of("Guide", GUIDE)).messages("Guide")).isEmpty();
    }
}
