package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.hydrate.shelf.QAuthor.AUTHOR;
import static org.fetchwise.hydrate.shelf.QBook.BOOK;
import static org.fetchwise.hydrate.shelf.QChapter.CHAPTER;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.error.LazyLoadException;
import org.fetchwise.hydrate.shelf.Author;
import org.fetchwise.hydrate.shelf.Book;
import org.fetchwise.hydrate.shelf.Chapter;
import org.fetchwise.hydrate.shelf.Tag;
import org.fetchwise.spi.Cause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is touched on one object is loaded for all objects of the evaluation, with one statement. */
class PeerLoadingTest {
    private final Shelf shelf = new Shelf();

    @AfterEach
    void close() {
        shelf.close();
    }

    private List<Book> books() {
        List<Book> books = shelf.database().objects(BOOK).orderBy(BOOK.id.asc()).list();
        shelf.sent();
        return books;
    }

    @Test
    void toOne_isLoadedForAllPeersAtOnce() {
        List<Book> books = books();
        for (Book book : books) {
            assertThat(book.getAuthor().getName()).isEqualTo("Author " + (1 + book.getId() % 3));
        }
        assertThat(shelf.statements())
                .singleElement()
                .satisfies(start -> assertThat(start.cause()).isEqualTo(new Cause.PeerLoad("Book.author", 6)));
    }

    @Test
    void toOne_givesTheSameObjectForTheSameRow() {
        List<Book> books = books();
        assertThat(books.get(0).getAuthor()).isSameAs(books.get(3).getAuthor());
        assertThat(books.get(0).getAuthor()).isNotSameAs(books.get(1).getAuthor());
    }

    @Test
    void nullForeignKey_isNeverQueried() {
        List<Book> books = books();
        assertThat(books.get(1).getPublisher()).isNull();
        assertThat(shelf.sent()).isZero();
        assertThat(books.get(0).getPublisher().getCity()).isEqualTo("Oxford");
        assertThat(books.get(2).getPublisher()).isSameAs(books.get(0).getPublisher());
        assertThat(shelf.sent()).isEqualTo(1);
    }

    @Test
    void toOne_usesObjectsOfTheEvaluationWithoutAQuery() {
        List<Book> books = books();
        assertThat(books.get(1).getSequelOf()).isSameAs(books.get(0));
        assertThat(books.get(5).getSequelOf()).isSameAs(books.get(4));
        assertThat(shelf.sent()).isZero();
    }

    @Test
    void toMany_isLoadedForAllPeersInTheDefaultOrder() {
        for (Book book : books()) {
            assertThat(book.getChapters())
                    .hasSize(book.getId().intValue())
                    .extracting(Chapter::getNumber)
                    .isSorted();
        }
        assertThat(shelf.sent()).isEqualTo(2); // hasSize asks for the number first
    }

    @Test
    void toMany_isOneQueryWhenItsElementsAreLookedAtFirst() {
        int chapters = 0;
        for (Book book : books()) {
            for (Chapter chapter : book.getChapters()) {
                assertThat(chapter.getBook()).isSameAs(book);
                chapters++;
            }
        }
        assertThat(chapters).isEqualTo(21);
        assertThat(shelf.sent()).isEqualTo(1);
    }

    @Test
    void size_isOneGroupedCountForAllPeers() {
        List<Book> books = books();
        for (Book book : books) {
            assertThat(book.getChapters().size()).isEqualTo(book.getId().intValue());
            assertThat(book.getChapters().isEmpty()).isFalse();
        }
        assertThat(shelf.statements())
                .singleElement()
                .satisfies(start -> assertThat(start.text()).containsIgnoringCase("count"));
    }

    @Test
    void size_isKnownFromTheElementsOnceTheyAreLoaded() {
        List<Book> books = books();
        assertThat(books.get(2).getChapters().get(0).getHeading()).isEqualTo("Chapter 3.1");
        for (Book book : books) {
            assertThat(book.getChapters().size()).isEqualTo(book.getId().intValue());
        }
        assertThat(shelf.sent()).isEqualTo(1);
    }

    @Test
    void size_ofAnEmptyRelationIsZero() {
        shelf.execute("delete from chapter where book_id = 4");
        List<Book> books = books();
        assertThat(books.get(3).getChapters().isEmpty()).isTrue();
        assertThat(books.get(4).getChapters().isEmpty()).isFalse();
        assertThat(shelf.sent()).isEqualTo(1);
    }

    @Test
    void manyToMany_sharesObjectsBetweenOwners() {
        List<Book> books = books();
        assertThat(books.get(5).getTags()).extracting(Tag::getName).containsExactly("one", "three", "two");
        assertThat(books.get(0).getTags()).extracting(Tag::getName).containsExactly("one");
        assertThat(books.get(1)
                        .getTags()
                        .contains(books.get(0).getTags().iterator().next()))
                .isTrue();
        assertThat(shelf.sent()).isEqualTo(1);
    }

    @Test
    void manyToMany_backAgainFindsTheSameBooks() {
        List<Book> books = books();
        Tag two = books.get(1).getTags().stream()
                .filter(tag -> tag.getName().equals("two"))
                .findFirst()
                .orElseThrow();
        assertThat(two.getBooks()).containsExactlyInAnyOrder(books.get(1), books.get(3), books.get(5));
    }

    @Test
    void peersOfPeers_areLoadedTogetherToAnyDepth() {
        for (Book book : books()) {
            for (Chapter chapter : book.getChapters()) {
                Author editor = chapter.getEditor();
                if (editor != null) {
                    for (Book other : editor.getBooks()) {
                        assertThat(other.getPages()).isPositive();
                    }
                }
            }
        }
        assertThat(shelf.sent()).isEqualTo(3);
    }

    @Test
    void reverseOneToOne_isOneQueryForAll() {
        List<Author> authors =
                shelf.database().objects(AUTHOR).orderBy(AUTHOR.id.asc()).list();
        shelf.sent();
        assertThat(authors.get(0).getPortrait()).isNull();
        assertThat(authors.get(1).getPortrait().getPainter()).isEqualTo("Painter 2");
        assertThat(authors.get(2).getPortrait().getAuthor()).isSameAs(authors.get(2));
        assertThat(shelf.sent()).isEqualTo(1);
    }

    @Test
    void joinedObjects_arePeersToo() {
        List<Chapter> chapters =
                shelf.database().objects(CHAPTER).selectRelated(CHAPTER.book()).list();
        shelf.sent();
        for (Chapter chapter : chapters) {
            assertThat(chapter.getBook().getAuthor().getName()).startsWith("Author");
        }
        assertThat(shelf.sent()).isEqualTo(1);
    }

    @Test
    void textKeys_findTheirObjects() {
        List<Book> books = books();
        assertThat(new ArrayList<>(books.get(0).getPublisher().getBooks()))
                .containsExactlyInAnyOrder(books.get(0), books.get(2), books.get(4));
        assertThat(shelf.sent()).isEqualTo(2);
    }

    @Test
    void vanishedRow_isAnErrorOfThatObjectAlone() {
        List<Book> books = books();
        shelf.execute("set referential_integrity false");
        shelf.execute("delete from author where id = 2");
        Book orphan = books.get(0);
        assertThat(books.get(1).getAuthor().getName()).isEqualTo("Author 3");
        assertThat(books.get(2).getAuthor().getName()).isEqualTo("Author 1");
        assertThatThrownBy(orphan::getAuthor)
                .isInstanceOf(LazyLoadException.class)
                .hasMessageContaining("Book.author")
                .hasMessageContaining("author");
        assertThat(orphan.getTitle()).isEqualTo("Book 1");
    }

    @Test
    void relationSetByTheUser_isNotOverwritten() {
        List<Book> books = books();
        Author mine = books.get(1).getAuthor();
        shelf.sent();
        List<Book> again = books();
        again.get(0).setAuthor(mine);
        assertThat(again.get(3).getAuthor().getName()).isEqualTo("Author 2");
        assertThat(again.get(0).getAuthor()).isSameAs(mine);
    }
}
