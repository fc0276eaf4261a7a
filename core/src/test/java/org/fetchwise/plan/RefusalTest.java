package org.fetchwise.plan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.OnConflict.onConflict;
import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.domain.QReview.REVIEW;
import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.lag;
import static org.fetchwise.expr.Functions.lookup;
import static org.fetchwise.expr.Functions.outer;
import static org.fetchwise.expr.Functions.rank;
import static org.fetchwise.expr.Functions.window;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fetchwise.Database;
import org.fetchwise.domain.Author;
import org.fetchwise.domain.Book;
import org.fetchwise.domain.Books;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.expr.Bound;
import org.fetchwise.expr.LongExpr;
import org.junit.jupiter.api.Test;

/** What can be wrong in a query only when it is built, and what the message says then. */
class RefusalTest {
    private static final Database DB = Database.connect("jdbc:h2:mem:");

    private static final Books BOOKS = DB.querySet(Books.class);

    @Test
    void lookup_ofUnknownName_saysTheNearest() {
        refused(() -> BOOKS.filter(lookup("autor__name", "Ann")))
                .hasMessageStartingWith("No 'autor' on Book. Did you mean 'author'? Choices: author, copies,")
                .hasMessageContaining("In 'autor__name'.");
        refused(() -> BOOKS.filter(lookup("author__nmae__contains", "Ann")))
                .hasMessageStartingWith("No 'nmae' on Author. Did you mean 'name'?");
    }

    @Test
    void lookup_thatDoesNotFitItsColumn_isRefused() {
        refused(() -> BOOKS.filter(lookup("title__name", "x")))
                .hasMessageStartingWith(
                        "The lookup 'title__name' has 'name' behind 'title', which is none of the lookups");
        refused(() -> BOOKS.filter(lookup("pages", "many")))
                .hasMessageStartingWith("The lookup 'pages' takes a value of type Integer, not this String.");
        refused(() -> BOOKS.filter(lookup("format", "scroll")))
                .hasMessageStartingWith(
                        "The lookup 'format' takes one of HARDBACK, PAPERBACK, EBOOK, not this String.");
        refused(() -> BOOKS.filter(lookup("pages__range", List.of(1))))
                .hasMessageStartingWith("The lookup 'pages__range' takes a collection of two values.");
        refused(() -> BOOKS.filter(lookup("title__isnull", "yes")))
                .hasMessageStartingWith("The lookup 'title__isnull' takes true or false.");
        refused(() -> BOOKS.filter(lookup("pages__gt", null))).hasMessageContaining("use isnull");
    }

    @Test
    void nullAmongValues_isRefused_withWhatIsMeantInItsPlace() {
        refused(() -> BOOKS.filter(BOOK.title.isIn("a", RefusalTest.<String>nothing())))
                .hasMessage(
                        "Nothing equals null, but it is among the values for 'title': leave it out, and ask isNull()"
                                + " for the rows without a value.");
        refused(() -> BOOKS.filter(BOOK.pages.isIn(1, RefusalTest.<Integer>nothing())))
                .hasMessageContaining("among the values for 'pages'");
        refused(() -> BOOKS.filter(BOOK.author().eq(RefusalTest.<Author>nothing())))
                .hasMessageStartingWith("'Book.author' was given null in place of a row of Author: ask isNull()");
        refused(() -> BOOKS.update(BOOK.title.to(RefusalTest.<String>nothing())))
                .hasMessage("'title' is to get null: where that is meant, write toNull() in place of to(...).");
        List<Long> keys = new ArrayList<>(List.of(1L));
        keys.add(nothing());
        refused(() -> BOOKS.inBulk(keys)).hasMessage("inBulk takes values of 'id', but one is null: leave it out.");
    }

    @Test
    void nullAmongObjects_isRefused_withItsPosition() {
        List<Book> books = new ArrayList<>(List.of(new Book()));
        books.add(nothing());
        refused(() -> BOOKS.bulkCreate(books))
                .hasMessageStartingWith(
                        "bulkCreate takes objects of Book, but the one at position 1 is null: leave it out.");
        refused(() -> BOOKS.bulkUpdate(books, List.of(BOOK.title))).hasMessageStartingWith("bulkUpdate takes objects");
        refused(() -> BOOKS.bulkUpsert(books, onConflict(BOOK.title).ignore()))
                .hasMessageStartingWith("bulkUpsert takes objects");
        refused(() -> BOOKS.saveGraph(books)).hasMessageStartingWith("saveGraph takes objects");
        refused(() -> BOOKS.create(nothing()))
                .hasMessageStartingWith("create takes an object of Book, but was given null.");
        refused(() -> BOOKS.save(nothing())).hasMessageStartingWith("save takes an object");
        refused(() -> BOOKS.delete(RefusalTest.<Book>nothing())).hasMessageStartingWith("delete takes an object");
    }

    /** What a program passes that does not heed the annotations. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <V> V nothing() {
        return null;
    }

    @Test
    void pathsWithoutEnd_andTablesWithoutNumber_areRefused() {
        String path = "author__" + "mentor__".repeat(15) + "name";
        refused(() -> BOOKS.filter(lookup(path, "Ann")))
                .hasMessageStartingWith("A path given as text has at most 16 names, and 'author__mentor__")
                .hasMessageContaining("has 17.");
        Books joined = BOOKS;
        for (int call = 0; call < 60; call++) {
            joined = joined.filter(BOOK.reviews().stars.gt(call));
        }
        Books many = joined;
        refused(many::explain).hasMessageStartingWith("The query joins 61 tables, and may join 60.");
    }

    @Test
    void valuesOverToMany_wouldMultiplyRows() {
        refused(() -> BOOKS.values(BOOK.reviews().stars)).hasMessageContaining("would give a row for each of reviews");
        refused(() -> BOOKS.orderBy(BOOK.tags().name)).hasMessageContaining("would give a row for each of tags");
        refused(() -> BOOKS.annotate(BOOK.reviews().stars.named("stars")))
                .hasMessageContaining("annotate(reviews.stars) would give a row for each of reviews")
                .hasMessageContaining("in query: Book.objects");
        refused(() -> BOOKS.only(BOOK.tags().name)).hasMessageContaining("names a column of a to-many relation");
    }

    @Test
    void aggregateThatTakesOtherRows_wouldMultiplyThem() {
        refused(() -> DB.objects(AUTHOR)
                        .values(AUTHOR.books()
                                .tags()
                                .id
                                .plus(AUTHOR.books().reviews().id)
                                .max())
                        .explain())
                .hasMessageContaining("would take a row once for each of its 'books.")
                .hasMessageContaining("any(...)");
    }

    @Test
    void aggregateOfAnAggregate_isRefused() {
        refused(() -> BOOKS.aggregate(BOOK.reviews().count().sum()))
                .hasMessageContaining("is an aggregate of an aggregate or of a window")
                .hasMessageContaining("in query: Book.objects");
        refused(() -> BOOKS.annotate(BOOK.reviews().count().named("n"))
                        .annotate(BOOK.reviews().count().max()))
                .hasMessageContaining("is an aggregate of an aggregate or of a window");
        refused(() -> BOOKS.annotate(BOOK.reviews()
                        .count()
                        .filter(rank().over(window().orderBy(BOOK.pages)).le(3))))
                .hasMessageContaining("is an aggregate of an aggregate or of a window");
    }

    @Test
    void windowWhereSingleRowsAreLookedAt_isRefused() {
        LongExpr<Book> rank = rank().over(window().orderBy(BOOK.pages));
        refused(() -> BOOKS.annotate(rank().over(window().orderBy(rank))))
                .hasMessageContaining("looks at other rows, and stands where a single row is looked at")
                .hasMessageContaining("in query: Book.objects");
        refused(() -> BOOKS.orderBy(lag(rank).over(window().orderBy(BOOK.id))))
                .hasMessageContaining("within another window");
        refused(() -> DB.objects(AUTHOR).filter(AUTHOR.books().any(rank.le(3))))
                .hasMessageContaining("in a condition on one row of a relation")
                .hasMessageContaining("in query: Author.objects");
        refused(() -> DB.objects(AUTHOR).annotate(AUTHOR.books().count(rank.le(3))))
                .hasMessageContaining("use that as a subquery");
        refused(() -> BOOKS.groupBy(rank)).hasMessageContaining("is computed from several");
    }

    @Test
    void aCursorOfAnotherQuery_isRefused() {
        String cursor = "AQABAQAAAAFB" + "A".repeat(22);
        for (String foreign : List.of(cursor, "no cursor at all", "")) {
            refused(() -> BOOKS.orderBy(BOOK.title).keyset(2, foreign))
                    .hasMessageStartingWith("This cursor was not made by this query")
                    .hasMessageContaining("in query: Book.objects.orderBy(title, id)")
                    .hasMessageNotContaining(cursor);
        }
    }

    @Test
    void totals_areAggregates() {
        refused(() -> BOOKS.aggregate(BOOK.pages)).hasMessageContaining("has a value for each row");
        refused(() -> BOOKS.aggregate(BOOK.pages.sum(), BOOK.pages.sum()))
                .hasMessageContaining("Two aggregates are called 'sum(pages)'");
    }

    @Test
    void outer_needsAQueryAround() {
        refused(() -> BOOKS.filter(BOOK.author().eq(outer(AUTHOR))).explain())
                .hasMessageContaining("'outer(id)' needs a query around this one")
                .hasMessageContaining("in query: Book.objects.filter(");
    }

    @Test
    void groups_areOrderedAndSelectedByWhatTheyHave() {
        refused(() -> BOOKS.groupBy(BOOK.reviews().count())).hasMessageContaining("is computed from several");
        refused(() -> BOOKS.groupBy(BOOK.published)
                        .values(BOOK.published, BOOK.count())
                        .limit(1)
                        .filter(BOOK.published))
                .hasMessageContaining("A slice of groups");
    }

    @Test
    void combinedRows_haveOnlyTheirValues() {
        refused(() -> BOOKS.union(BOOKS).orderBy(BOOK.author().name))
                .hasMessageContaining("'author.name' is none of them")
                .hasMessageContaining("in query: Book.objects");
        refused(() -> BOOKS.values(BOOK.title)
                        .union(DB.objects(AUTHOR).values(AUTHOR.name))
                        .orderBy(BOOK.pages))
                .hasMessageContaining("'pages' is none of them");
        assertThatThrownBy(() -> BOOKS.union(BOOKS).filter(BOOK.published))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("call filter on each of them before");
    }

    @Test
    void aggregateOfOwnRows_isNoValueOfARow() {
        refused(() -> BOOKS.values(BOOK.pages.sum())).hasMessageContaining("is taken over all rows");
    }

    @Test
    void twoValuesOfOneName_areRefused() {
        refused(() -> BOOKS.values(BOOK.title, BOOK.title)).hasMessageContaining("Two values are called 'title'");
        refused(() -> BOOKS.annotate(BOOK.pages.plus(1).named("n"), BOOK.copies.named("n")))
                .hasMessageContaining("Two annotations are called 'n'")
                .hasMessageContaining("in query: Book.objects");
        refused(() -> BOOKS.values(BOOK.title).annotate(BOOK.pages.plus(1).named("title")))
                .hasMessageContaining("has the name of an attribute of Book");
        refused(() -> BOOKS.aggregate(
                        BOOK.pages.sum().named("n"), BOOK.copies.sum().named("n")))
                .hasMessageContaining("Two aggregates are called 'n'");
        refused(() -> BOOKS.annotate(BOOK.reviews().count().named("title")))
                .hasMessageContaining("has the name of an attribute of Book");
    }

    @Test
    void slices_haveNoNegativeEnds() {
        refused(() -> BOOKS.limit(-1)).hasMessageContaining("not negative");
        refused(() -> BOOKS.offset(-1)).hasMessageContaining("reverse()");
        refused(() -> BOOKS.slice(-1, 2)).hasMessageContaining("not negative");
    }

    @Test
    void valuesAreNeverInMessages() {
        refused(() -> BOOKS.filter(BOOK.reviews().any(REVIEW.text.eq("secret"))).limit(-1))
                .hasMessageNotContaining("secret")
                .hasMessageContaining("reviews.any(text = ?)");
    }

    @Test
    void aggregate_ofEqualValuesOnce_isRefused_whereThatChangesNothing_orNoDatabaseKnowsIt() {
        refused(() -> BOOKS.aggregate(BOOK.pages.min().distinct())).hasMessageContaining("leave distinct() out");
        refused(() -> BOOKS.aggregate(field("pages").max().distinct())).hasMessageContaining("leave distinct() out");
        refused(() -> BOOKS.aggregate(BOOK.pages.stddev().distinct()))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("takes every value as often as it occurs");
        refused(() -> BOOKS.values(BOOK.pages.sum().distinct().over(window()).named("n")))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("which no database does over a window");
    }

    @Test
    void aggregate_ofWhatIsNoNumber_isRefused() {
        refused(() -> BOOKS.aggregate(field("published_at").sum()))
                .hasMessageStartingWith("SUM takes numbers and durations, but 'publishedAt' is of the type Instant.");
        refused(() -> BOOKS.aggregate(field("title").avg())).hasMessageStartingWith("AVG takes numbers and durations");
        refused(() -> BOOKS.aggregate(field("published").stddev())).hasMessageStartingWith("STDDEV_POP takes numbers");
    }

    @Test
    void frame_thatEndsBeforeItStarts_isRefused() {
        refused(() -> window().rows(Bound.following(1), Bound.currentRow()))
                .hasMessageStartingWith("A frame ends where it starts or behind that");
        refused(() -> window().range(Bound.preceding(1), Bound.preceding(2)))
                .hasMessageStartingWith("A frame ends where it starts or behind that");
    }

    @Test
    void relation_amongRowsOfAnotherEntity_isRefused() {
        refused(() -> BOOKS.filter(lookup("author__in", BOOKS)))
                .hasMessageStartingWith("The lookup 'author__in' takes a query of Author, not of Book");
    }

    @Test
    void annotation_withTheNameOfAForeignKey_isRefused() {
        refused(() -> BOOKS.annotate(BOOK.pages.plus(1).named("author_id")))
                .hasMessageContaining("has the name of an attribute of Book");
    }

    @Test
    void groups_byAFunctionOverAWindow_areRefused() {
        refused(() -> BOOKS.annotate(rank().over(window().orderBy(BOOK.pages)).named("place"))
                        .values(field("place"))
                        .annotate(field("id").count().named("n")))
                .hasMessageContaining("is computed from several");
    }

    @Test
    void combinedRows_haveNothingButTheirValues() {
        var combined = BOOKS.filter(BOOK.id.le(2)).union(BOOKS);
        refused(() -> combined.prefetchRelated(BOOK.reviews()))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("call prefetchRelated on each of them before");
        refused(() -> combined.values(BOOK.pages.plus(1).named("n")))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("ask for it in each of the queries before");
    }

    @Test
    void aggregate_ofAnAlias_isRefused_forNoRowHasIt() {
        var counted = BOOKS.alias(BOOK.reviews().count().named("n"));
        refused(() -> counted.aggregate(field("n").sum())).hasMessageContaining("is an alias, which no row has");
        refused(() -> counted.aggregate(field("pages").sum().plus(field("n").max())))
                .hasMessageContaining("is an alias, which no row has");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(QueryException.class);
    }
}
