package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.hydrate.shelf.QAuthor.AUTHOR;
import static org.fetchwise.hydrate.shelf.QBook.BOOK;
import static org.fetchwise.hydrate.shelf.QChapter.CHAPTER;
import static org.fetchwise.hydrate.shelf.QPortrait.PORTRAIT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fetchwise.hydrate.shelf.Author;
import org.fetchwise.hydrate.shelf.Book;
import org.fetchwise.hydrate.shelf.Chapter;
import org.fetchwise.hydrate.shelf.Portrait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Within one evaluation one row of one table is one object. */
class IdentityTest {
    private final Shelf shelf = new Shelf();

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void joinedRows_areOneObjectEach() {
        List<Book> books = shelf.database()
                .objects(BOOK)
                .selectRelated(BOOK.author(), BOOK.publisher())
                .orderBy(BOOK.id.asc())
                .list();
        assertThat(books.get(0).getAuthor()).isSameAs(books.get(3).getAuthor());
        assertThat(books.get(0).getPublisher()).isSameAs(books.get(2).getPublisher());
        assertThat(books.get(1).getPublisher()).isNull();
        assertThat(shelf.sent()).isEqualTo(1);
    }

    @Test
    void joinedRowsOfTheRootsEntity_areTheRootObjectsThemselves() {
        List<Book> books = shelf.database()
                .objects(BOOK)
                .selectRelated(BOOK.sequelOf().author())
                .orderBy(BOOK.id.desc())
                .list();
        assertThat(books)
                .extracting(Book::getTitle)
                .containsExactly("Book 6", "Book 5", "Book 4", "Book 3", "Book 2", "Book 1");
        assertThat(books.get(0).getSequelOf()).isSameAs(books.get(1));
        assertThat(books.get(1).getAuthor().getName()).isEqualTo("Author 3");
        assertThat(shelf.sent()).isEqualTo(1);
        // Book 6 was nobody's predecessor, so its author did not come with the rows.
        assertThat(books.get(0).getAuthor()).isSameAs(books.get(3).getAuthor());
    }

    @Test
    void columnSets_unite() {
        List<Book> books = shelf.database()
                .objects(BOOK)
                .only(BOOK.title)
                .selectRelated(BOOK.sequelOf())
                .orderBy(BOOK.id.asc())
                .list();
        shelf.sent();
        assertThat(books.get(1).getSequelOf()).isSameAs(books.get(0));
        assertThat(books.get(0).getTitle()).isEqualTo("Book 1");
        assertThat(shelf.sent()).isZero();
    }

    @Test
    void laterRows_fillOnlyWhatIsMissing() {
        List<Book> books = shelf.database()
                .objects(BOOK)
                .only(BOOK.title)
                .orderBy(BOOK.id.asc())
                .list();
        books.get(0).setTitle("Mine");
        shelf.execute("update book set title = 'Changed', summary = 'Changed'");
        shelf.sent();
        Author author = shelf.database().objects(AUTHOR).get(AUTHOR.id.eq(1L));
        assertThat(author.getBooks()).hasSize(2);
        for (Book book : books) {
            for (Chapter chapter : book.getChapters()) {
                assertThat(chapter.getBook()).isSameAs(book);
            }
        }
        // The books come again, whole, through their publisher.
        assertThat(books.get(0).getPublisher().getBooks()).contains(books.get(0), books.get(2));
        shelf.sent();
        assertThat(books.get(0).getTitle()).isEqualTo("Mine");
        assertThat(books.get(2).getTitle()).isEqualTo("Book 3");
        assertThat(books.get(2).getSummary()).isEqualTo("Changed");
        assertThat(shelf.sent()).isZero();
    }

    @Test
    void twoEvaluations_shareNothing() {
        Book one = shelf.database().objects(BOOK).get(BOOK.id.eq(1L));
        Book other = shelf.database().objects(BOOK).get(BOOK.id.eq(1L));
        assertThat(one).isNotSameAs(other);
        assertThat(one.getAuthor()).isNotSameAs(other.getAuthor());
    }

    @Test
    void joinedOneToOne_isConnectedInBothDirections() {
        List<Author> authors = shelf.database()
                .objects(AUTHOR)
                .selectRelated(AUTHOR.portrait())
                .orderBy(AUTHOR.id.asc())
                .list();
        assertThat(authors.get(0).getPortrait()).isNull();
        assertThat(authors.get(1).getPortrait().getAuthor()).isSameAs(authors.get(1));
        List<Portrait> portraits = shelf.database()
                .objects(PORTRAIT)
                .selectRelated(PORTRAIT.author())
                .orderBy(PORTRAIT.id.asc())
                .list();
        assertThat(portraits.get(0).getAuthor().getPortrait()).isSameAs(portraits.get(0));
        assertThat(shelf.sent()).isEqualTo(2);
    }

    @Test
    void joinsThroughSeveralRelations_meet() {
        List<Chapter> chapters = shelf.database()
                .objects(CHAPTER)
                .selectRelated(CHAPTER.book().author(), CHAPTER.editor())
                .orderBy(CHAPTER.id.asc())
                .list();
        Map<Long, Author> authors = new HashMap<>();
        for (Chapter chapter : chapters) {
            Author author = chapter.getBook().getAuthor();
            assertThat(authors.computeIfAbsent(author.getId(), id -> author)).isSameAs(author);
            Author editor = chapter.getEditor();
            if (editor != null) {
                assertThat(authors.computeIfAbsent(editor.getId(), id -> editor))
                        .isSameAs(editor);
            }
        }
        assertThat(authors).hasSize(3);
        assertThat(shelf.sent()).isEqualTo(1);
    }
}
