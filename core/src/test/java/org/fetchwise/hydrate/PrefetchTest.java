package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.expr.Functions.prefetch;
import static org.fetchwise.expr.Functions.relation;
import static org.fetchwise.hydrate.shelf.QAuthor.AUTHOR;
import static org.fetchwise.hydrate.shelf.QBook.BOOK;
import static org.fetchwise.hydrate.shelf.QChapter.CHAPTER;
import static org.fetchwise.hydrate.shelf.QTag.TAG;

import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.expr.Prefetch;
import org.fetchwise.hydrate.shelf.Author;
import org.fetchwise.hydrate.shelf.Book;
import org.fetchwise.hydrate.shelf.Chapter;
import org.fetchwise.hydrate.shelf.Tag;
import org.fetchwise.meta.FetchMode;
import org.fetchwise.spi.Cause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Relations that are loaded together with the objects. */
class PrefetchTest {
    private final Shelf shelf = new Shelf();

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void eachLevel_isOneStatement() {
        List<Book> books = shelf.database()
                .objects(BOOK)
                .prefetchRelated(BOOK.chapters().editor(), BOOK.tags())
                .fetchMode(FetchMode.RAISE)
                .orderBy(BOOK.id.asc())
                .list();
        assertThat(shelf.statements())
                .extracting(start -> start.cause())
                .containsExactly(
                        new Cause.Terminal("list"),
                        new Cause.PrefetchLoad("Book.chapters"),
                        new Cause.PrefetchLoad("Book.chapters.editor"),
                        new Cause.PrefetchLoad("Book.tags"));
        for (Book book : books) {
            assertThat(book.getChapters()).hasSize(book.getId().intValue());
            for (Chapter chapter : book.getChapters()) {
                assertThat(chapter.getBook()).isSameAs(book);
                assertThat(chapter.getEditor() == null).isEqualTo(chapter.getNumber() == 1);
            }
        }
        assertThat(books.get(5).getTags()).extracting(Tag::getName).containsExactly("one", "three", "two");
        assertThat(shelf.sent()).isZero();
    }

    @Test
    void commonBeginningOfPaths_isLoadedOnce() {
        shelf.database()
                .objects(AUTHOR)
                .prefetchRelated(
                        AUTHOR.books(),
                        AUTHOR.books().chapters(),
                        AUTHOR.books().tags())
                .list();
        assertThat(shelf.sent()).isEqualTo(4);
    }

    @Test
    void afterSelectRelated_goesOnFromTheJoinedObjects() {
        List<Book> books = shelf.database()
                .objects(BOOK)
                .selectRelated(BOOK.author())
                .prefetchRelated(BOOK.author().books())
                .orderBy(BOOK.id.asc())
                .list();
        assertThat(shelf.sent()).isEqualTo(2);
        assertThat(books.get(0).getAuthor().getBooks()).containsExactlyInAnyOrder(books.get(0), books.get(3));
        assertThat(shelf.sent()).isZero();
    }

    @Test
    void toOneSteps_loadOnlyWhatIsMissing() {
        List<Book> books = shelf.database()
                .objects(BOOK)
                .prefetchRelated(BOOK.sequelOf(), BOOK.author())
                .orderBy(BOOK.id.asc())
                .list();
        assertThat(books.get(3).getSequelOf()).isSameAs(books.get(2));
        assertThat(books.get(3).getAuthor().getName()).isEqualTo("Author 2");
        assertThat(shelf.sent()).isEqualTo(2); // the predecessors are in the list
    }

    @Test
    void slice_isTakenForEachParentAndLeavesTheRelationAlone() {
        var latest = prefetch(
                        BOOK.chapters(),
                        shelf.database()
                                .objects(CHAPTER)
                                .selectRelated(CHAPTER.editor())
                                .orderBy(CHAPTER.number.desc())
                                .limit(2))
                .named("latest");
        List<Book> books = shelf.database()
                .objects(BOOK)
                .prefetchRelated(latest)
                .orderBy(BOOK.id.asc())
                .list();
        assertThat(shelf.sent()).isEqualTo(2);
        assertThat(latest.of(books.get(0))).extracting(Chapter::getNumber).containsExactly(1);
        assertThat(latest.of(books.get(4))).extracting(Chapter::getNumber).containsExactly(5, 4);
        assertThat(latest.of(books.get(4)).get(0).getEditor().getName()).isEqualTo("Author 3");
        assertThat(shelf.sent()).isZero();
        assertThat(books.get(4).getChapters())
                .hasSize(5)
                .contains(latest.of(books.get(4)).get(0));
    }

    @Test
    void restrictedQueryset_givesAnEmptyListWhereNothingFits() {
        var late = prefetch(BOOK.chapters(), shelf.database().objects(CHAPTER).filter(CHAPTER.number.gt(4)));
        List<Book> books = shelf.database()
                .objects(BOOK)
                .prefetchRelated(late)
                .orderBy(BOOK.id.asc())
                .list();
        assertThat(late.of(books.get(0))).isEmpty();
        assertThat(late.of(books.get(5))).extracting(Chapter::getNumber).containsExactly(5, 6);
    }

    @Test
    void toOneWithAQueryset_givesTheObjectOrNull() {
        var third = prefetch(BOOK.author(), shelf.database().objects(AUTHOR).filter(AUTHOR.name.eq("Author 3")));
        List<Book> books = shelf.database()
                .objects(BOOK)
                .prefetchRelated(third)
                .orderBy(BOOK.id.asc())
                .list();
        assertThat(third.of(books.get(0))).isNull();
        assertThat(third.of(books.get(1))).extracting(Author::getName).isEqualTo("Author 3");
        assertThat(books.get(0).getAuthor().getName()).isEqualTo("Author 2");
    }

    @Test
    void prefetchesOfAPrefetch_areLoadedForItsObjects() {
        var chapters = prefetch(
                BOOK.chapters(),
                shelf.database()
                        .objects(CHAPTER)
                        .filter(CHAPTER.number.gt(1))
                        .prefetchRelated(CHAPTER.editor().books())
                        .fetchMode(FetchMode.RAISE));
        List<Book> books = shelf.database()
                .objects(BOOK)
                .prefetchRelated(chapters)
                .orderBy(BOOK.id.asc())
                .list();
        assertThat(shelf.sent()).isEqualTo(4);
        assertThat(chapters.of(books.get(1)).get(0).getEditor().getBooks()).hasSize(2);
        assertThat(shelf.sent()).isZero();
    }

    @Test
    void pathGivenAsText_takesAQuerysetForItsLastRelation() {
        Prefetch<Object, ?> late = prefetch(
                        relation("books__chapters"),
                        shelf.database().objects(CHAPTER).filter(CHAPTER.number.gt(1)))
                .named("late");
        List<Author> authors =
                shelf.database().objects(AUTHOR).prefetchRelated(late).list();
        assertThat(shelf.sent()).isEqualTo(3);
        for (Author author : authors) {
            for (Book book : author.getBooks()) {
                assertThat((List<?>) late.of(book)).hasSize(book.getId().intValue() - 1);
            }
        }
        assertThat(shelf.sent()).isZero();
    }

    @Test
    void combinedRows_arePrefetchedForBefore() {
        var both = shelf.database()
                .objects(BOOK)
                .union(shelf.database().objects(BOOK).filter(BOOK.id.le(2L)));
        assertThatThrownBy(() -> both.prefetchRelated(BOOK.tags()))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("prefetchRelated");
    }

    @Test
    void manyToManyWithAQueryset_keepsItsOrder() {
        var tags = prefetch(
                BOOK.tags(),
                shelf.database().objects(TAG).orderBy(TAG.name.desc()).limit(2));
        List<Book> books = shelf.database()
                .objects(BOOK)
                .prefetchRelated(tags)
                .orderBy(BOOK.id.asc())
                .list();
        assertThat(tags.of(books.get(5))).extracting(Tag::getName).containsExactly("two", "three");
        assertThat(tags.of(books.get(0))).extracting(Tag::getName).containsExactly("one");
    }

    @Test
    void querysetKnownToBeEmpty_givesEmptyLists() {
        var nothing =
                prefetch(BOOK.chapters(), shelf.database().objects(CHAPTER).none());
        var nobody = prefetch(BOOK.author(), shelf.database().objects(AUTHOR).none());
        List<Book> books =
                shelf.database().objects(BOOK).prefetchRelated(nothing, nobody).list();
        assertThat(shelf.sent()).isEqualTo(1);
        assertThat(nothing.of(books.get(0))).isEmpty();
        assertThat(nobody.of(books.get(0))).isNull();
        assertThat(books.get(0).getChapters().isEmpty()).isFalse();
    }

    @Test
    void noObjects_needNoFurtherStatement() {
        assertThat(shelf.database()
                        .objects(BOOK)
                        .filter(BOOK.title.eq("none"))
                        .prefetchRelated(BOOK.chapters())
                        .list())
                .isEmpty();
        assertThat(shelf.sent()).isEqualTo(1);
    }

    @Test
    void keyOfAPrefetch_isUnknownToOtherObjects() {
        var chapters = prefetch(BOOK.chapters(), shelf.database().objects(CHAPTER));
        Book book = shelf.database().objects(BOOK).list().get(0);
        assertThatThrownBy(() -> chapters.of(book)).isInstanceOf(QueryException.class);
    }
}
