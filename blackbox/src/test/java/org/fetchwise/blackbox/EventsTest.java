package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QReview.REVIEW;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fetchwise.Database;
import org.fetchwise.Events;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Books;
import org.fetchwise.blackbox.library.Format;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.QueryException;
import org.fetchwise.event.BulkChange;
import org.fetchwise.event.Change;
import org.fetchwise.event.ChangeListener;
import org.fetchwise.event.LinksChange;
import org.fetchwise.event.Removed;
import org.fetchwise.event.Saved;
import org.fetchwise.event.Subscription;
import org.fetchwise.servers.Engine;
import org.fetchwise.spi.Written;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told of what is written, on every database; each test begins with the rows of {@link LibraryRows}. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class EventsTest {
    private final Engine engine;
    private final QueryRecorder recorder = new QueryRecorder();
    private final List<String> told = new ArrayList<>();
    private final List<Change<?>> changes = new ArrayList<>();
    private Library library;
    private Database database;
    private Events events;
    private Books books;
    private QuerySet.Of<Author> authors;
    private QuerySet.Of<Tag> tags;

    EventsTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void fill() {
        library = Library.empty(engine);
        library.execute(LibraryRows.ALL);
        if (engine == Engine.H2 || engine == Engine.POSTGRESQL) {
            for (String table : List.of("author", "book", "tag")) {
                library.execute("ALTER TABLE \"" + table + "\" ALTER COLUMN \"id\" RESTART WITH 100");
            }
        }
        database = library.database().withListener(recorder);
        events = database.events();
        books = database.querySet(Books.class);
        authors = database.objects(AUTHOR);
        tags = database.objects(TAG);
    }

    @AfterEach
    void everyConnectionIsBack() throws Exception {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private Book newBook(String isbn) {
        Book book = new Book();
        book.setTitle("New");
        book.setIsbn(isbn);
        book.setPrice(new BigDecimal("3.50"));
        book.setFormat(Format.EBOOK);
        book.setAuthor(authors.ref(1L));
        return book;
    }

    private static Tag newTag(String label) {
        Tag tag = new Tag();
        tag.setLabel(label);
        return tag;
    }

    private static String text(Change<?> change) {
        return switch (change) {
            case Saved<?> saved -> (saved.isNew() ? "created " : "saved ") + saved.entity() + saved.changed();
            case Removed<?> removed -> "removed " + removed.entity() + " " + removed.key();
            case BulkChange<?> bulk ->
                bulk.operation() + " " + bulk.rows() + " " + bulk.entity()
                        + bulk.keys().map(keys -> " " + sorted(keys)).orElse("");
            case LinksChange<?> links ->
                links.entity() + "." + links.relation() + links.owners() + " +" + links.added() + " -"
                        + (links.cleared() ? "all" : sorted(links.removed()));
        };
    }

    private static String sorted(List<Object> keys) {
        return keys.stream().map(Object::toString).sorted().toList().toString();
    }

    private void listen() {
        events.afterEveryWrite(change -> {
            changes.add(change);
            told.add(text(change));
        });
    }

    private int statements(Runnable action) {
        recorder.clear();
        action.run();
        return recorder.texts().size();
    }

    @Test
    void aSingleObject_isToldWithWhatWasWritten_andCostsNoStatement() {
        listen();
        List<Tag> made = new ArrayList<>();
        assertThat(statements(() -> made.add(tags.create(newTag("first"))))).isEqualTo(1);
        Tag tag = made.getFirst();
        tag.setLabel("second");
        assertThat(statements(() -> tags.save(tag))).isEqualTo(1);
        tags.save(tag);
        tags.delete(tag);
        assertThat(told).containsExactly("created Tag[id, label]", "saved Tag[label]", "removed Tag " + tag.getId());
    }

    @Test
    @SuppressWarnings("unchecked") // the changes are of tags
    void aChange_tellsTheValuesAsTheyWereWritten() {
        listen();
        Tag tag = tags.create(newTag("first"));
        tag.setLabel("later");
        Saved<Tag> created = (Saved<Tag>) changes.getFirst();
        assertThat(created.object()).isSameAs(tag);
        assertThat(created.changed(TAG.label)).isTrue();
        assertThat(created.before(TAG.label)).isNull();
        assertThat(created.after(TAG.label)).isEqualTo("first");
        assertThat(created.after(TAG.id)).isEqualTo(tag.getId());
        assertThatThrownBy(() -> created.after(TAG.books().title)).hasMessageContaining("columns of Tag itself");
    }

    @Test
    @SuppressWarnings("unchecked") // the changes are of books
    void aChange_tellsWhatColumnsHeldBefore_asFarAsTheObjectKnewIt() {
        Book book = books.only(BOOK.title, BOOK.pages, BOOK.author().id).get(BOOK.id.eq(1L));
        listen();
        book.setTitle("One");
        book.setTitle("Two");
        book.setIsbn("unknown before");
        book.setAuthor(authors.ref(2L));
        recorder.clear();
        books.save(book);
        assertThat(recorder.texts()).hasSize(1);
        Saved<Book> saved = (Saved<Book>) changes.getFirst();
        assertThat(saved.before(BOOK.title)).isEqualTo("Alpha");
        assertThat(saved.after(BOOK.title)).isEqualTo("Two");
        assertThat(saved.before(BOOK.author().id)).isEqualTo(1L);
        assertThat(saved.after(BOOK.author().id)).isEqualTo(2L);
        assertThat(saved.before(BOOK.pages)).isEqualTo(100);
        assertThat(saved.changed(BOOK.pages)).isFalse();
        assertThat(saved.before().knows(BOOK.isbn)).isFalse();
        assertThatThrownBy(() -> saved.before(BOOK.isbn)).hasMessageContaining("'isbn' of this Book is not known");
        assertThat(saved.after().knows(BOOK.price)).isFalse();

        book.setTitle("Three");
        books.save(book, BOOK.pages.to(BOOK.pages.plus(1)));
        Saved<Book> again = (Saved<Book>) changes.getLast();
        assertThat(again.before(BOOK.title)).isEqualTo("Two");
        assertThat(again.before().knows(BOOK.isbn)).isTrue();
        assertThat(again.before(BOOK.pages)).isEqualTo(100);
        assertThat(again.changed(BOOK.pages)).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked") // the change is one of books
    void ofAPlainObject_nothingIsKnownBefore() {
        Book plain = newBook("901");
        plain.setId(1L);
        listen();
        books.save(plain);
        Saved<Book> saved = (Saved<Book>) changes.getFirst();
        assertThat(saved.isNew()).isFalse();
        assertThat(saved.before(BOOK.id)).isEqualTo(1L);
        assertThat(saved.before().knows(BOOK.title)).isFalse();
        assertThat(saved.after(BOOK.title)).isEqualTo("New");
    }

    /** The page about events shows these. */
    @Test
    void theManualsCode_works() {
        List<String> news = new ArrayList<>();
        List<String> cache = new ArrayList<>(List.of("book"));
        events.afterWrite(BOOK, change -> {
            switch (change) {
                case Saved<Book> saved
                when saved.changed(BOOK.price) -> news.add(saved.before(BOOK.price) + " → " + saved.after(BOOK.price));
                case Saved<Book> saved -> news.add(saved.object().getTitle() + " was saved");
                case Removed<Book> removed -> news.add(removed.key() + " is gone");
                case BulkChange<Book> bulk -> news.add(bulk.rows() + " books: " + bulk.operation());
                case LinksChange<Book> links -> news.add(links.relation() + " of " + links.owners());
            }
        });
        events.afterCommit(written -> cache.removeAll(written.tables()));

        Book book = books.get(BOOK.isbn.eq("111"));
        book.setPrice(new BigDecimal("12.00"));
        books.save(book);
        assertThat(news).containsExactly("10.00 → 12.00");
        assertThat(cache).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked") // the change is one of books
    void theKeyOfARelation_isToldAsItsColumn() {
        listen();
        books.create(newBook("900"));
        Saved<Book> created = (Saved<Book>) changes.getFirst();
        assertThat(created.after(BOOK.author().id)).isEqualTo(1L);
        assertThat(created.after(BOOK.publisher().id)).isNull();
    }

    @Test
    void listenersAreTold_afterTheCommit_inTheOrderOfTheWrites_andNotOfWhatIsRolledBack() {
        listen();
        database.atomic(() -> {
            tags.create(newTag("first"));
            database.onCommit(() -> told.add("action"));
            assertThatThrownBy(() -> database.atomic(() -> {
                        tags.create(newTag("lost"));
                        throw new IllegalStateException("inner");
                    }))
                    .hasMessage("inner");
            database.atomic(() -> books.filter(BOOK.id.eq(1L)).update(BOOK.pages.to(1)));
            assertThat(told).isEmpty();
        });
        assertThat(told).containsExactly("created Tag[id, label]", "action", "UPDATED 1 Book");
        assertThatThrownBy(() -> database.atomic(() -> {
                    tags.create(newTag("lost"));
                    throw new IllegalStateException("outer");
                }))
                .hasMessage("outer");
        assertThat(told).hasSize(3);
    }

    @Test
    void aListenerThatFails_keepsNobodyFromBeingTold_andDoesNotFailTheWrite() {
        List<String> failures = new ArrayList<>();
        events.reportTo((about, failure) -> failures.add(about + ": " + failure.getMessage()));
        events.afterWrite(TAG, change -> {
            throw new AssertionError("told");
        });
        listen();
        assertThat(tags.create(newTag("kept")).getId()).isNotNull();
        assertThat(told).hasSize(1);
        assertThat(failures).containsExactly("Saved of Tag: told");
        assertThat(tags.filter(TAG.label.eq("kept")).exists()).isTrue();
    }

    @Test
    void aListenerInTheTransaction_mayWriteInIt_andUndoTheWrite() {
        Subscription writing =
                events.withWrite(TAG, change -> books.filter(BOOK.id.eq(1L)).update(BOOK.pages.to(7)));
        tags.create(newTag("first"));
        writing.close();
        assertThat(books.get(BOOK.id.eq(1L)).getPages()).isEqualTo(7);
        events.withWrite(TAG, change -> {
            books.filter(BOOK.id.eq(1L)).update(BOOK.pages.to(8));
            throw new IllegalStateException("no");
        });
        listen();
        assertThatThrownBy(() -> tags.create(newTag("second"))).hasMessage("no");
        assertThatThrownBy(() -> tags.filter(TAG.label.eq("first")).update(TAG.label.to("third")))
                .hasMessage("no");
        assertThatThrownBy(() -> tags.bulkCreate(List.of(newTag("fourth")))).hasMessage("no");
        assertThatThrownBy(() -> database.related(books.ref(1L), BOOK.tags()).clear())
                .hasMessage("no");
        database.atomic(
                () -> assertThatThrownBy(() -> tags.create(newTag("second"))).hasMessage("no"));
        assertThat(told).isEmpty();
        assertThat(tags.filter(TAG.label.isIn("second", "third", "fourth")).exists())
                .isFalse();
        assertThat(books.get(BOOK.id.eq(1L)).getPages()).isEqualTo(7);
        assertThat(database.related(books.ref(1L), BOOK.tags()).exists()).isTrue();
    }

    @Test
    void manyObjects_areToldAtOnce_withTheirKeys() {
        listen();
        List<Tag> made = tags.bulkCreate(List.of(newTag("a"), newTag("b")));
        made.forEach(tag -> tag.setLabel(tag.getLabel() + "2"));
        tags.bulkUpdate(made, List.of(TAG.label));
        String keys = sorted(made.stream().<Object>map(Tag::getId).toList());
        assertThat(told).containsExactly("CREATED 2 Tag " + keys, "UPDATED 2 Tag " + keys);
        assertThat(((BulkChange<?>) changes.getFirst()).objects()).isEqualTo(made);
        assertThat(((BulkChange<?>) changes.getLast()).columns()).hasToString("[label]");
    }

    @Test
    void rowsThatAQueryChose_areToldWithTheQuery_andTheirKeysOnlyWhereSomebodyNeedsThem() {
        listen();
        assertThat(statements(
                        () -> books.filter(BOOK.title.eq("Alpha")).update(BOOK.pages.to(5), BOOK.rating.toNull())))
                .isEqualTo(1);
        assertThat(told).containsExactly("UPDATED 1 Book");
        BulkChange<?> change = (BulkChange<?>) changes.getFirst();
        assertThat(change.columns()).hasToString("[pages, rating]");
        assertThat(change.predicate())
                .hasValueSatisfying(text ->
                        assertThat(text).startsWith("Book.objects.filter(").doesNotContain("Alpha"));
        books.filter(BOOK.title.eq("nothing")).update(BOOK.pages.to(5));
        assertThat(told).hasSize(1);
        events.afterWrite(BOOK, ChangeListener.withKeys(unused -> {}));
        assertThat(statements(() -> books.filter(BOOK.pages.eq(5)).update(BOOK.pages.to(6))))
                .isEqualTo(2);
        assertThat(told).endsWith("UPDATED 1 Book [1]");
    }

    @Test
    void aDeletion_tellsOfAllThatGoesWithIt() {
        listen();
        database.objects(REVIEW).filter(REVIEW.id.eq(1L)).delete();
        assertThat(told).containsExactly("DELETED 1 Review");
        told.clear();
        books.filter(BOOK.title.eq("Alphabet")).delete();
        assertThat(told).contains("DELETED 1 Book [5]", "DELETED 1 Review", "Book.tags[5] +[] -all");
        assertThat(told).anyMatch(text -> text.startsWith("Tag.books[]"));
        told.clear();
        database.objects(REVIEW).delete();
        authors.filter(AUTHOR.name.eq("Bert")).delete();
        assertThat(told).contains("DELETED 1 Author [2]").anyMatch(text -> text.startsWith("UPDATED 1 Author"));
    }

    @Test
    void links_areToldToBothEnds() {
        listen();
        Tag tag = tags.create(newTag("fresh"));
        told.clear();
        var bookTags = database.related(books.ref(3L), BOOK.tags());
        bookTags.clear();
        bookTags.add(tag);
        bookTags.add(tag);
        bookTags.remove(tag);
        bookTags.remove(tag);
        bookTags.add(tag);
        bookTags.clear();
        Integer key = tag.getId();
        assertThat(told)
                .containsExactly(
                        "Book.tags[3] +[" + key + "] -[]",
                        "Tag.books[" + key + "] +[3] -[]",
                        "Book.tags[3] +[] -[" + key + "]",
                        "Tag.books[" + key + "] +[] -[3]",
                        "Book.tags[3] +[" + key + "] -[]",
                        "Tag.books[" + key + "] +[3] -[]",
                        "Book.tags[3] +[] -all",
                        "Tag.books[] +[] -[3]");
    }

    @Test
    void aRelationOfForeignKeys_isToldAsAnUpdateOfTheRowsThatHaveThem() {
        listen();
        database.related(authors.ref(2L), AUTHOR.books()).add(books.ref(1L));
        assertThat(told).containsExactly("UPDATED 1 Book [1]");
        assertThat(((BulkChange<?>) changes.getFirst()).columns()).hasToString("[author.id]");
    }

    @Test
    void theTables_areToldOnceForATransaction_cascadesAndLinksIncluded() {
        List<Written> tables = new ArrayList<>();
        events.afterCommit(tables::add);
        tags.create(newTag("alone"));
        database.atomic(() -> {
            tags.create(newTag("first"));
            tags.create(newTag("second"));
            assertThatThrownBy(() -> database.atomic(() -> {
                        authors.filter(AUTHOR.id.eq(1L)).update(AUTHOR.name.to("x"));
                        throw new IllegalStateException("inner");
                    }))
                    .hasMessage("inner");
            database.atomic(() -> books.filter(BOOK.title.eq("Alphabet")).delete());
        });
        assertThat(tables).hasSize(2);
        assertThat(tables.getFirst()).isEqualTo(new Written(Set.of("tag"), false));
        assertThat(new TreeSet<>(tables.getLast().tables()))
                .isEqualTo(
                        Stream.of("book", "book_tag", "review", "tag").collect(Collectors.toCollection(TreeSet::new)));
        assertThatThrownBy(() -> database.atomic(() -> {
                    tags.create(newTag("lost"));
                    throw new IllegalStateException("outer");
                }))
                .hasMessage("outer");
        assertThat(tables).hasSize(2);
    }

    @Test
    void statementsInSql_areTold_asFarAsTheySayWhatTheyWrite() {
        List<Written> tables = new ArrayList<>();
        events.afterCommit(tables::add);
        listen();
        assertThat(database.sql("DELETE FROM book_tag WHERE tag_id = :tag")
                        .bind("tag", 2)
                        .writing("book_tag")
                        .execute())
                .isEqualTo(3);
        long rows = database.sql("UPDATE book SET pages = pages + 1 WHERE author_id = :author")
                .bind("author", 1)
                .writing(BOOK)
                .execute();
        database.sql("UPDATE tag SET label = 'any'  WHERE id = 3").execute();
        assertThat(rows).isEqualTo(2);
        assertThat(told).containsExactly("EXECUTED 2 Book");
        assertThat(tables)
                .containsExactly(
                        new Written(Set.of("book_tag"), false),
                        new Written(Set.of("book"), false),
                        new Written(Set.of(), true));
        assertThat(books.get(BOOK.id.eq(1L)).getPages()).isEqualTo(101);
    }

    @Test
    void statementsInSql_thatGiveBackWhatTheyWrote_areTold() {
        List<Written> tables = new ArrayList<>();
        events.afterCommit(tables::add);
        listen();
        String insert = "INSERT INTO tag (label) VALUES (:label)";
        String text = switch (engine) {
            case H2 -> "SELECT label FROM FINAL TABLE (" + insert + ")";
            case SQLITE, POSTGRESQL, MARIADB -> insert + " RETURNING label";
        };
        assertThat(database.sql(text).bind("label", "one").writing(TAG).list(String.class))
                .containsExactly("one");
        assertThat(database.sql(text).bind("label", "two").list(String.class)).containsExactly("two");
        database.sql("SELECT 'INSERT' FROM tag").list(String.class);
        assertThat(told).containsExactly("EXECUTED 1 Tag");
        assertThat(tables).containsExactly(new Written(Set.of("tag"), false), new Written(Set.of(), true));
        assertThatThrownBy(() -> database.sql(text).bind("label", "three").writing(TAG).stream())
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Take list(...)");
        assertThat(tags.filter(TAG.label.isIn("one", "two", "three")).count()).isEqualTo(2);
    }

    @Test
    void theSchema_tellsTheTablesThatItCreatesAndDrops() {
        List<Written> tables = new ArrayList<>();
        events.afterCommit(tables::add);
        database.objects(REVIEW).delete();
        database.schema(REVIEW).drop();
        database.schema(REVIEW).create();
        assertThat(tables)
                .hasSize(3)
                .allSatisfy(written -> assertThat(written.tables()).containsExactly("review"));
    }

    @Test
    void whatIsFoundOrCreated_isToldAsSaved() {
        listen();
        tags.getOrCreate(TAG.label.to("once"));
        tags.getOrCreate(TAG.label.to("once"));
        tags.updateOrCreate(List.of(TAG.label.to("once")), List.of(TAG.label.to("twice")), List.of());
        assertThat(told).containsExactly("created Tag[id, label]", "saved Tag[label]");
    }

    @Test
    void aSubscription_endsWhenItIsClosed_andEveryHandleIsHeard() {
        Subscription subscription = events.afterWrite(TAG, change -> told.add(text(change)));
        library.database().objects(TAG).create(newTag("other handle"));
        subscription.close();
        tags.create(newTag("unheard"));
        assertThat(told).hasSize(1);
        assertThat(Objects.requireNonNull(told.getFirst())).startsWith("created");
        assertThat(Optional.of(changes)).hasValue(List.of());
    }
}
