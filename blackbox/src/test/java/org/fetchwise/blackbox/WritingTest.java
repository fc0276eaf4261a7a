package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.OnConflict.onConflict;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QGenre.GENRE;
import static org.fetchwise.blackbox.library.QReview.REVIEW;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fetchwise.Database;
import org.fetchwise.Deleted;
import org.fetchwise.Found;
import org.fetchwise.OnConflict;
import org.fetchwise.QuerySet;
import org.fetchwise.Upserted;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Authors;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Books;
import org.fetchwise.blackbox.library.Format;
import org.fetchwise.blackbox.library.Genre;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.ConstraintException;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.error.LazyLoadException;
import org.fetchwise.error.NotFoundException;
import org.fetchwise.error.ProtectedException;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.TransactionException;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.fetchwise.transaction.TransactionOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that are created, changed and deleted, on every database; each test begins with the rows of {@link LibraryRows}. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class WritingTest {
    private final Engine engine;
    private final QueryRecorder recorder = new QueryRecorder();
    private Library library;
    private Database database;
    private Books books;
    private Authors authors;
    private QuerySet.Of<Tag> tags;

    WritingTest(Engine engine) {
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
        books = database.querySet(Books.class);
        authors = database.querySet(Authors.class);
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

    private int statements(Runnable action) {
        recorder.clear();
        action.run();
        return recorder.texts().size();
    }

    @Test
    void update_changesRowsInOneStatement_evenBehindAJoinOrASlice() {
        assertThat(statements(() -> assertThat(books.filter(BOOK.author().name.eq("Ada"))
                                .update(BOOK.pages.to(BOOK.pages.plus(1)), BOOK.rating.toNull()))
                        .isEqualTo(2)))
                .isEqualTo(1);
        assertThat(books.orderBy(BOOK.pages.desc()).slice(0, 2).update(BOOK.summary.to("long")))
                .isEqualTo(2);
        assertThat(books.orderBy(BOOK.id).values(BOOK.pages).list()).containsExactly(101, 201, 300, 400, 50);
        assertThat(books.filter(BOOK.summary.eq("long")).count()).isEqualTo(2);
    }

    @Test
    void update_seesTheRowAsItWas() {
        books.filter(BOOK.id.eq(1L)).update(BOOK.title.to(BOOK.isbn), BOOK.isbn.to(BOOK.title));
        assertThat(books.filter(BOOK.isbn.eq("Alpha"), BOOK.title.eq("111")).exists())
                .isTrue();
    }

    @Test
    void update_refusesWhatHasNoColumnHere() {
        assertThatThrownBy(() -> books.update(BOOK.author().name.to("x")))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("takes columns of Book itself");
        assertThatThrownBy(() -> books.update(BOOK.title.to(BOOK.author().name)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("of another table");
        assertThatThrownBy(() -> books.updateAll(List.of()))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("at least one assignment");
    }

    @Test
    void delete_takesAlongWhatTheRelationsSay() {
        assertThat(books.filter(BOOK.title.eq("Alphabet")).delete().rows())
                .isEqualTo(Map.of("Book", 1L, "Book_tags", 2L, "Review", 1L));
        database.objects(REVIEW).delete();
        Deleted deleted = authors.filter(AUTHOR.name.eq("Bert")).delete();
        assertThat(deleted.rows()).isEqualTo(Map.of("Author", 1L, "Book", 2L, "Book_tags", 1L));
        assertThat(deleted.total()).isEqualTo(4);
        assertThat(authors.get(AUTHOR.name.eq("Dan")).getMentor()).isNull();
    }

    @Test
    void delete_isRefused_whereARelationProtects() {
        assertThatThrownBy(() -> database.objects(GENRE).delete())
                .isInstanceOf(ProtectedException.class)
                .hasMessageContaining("Book.genre, which says PROTECT");
        assertThat(database.objects(GENRE).count()).isEqualTo(2);
    }

    @Test
    void delete_withoutDependents_isOneStatement() {
        assertThat(statements(() -> assertThat(database.objects(REVIEW)
                                .filter(REVIEW.book().title.eq("Alpha"))
                                .delete()
                                .rows())
                        .isEqualTo(Map.of("Review", 3L))))
                .isEqualTo(1);
    }

    @Test
    void create_fillsInTheKey_andGivesAManagedObject() {
        Book plain = newBook("900");
        Book created = books.create(plain);
        assertThat(plain.getId()).isNotNull().isEqualTo(created.getId());
        assertThat(created.getAuthor().getName()).isEqualTo("Ada");
        assertThat(books.get(BOOK.isbn.eq("900")).getPrice()).isEqualByComparingTo("3.50");
        created.setPages(77);
        books.save(created);
        assertThat(books.filter(BOOK.pages.eq(77)).count()).isEqualTo(1);
    }

    @Test
    void create_ofARowThatExists_namesTheConstraint() {
        assertThatThrownBy(() -> books.create(newBook("111")))
                .isInstanceOfSatisfying(ConstraintException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ConstraintException.Kind.UNIQUE);
                    assertThat(failure.constraint().isPresent()
                                    || failure.columns().contains("isbn"))
                            .isTrue();
                    assertThat(failure).hasMessageNotContaining("111'");
                });
        assertThatThrownBy(() -> books.create(new Book()))
                .isInstanceOfSatisfying(
                        ConstraintException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ConstraintException.Kind.NOT_NULL));
        Book orphan = newBook("901");
        orphan.setAuthor(authors.ref(12_345L));
        assertThatThrownBy(() -> books.create(orphan))
                .isInstanceOfSatisfying(
                        ConstraintException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ConstraintException.Kind.FOREIGN_KEY));
        Book nameless = newBook("902");
        nameless.setAuthor(new Author());
        assertThatThrownBy(() -> books.create(nameless))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("is a new Author without a key");
    }

    @Test
    void aValueThatIsTooLong_isRefused() {
        assertThatThrownBy(() -> tags.createAll(List.of(TAG.label.to("x".repeat(60)))))
                .isInstanceOf(ExecutionException.class);
        assertThat(tags.count()).isEqualTo(3);
    }

    @Test
    void save_writesOnlyWhatHasChanged() {
        Book book = books.only(BOOK.title).get(BOOK.id.eq(1L));
        book.setTitle("Changed");
        assertThat(statements(() -> books.save(book))).isEqualTo(1);
        assertThat(recorder.texts().getLast()).doesNotContain("isbn");
        assertThat(statements(() -> books.save(book)))
                .as("nothing has changed since")
                .isZero();
        assertThat(books.get(BOOK.id.eq(1L)).getTitle()).isEqualTo("Changed");
    }

    @Test
    void save_letsTheDatabaseEvaluate() {
        Book book = books.get(BOOK.id.eq(1L));
        books.filter(BOOK.id.eq(1L)).update(BOOK.pages.to(500));
        books.save(book, BOOK.pages.to(BOOK.pages.plus(1)));
        assertThat(book.getPages()).isEqualTo(501);
    }

    @Test
    void saveOnly_writesTheNamedColumns_andKeepsTheOthersToBeSaved() {
        Book book = books.get(BOOK.id.eq(1L));
        book.setTitle("Only");
        book.setPages(7);
        books.saveOnly(book, List.of(BOOK.title));
        assertThat(books.values(BOOK.title, BOOK.pages)
                        .into(Part::new)
                        .filter(BOOK.id.eq(1L))
                        .get())
                .isEqualTo(new Part("Only", 100));
        assertThat(statements(() -> books.save(book))).isEqualTo(1);
        assertThat(books.saveOnly(book, List.of(BOOK.title), List.of(BOOK.pages.to(BOOK.pages.plus(1))))
                        .getPages())
                .isEqualTo(8);
        assertThat(statements(() -> books.saveOnly(book, List.of()))).isZero();
        assertThatThrownBy(() -> books.saveOnly(book, List.of(BOOK.id)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("keeps its key");
        assertThatThrownBy(() -> books.saveOnly(new Book(), List.of(BOOK.title)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("create it first");
    }

    record Part(String title, int pages) {}

    @Test
    void saveAll_letsTheDatabaseEvaluateSeveralColumns() {
        Book book = books.get(BOOK.id.eq(1L));
        book.setTitle("All");
        assertThat(statements(() -> books.saveAll(
                        book, List.of(BOOK.pages.to(BOOK.pages.plus(1)), BOOK.isbn.to(BOOK.isbn.concat("-1"))))))
                .isEqualTo(1);
        assertThat(book.getPages()).isEqualTo(101);
        assertThat(book.getIsbn()).isEqualTo("111-1");
        assertThat(books.filter(BOOK.title.eq("All")).count()).isEqualTo(1);
    }

    @Test
    void save_ofAPlainObjectWithoutARow_saysWhatToDo() {
        Book book = newBook("903");
        book.setId(4_711L);
        assertThatThrownBy(() -> books.save(book))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("create(...)")
                .hasMessageContaining("bulkUpsert(...)");
        Genre genre = new Genre();
        genre.setCode("po");
        genre.setTitle("Poetry");
        database.objects(GENRE).save(genre);
        genre.setTitle("Poems");
        database.objects(GENRE).save(genre);
        assertThat(database.objects(GENRE).get(GENRE.code.eq("po")).getTitle()).isEqualTo("Poems");
    }

    @Test
    void refresh_readsTheRowAgain() {
        Book book = books.get(BOOK.id.eq(1L));
        books.filter(BOOK.id.eq(1L)).update(BOOK.title.to("Fresh"), BOOK.pages.to(1));
        book.setPages(9);
        books.refreshAll(book, List.of(BOOK.title));
        assertThat(book.getTitle()).isEqualTo("Fresh");
        assertThat(book.getPages()).isEqualTo(9);
        books.refresh(book);
        assertThat(book.getPages()).isEqualTo(1);
        Book gone = books.get(BOOK.id.eq(5L));
        books.delete(gone);
        assertThatThrownBy(() -> books.refresh(gone)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void relations_areChangedThroughTheirQuerySet() {
        Book book = books.get(BOOK.id.eq(3L));
        assertThat(book.getTags()).isEmpty();
        var related = database.related(book, BOOK.tags());
        related.add(database.ref(TAG, 1));
        related.addAll(List.of(tags.ref(1), tags.ref(2)));
        assertThat(book.getTags()).hasSize(2);
        related.setAll(List.of(tags.ref(2), tags.ref(3)));
        assertThat(related.orderBy(TAG.id).values(TAG.id).list()).containsExactly(2, 3);
        related.remove(tags.ref(2));
        assertThat(related.createAll(List.of(TAG.label.to("made"))).getId()).isNotNull();
        assertThat(related.count()).isEqualTo(2);
        related.clear();
        assertThat(related.exists()).isFalse();
        assertThat(tags.count()).isEqualTo(4);
        related.addAll(List.of(tags.ref(1), tags.ref(1)));
        assertThat(related.count()).isEqualTo(1);
        assertThatThrownBy(
                        () -> database.related(authors.ref(1L), AUTHOR.books()).clear())
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("without its author");
    }

    @Test
    void rowsThatReferToTheirOwner_areTakenFromThatOwnerOnly_andNeverLeftWithoutOne() {
        QuerySet.Related<Author> mentees = database.related(authors.ref(1L), AUTHOR.mentees());
        assertThatThrownBy(() -> mentees.removeAll(List.of(authors.ref(2L), authors.ref(4L))))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("1 of these 2 rows");
        assertThat(mentees.count()).isEqualTo(2);
        mentees.removeAll(List.of(authors.ref(2L)));
        assertThat(mentees.values(AUTHOR.id).list()).containsExactly(3L);
        QuerySet.Related<Book> ofAda = database.related(authors.ref(1L), AUTHOR.books());
        assertThat(statements(() -> ofAda.setAll(List.of(books.ref(5L))))).isEqualTo(1);
        assertThat(ofAda.orderBy(BOOK.id).values(BOOK.id).list()).containsExactly(1L, 2L, 5L);
        assertThatThrownBy(() -> ofAda.removeAll(List.of())).isInstanceOf(QueryException.class);
    }

    @Test
    void delete_ofARowThatNothingRefersTo_deletesNothingElse() {
        statements(() -> authors.filter(AUTHOR.id.eq(4L)).delete());
        assertThat(recorder.texts()).noneMatch(text -> text.startsWith("DELETE FROM") && text.contains("book"));
    }

    @Test
    void aRowThatVanished_isAnErrorOnThatObjectAlone() {
        List<Book> all = books.only(BOOK.title).orderBy(BOOK.id).list();
        books.filter(BOOK.id.eq(4L)).delete();
        assertThat(all.getFirst().getPages()).isEqualTo(100);
        assertThat(statements(() -> assertThat(all.get(4).getPages()).isEqualTo(50)))
                .isZero();
        assertThatThrownBy(() -> all.get(3).getPages())
                .isInstanceOf(LazyLoadException.class)
                .hasMessageStartingWith("Book.pages cannot be loaded: the object's row is no longer in book");
        assertThat(all.get(3).getTitle()).isEqualTo("Delta_50%");
    }

    @Test
    void getOrCreate_andUpdateOrCreate() {
        Found<Tag> known = tags.getOrCreate(TAG.label.to("new"));
        assertThat(known.created()).isFalse();
        Found<Tag> made = tags.getOrCreate(TAG.label.to("made"));
        assertThat(made.created()).isTrue();
        Found<Author> changed = authors.updateOrCreate(
                List.of(AUTHOR.email.to("ada@example.org")), List.of(AUTHOR.name.to("Ada L.")), List.of());
        assertThat(changed.created()).isFalse();
        assertThat(authors.get(AUTHOR.id.eq(1L)).getName()).isEqualTo("Ada L.");
    }

    @Test
    void bulkCreate_givesEachObjectItsOwnKey() {
        List<Book> plain = new ArrayList<>();
        for (int at = 0; at < 2_500; at++) {
            plain.add(newBook("bulk-" + at));
        }
        List<Book> created = books.bulkCreate(plain);
        assertThat(created).hasSize(2_500);
        Map<Long, String> stored = new HashMap<>();
        books.filter(BOOK.isbn.startsWith("bulk-")).list().forEach(book -> stored.put(book.getId(), book.getIsbn()));
        assertThat(created).allSatisfy(book -> assertThat(stored).containsEntry(book.getId(), book.getIsbn()));
        assertThat(statements(() -> created.getFirst().getAuthor().getName())).isEqualTo(1);
    }

    @Test
    void bulkCreate_insertsAllOrNone() {
        assertThatThrownBy(() -> books.bulkCreate(List.of(newBook("906"), newBook("907"), newBook("111")), 1))
                .isInstanceOf(ConstraintException.class);
        assertThat(books.count()).isEqualTo(5);
    }

    @Test
    void aReferenceWithoutADatabase_isAValue_andNothingElse() {
        Author ada = AUTHOR.ref(1L);
        long ofAda = books.filter(BOOK.author().eq(database.ref(AUTHOR, 1L))).count();
        assertThat(statements(() -> assertThat(AUTHOR.ref(1).getId()).isEqualTo(1L)))
                .isZero();
        assertThat(books.filter(BOOK.author().eq(ada)).count()).isEqualTo(ofAda).isPositive();
        Book made = newBook("950");
        made.setAuthor(ada);
        Book created = books.create(made);
        assertThat(created.getAuthor()).isSameAs(ada);
        created.setAuthor(AUTHOR.ref(2L));
        books.save(created);
        assertThat(books.get(BOOK.isbn.eq("950")).getAuthor().getId()).isEqualTo(2L);
        books.filter(BOOK.isbn.eq("950")).update(BOOK.author().to(ada));
        assertThat(books.filter(BOOK.author().eq(ada)).count()).isEqualTo(ofAda + 1);

        assertThatThrownBy(ada::getName)
                .isInstanceOf(LazyLoadException.class)
                .hasMessage(
                        "Author.name needs a database: this Author is a reference that was made without one, of which"
                                + " only the key is known. Take db.ref(...), or read the object with a queryset.");
        assertThatThrownBy(ada::getBooks).isInstanceOf(LazyLoadException.class);
        assertThatThrownBy(() -> AUTHOR.ref("one"))
                .isInstanceOf(QueryException.class)
                .hasMessage("The keys of Author are of type Long, but this one is of type String.");
    }

    @Test
    void aReferenceWithoutADatabase_isSaved_linkedAndDeleted_byItsKey() {
        Book third = BOOK.ref(3L);
        third.setPages(77);
        books.save(third);
        assertThat(books.get(BOOK.id.eq(3L)).getPages()).isEqualTo(77);
        database.related(third, BOOK.tags()).setAll(List.of(TAG.ref(1)));
        assertThat(database.related(third, BOOK.tags()).values(TAG.id).list()).containsExactly(1);
        third.setPages(78);
        assertThat(books.bulkUpdate(List.of(third), List.of(BOOK.pages))).isEqualTo(1);
        books.refresh(third);
        assertThat(third.getPages()).isEqualTo(78);
        assertThat(books.delete(BOOK.ref(3L)).rows()).containsEntry("Book", 1L);
    }

    @Test
    void bulkUpdate_givesEachRowItsOwnValues() {
        List<Book> all = books.orderBy(BOOK.id).list();
        for (Book book : all) {
            book.setPages(book.getPages() + Math.toIntExact(book.getId()));
            book.setSummary(book.getId() == 3 ? "third" : null);
        }
        assertThat(statements(() -> assertThat(books.bulkUpdate(all, List.of(BOOK.pages, BOOK.summary)))
                        .isEqualTo(5)))
                .isEqualTo(1);
        assertThat(books.orderBy(BOOK.id).values(BOOK.pages).list()).containsExactly(101, 202, 303, 404, 55);
        assertThat(books.filter(BOOK.summary.isNull()).count()).isEqualTo(4);
        assertThat(statements(() -> books.save(all.getFirst()))).isZero();
    }

    @Test
    void bulkUpdateEach_changesEachRowByItsOwnExpression() {
        List<Book> some = books.filter(BOOK.id.le(3L)).orderBy(BOOK.id).list();
        assertThat(statements(() -> assertThat(books.bulkUpdateEach(
                                some,
                                book -> book.getPages() == 200
                                        ? List.of(BOOK.title.to("two"))
                                        : List.of(BOOK.pages.to(BOOK.pages.plus((int) (long) book.getId()))),
                                1000))
                        .isEqualTo(3)))
                .isEqualTo(1);
        assertThat(books.orderBy(BOOK.id).limit(4).values(BOOK.pages).list()).containsExactly(101, 200, 303, 400);
        assertThat(books.orderBy(BOOK.id).limit(3).values(BOOK.title).list()).containsExactly("Alpha", "two", "gamma");
        assertThat(statements(() -> books.bulkUpdateEach(some, book -> List.of(BOOK.pages.to(1)), 2)))
                .isEqualTo(2);
        assertThatThrownBy(() -> books.bulkUpdateEach(some, book -> List.of(BOOK.id.to(9L)), 2))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("keeps its key");
    }

    @Test
    void bulkUpdate_ofObjectsForTheSameRow_takesTheLast() {
        Book first = books.get(BOOK.id.eq(1L));
        Book last = books.get(BOOK.id.eq(1L));
        first.setPages(7);
        last.setPages(8);
        assertThat(books.bulkUpdate(List.of(first, last, last), List.of(BOOK.pages)))
                .isEqualTo(1);
        assertThat(books.get(BOOK.id.eq(1L)).getPages()).isEqualTo(8);
    }

    @Test
    void bulkUpsert_insertsUpdatesAndSkips() {
        Book known = newBook("111");
        Book twice = newBook("908");
        Book last = newBook("908");
        last.setTitle("Last");
        Upserted done = books.bulkUpsert(
                List.of(known, twice, last, newBook("909")),
                onConflict(BOOK.isbn).update(BOOK.title));
        assertThat(done).isEqualTo(new Upserted(2, 1, 1));
        assertThat(books.get(BOOK.isbn.eq("111")).getTitle()).isEqualTo("New");
        assertThat(books.get(BOOK.isbn.eq("111")).getPages()).isEqualTo(100);
        assertThat(books.get(BOOK.isbn.eq("908")).getTitle()).isEqualTo("Last");
        assertThat(books.bulkUpsert(
                        List.of(newBook("222"), newBook("910")),
                        OnConflict.<Book>onConflict().ignore()))
                .isEqualTo(new Upserted(1, 0, 1));
        assertThat(books.get(BOOK.isbn.eq("222")).getTitle()).isEqualTo("Beta");
        assertThatThrownBy(() -> books.bulkUpsert(
                        List.of(newBook("911")), onConflict(BOOK.title).update(BOOK.pages)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("takes the columns of a unique constraint");
    }

    @Test
    void manyThreads_loseNoUpdate_andCreateOnce() throws Exception {
        try (ConnectionPool pool = new ConnectionPool(library.url(), 40);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Database wide = Database.of(pool);
            List<Future<?>> updating = new ArrayList<>();
            for (int thread = 0; thread < 16; thread++) {
                updating.add(threads.submit(() -> {
                    for (int at = 0; at < 20; at++) {
                        wide.objects(BOOK).filter(BOOK.id.eq(1L)).update(BOOK.pages.to(BOOK.pages.plus(1)));
                    }
                }));
            }
            // Each row anew is a race anew, beside the updates.
            for (int round = 0; round < 25; round++) {
                createdOnce(wide, threads, "raced " + round);
            }
            for (Future<?> one : updating) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(books.get(BOOK.id.eq(1L)).getPages()).isEqualTo(420);
    }

    private static void createdOnce(Database wide, ExecutorService threads, String label) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Found<Tag>>> found = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            found.add(threads.submit(() -> {
                start.await();
                return wide.objects(TAG).getOrCreate(TAG.label.to(label));
            }));
        }
        start.countDown();
        Set<Integer> keys = new HashSet<>();
        int created = 0;
        for (Future<Found<Tag>> future : found) {
            Found<Tag> one = future.get(60, TimeUnit.SECONDS);
            keys.add(one.object().getId());
            created += one.created() ? 1 : 0;
        }
        assertThat(created).isEqualTo(1);
        assertThat(keys).hasSize(1);
    }

    @Test
    void aBlock_isKeptOrUndoneAsAWhole() {
        assertThatThrownBy(() -> database.atomic(() -> {
                    books.create(newBook("904"));
                    books.create(newBook("904"));
                }))
                .isInstanceOf(ConstraintException.class);
        assertThat(books.count()).isEqualTo(5);
        database.atomic(() -> {
            books.create(newBook("904"));
            assertThatThrownBy(() -> database.atomic(() -> books.create(newBook("904"))))
                    .isInstanceOf(ConstraintException.class);
            books.create(newBook("905"));
        });
        assertThat(books.count()).isEqualTo(7);
        assertThatThrownBy(() -> database.atomic(TransactionOptions.STANDARD.forReading(), () -> books.delete()))
                .isInstanceOf(TransactionException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void anObjectOfAnOpenTransaction_isNotLoadedFromOutside() {
        database.atomic(() -> {
            Book book = books.get(BOOK.id.eq(1L));
            Thread other = Thread.ofVirtual()
                    .unstarted(() -> assertThatThrownBy(() -> book.getAuthor().getName())
                            .hasMessageContaining("transaction that is still open"));
            Throwable[] thrown = new Throwable[1];
            other.setUncaughtExceptionHandler((thread, failure) -> thrown[0] = failure);
            other.start();
            join(other);
            assertThat(thrown[0]).isNull();
            return book;
        });
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
