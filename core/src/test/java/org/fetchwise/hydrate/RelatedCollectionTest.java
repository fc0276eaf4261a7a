package org.fetchwise.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.hydrate.shelf.QBook.BOOK;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fetchwise.hydrate.shelf.Book;
import org.fetchwise.hydrate.shelf.Chapter;
import org.fetchwise.hydrate.shelf.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The collections of to-many relations are collections as one knows them, and read-only. */
class RelatedCollectionTest {
    private final Shelf shelf = new Shelf();
    private final Book book =
            shelf.database().objects(BOOK).orderBy(BOOK.id.desc()).list().get(0);

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void list_equalsAListOfTheSameObjects() {
        List<Chapter> chapters = book.getChapters();
        List<Chapter> copy = new ArrayList<>(chapters);
        assertThat(copy).hasSize(6);
        assertThat(chapters.equals(copy)).isTrue();
        assertThat(copy.equals(chapters)).isTrue();
        assertThat(chapters.hashCode()).isEqualTo(copy.hashCode());
        assertThat(chapters.contains(copy.get(3))).isTrue();
        assertThat(chapters.indexOf(copy.get(3))).isEqualTo(3);
        assertThat(chapters.reversed()).first().isSameAs(copy.get(5));
        assertThat(chapters.subList(1, 3)).containsExactly(copy.get(1), copy.get(2));
    }

    @Test
    void set_equalsASetOfTheSameObjects() {
        Set<Tag> tags = book.getTags();
        Set<Tag> copy = Set.copyOf(tags);
        assertThat(tags.equals(copy)).isTrue();
        assertThat(copy.equals(tags)).isTrue();
        assertThat(tags.hashCode()).isEqualTo(copy.hashCode());
        assertThat(tags.containsAll(copy)).isTrue();
        assertThat(tags.contains(null)).isFalse();
    }

    @Test
    void getter_givesTheSameCollectionEachTime() {
        assertThat(book.getChapters()).isSameAs(book.getChapters());
    }

    @Test
    void setOfALinkTableWithRepeatedRows_holdsEachObjectOnce() {
        shelf.execute("alter table book_tag drop constraint if exists book_tag_pk");
        shelf.execute("create table links as select * from book_tag");
        shelf.execute("drop table book_tag");
        shelf.execute("create table book_tag as select * from links union all select * from links");
        assertThat(new ArrayList<>(book.getTags())).hasSize(3);
    }

    static Stream<Change> changes() {
        return Stream.of(
                book -> book.getChapters().add(null),
                book -> book.getChapters().add(0, null),
                book -> book.getChapters().addAll(List.of()),
                book -> book.getChapters().addAll(0, List.of()),
                book -> book.getChapters().remove(0),
                book -> book.getChapters().remove(null),
                book -> book.getChapters().removeAll(List.of()),
                book -> book.getChapters().retainAll(List.of()),
                book -> book.getChapters().removeIf(chapter -> false),
                book -> book.getChapters().replaceAll(chapter -> chapter),
                book -> book.getChapters().set(0, null),
                book -> book.getChapters().sort(null),
                book -> book.getChapters().clear(),
                book -> book.getChapters().subList(0, 1).clear(),
                book -> removeFirst(book.getChapters().iterator()),
                book -> book.getTags().add(null),
                book -> book.getTags().addAll(List.of()),
                book -> book.getTags().remove(null),
                book -> book.getTags().removeAll(List.of()),
                book -> book.getTags().retainAll(List.of()),
                book -> book.getTags().removeIf(tag -> false),
                book -> book.getTags().clear(),
                book -> removeFirst(book.getTags().iterator()));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_isRefusedWithTheWayOut(Change change) {
        ThrowingCallable changing = () -> change.apply(book);
        assertThatThrownBy(changing)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("of a managed object is read-only")
                .hasMessageContaining("Change");
    }

    @Test
    void refusal_namesTheOwningSide() {
        assertThatThrownBy(() -> book.getChapters().clear())
                .hasMessageContaining("Book.chapters")
                .hasMessageContaining("set 'book' of the Chapter and save it");
        assertThatThrownBy(() -> book.getTags().clear()).hasMessageContaining("db.related(book, BOOK.tags())");
    }

    private static void removeFirst(Iterator<?> iterator) {
        iterator.next();
        iterator.remove();
    }

    /** Something that would change a collection. */
    interface Change {
        void apply(Book book);
    }
}
