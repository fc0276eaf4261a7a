package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QReview.REVIEW;
import static org.fetchwise.expr.Functions.lookup;
import static org.fetchwise.expr.Functions.prefetch;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Review;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.error.FetchwiseException;
import org.fetchwise.error.LazyLoadException;
import org.fetchwise.error.MappingException;
import org.fetchwise.error.MultipleFoundException;
import org.fetchwise.error.NotFoundException;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.UnreachableException;
import org.fetchwise.expr.Prefetch;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What users get wrong. Each error says what failed, on what, and the way out, and shows no value; the pool has one connection,
 * which must be back each time.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class BadInputTest {
    private static final String SECRET = "secret-value";

    private final Library library;
    private final ConnectionPool pool;
    private final Database database;
    private final QuerySet.Of<Book> books;

    BadInputTest(Engine engine) {
        library = Library.shared(engine);
        pool = new ConnectionPool(library.url(), 1);
        database = Database.of(pool);
        books = database.objects(BOOK);
    }

    @BeforeEach
    void oneConnectionIsEnough() {
        assertThat(books.count()).isEqualTo(5);
    }

    @AfterEach
    void theConnectionIsBack() throws SQLException {
        assertThat(pool.lent()).isZero();
        assertThat(books.count()).isEqualTo(5);
        pool.close();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> failure(
            Class<? extends FetchwiseException> type, Runnable action) {
        return assertThatThrownBy(action::run).isInstanceOf(type).hasMessageNotContaining(SECRET);
    }

    @Test
    void anUnknownPath_namesTheNearMisses() {
        failure(
                        QueryException.class,
                        () -> books.filter(lookup("titel", SECRET)).list())
                .hasMessageContaining("No 'titel' on Book")
                .hasMessageContaining("Did you mean 'title'?")
                .hasMessageContaining("in query: ");
        failure(
                        QueryException.class,
                        () -> books.filter(lookup("author__nme", SECRET)).list())
                .hasMessageContaining("No 'nme' on Author")
                .hasMessageContaining("'name'");
        failure(
                        QueryException.class,
                        () -> books.filter(lookup("title__name", SECRET)).list())
                .hasMessageContaining("title");
    }

    @Test
    void anUnknownLookup_namesThoseThereAre() {
        failure(
                        QueryException.class,
                        () -> books.filter(lookup("title__icontain", SECRET)).list())
                .hasMessageContaining("icontain");
        failure(
                        QueryException.class,
                        () -> books.filter(lookup("pages__icontain", SECRET)).list())
                .hasMessageContaining("pages__icontain")
                .hasMessageContaining("in query: ");
    }

    @Test
    void aValueOfTheWrongType_isNamedByItsType() {
        failure(
                        QueryException.class,
                        () -> books.filter(lookup("pages", SECRET)).list())
                .hasMessageContaining("pages")
                .hasMessageContaining("Integer")
                .hasMessageContaining("String")
                .hasMessageContaining("in query: ");
        failure(
                        QueryException.class,
                        () -> books.filter(lookup("pages__in", SECRET)).list())
                .hasMessageContaining("collection");
        failure(
                        QueryException.class,
                        () -> books.filter(lookup("rating__isnull", SECRET)).list())
                .hasMessageContaining("true or false");
    }

    @Test
    void aMissingTable_isNamed() {
        withoutTables(empty -> failure(
                        ExecutionException.class,
                        () -> empty.database().objects(BOOK).list())
                .hasMessageContaining("book")
                .hasMessageContaining("schema().create()")
                .hasCauseInstanceOf(SQLException.class));
    }

    @Test
    void aMissingColumn_isNamed() {
        withoutTables(empty -> {
            empty.execute("CREATE TABLE \"book\" (\"id\" BIGINT)");
            failure(
                            ExecutionException.class,
                            () -> empty.database().objects(BOOK).list())
                    .hasMessageContaining("title")
                    .hasCauseInstanceOf(SQLException.class);
        });
    }

    private void withoutTables(Consumer<Library> action) {
        try (Library empty = Library.own(library.engine())) {
            empty.schema().drop();
            action.accept(empty);
            assertThat(empty.pool().lent()).isZero();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void notOneRow_isATypedError() {
        failure(NotFoundException.class, () -> books.get(BOOK.title.eq(SECRET)))
                .hasMessageContaining("No Book")
                .hasMessageContaining("in query: ");
        failure(MultipleFoundException.class, books::get)
                .hasMessageContaining("More than one Book")
                .hasMessageContaining("first()");
    }

    @Test
    void negativeBounds_areRefusedWhenTheQueryIsBuilt() {
        failure(QueryException.class, () -> books.limit(-1))
                .hasMessageContaining("limit")
                .hasMessageContaining("in query: ");
        failure(QueryException.class, () -> books.offset(-1)).hasMessageContaining("reverse()");
        failure(QueryException.class, () -> books.slice(-2, 3)).hasMessageContaining("slice");
        failure(QueryException.class, () -> books.forEachChunk(0, chunk -> {})).hasMessageContaining("chunk");
        assertThat(books.slice(3, 2).list()).as("nothing stands between").isEmpty();
        assertThat(books.values(BOOK.id).slice(2, 1).list()).isEmpty();
    }

    @Test
    void theLastOfASlice_isRefused() {
        failure(QueryException.class, () -> books.orderBy(BOOK.id).limit(3).last())
                .hasMessageContaining("reverse()");
        failure(QueryException.class, () -> books.limit(3).first()).hasMessageContaining("orderBy(...)");
    }

    @Test
    void aPlainObject_isNotTouchedAsIfManaged() {
        Prefetch<Book, List<Review>> reviews =
                prefetch(BOOK.reviews(), database.objects(REVIEW)).named("all_reviews");
        failure(QueryException.class, () -> reviews.of(new Book()))
                .hasMessageContaining("Book is a plain object")
                .hasMessageContaining("queryset");
        failure(QueryException.class, () -> BOOK.reviews().count().of(new Book()))
                .hasMessageContaining("plain object");
        failure(QueryException.class, () -> books.contains(new Book())).hasMessageContaining("save it first");
        failure(QueryException.class, () -> books.filter(BOOK.author().eq(new Author())))
                .hasMessageContaining("no key");
    }

    @Test
    void aBrokenPattern_isTheDatabasesError() {
        failure(
                        ExecutionException.class,
                        () -> books.filter(BOOK.title.matches("(" + SECRET)).list())
                .hasMessageContaining("SELECT");
    }

    @Test
    void aNoneSuchAnnotation_saysHowToGetIt() {
        Book alpha = books.get(BOOK.id.eq(1));
        failure(QueryException.class, () -> BOOK.reviews().count().of(alpha)).hasMessageContaining("annotate(");
    }

    @Test
    void namesThatClash_areRefused() {
        failure(
                        QueryException.class,
                        () -> books.annotate(BOOK.reviews().count().named("title")))
                .hasMessageContaining("'title'")
                .hasMessageContaining("named(...)");
        failure(QueryException.class, () -> books.values(BOOK.id, BOOK.id)).hasMessageContaining("named(...)");
    }

    @Test
    void aQuerySetThatTheProcessorHasNotSeen_isNamed() {
        failure(MappingException.class, () -> unseen(QuerySet.Of.class)).hasMessageContaining("fetchwise-processor");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void unseen(Class type) {
        database.querySet(type);
    }

    @Test
    void aStream_isClosedByItsBlockAlsoAfterAFailure() {
        assertThatThrownBy(() -> {
                    try (Stream<Book> stream = books.stream()) {
                        stream.forEach(book -> {
                            throw new IllegalStateException("stop");
                        });
                    }
                })
                .hasMessage("stop");
    }

    @Test
    void aLazyLoadWithoutAConnection_says() {
        List<Book> all = books.orderBy(BOOK.id).list();
        try (var taken = pool.getConnection()) {
            assertThat(taken).isNotNull();
            failure(UnreachableException.class, () -> all.get(0).getAuthor()).hasMessageContaining("No connection");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        assertThat(all.get(0).getAuthor().getName()).isNotEmpty();
    }

    @Test
    void aRowThatHasVanished_isAnErrorOfItsObjectAlone() {
        try (Library own = Library.own(library.engine())) {
            own.execute(LibraryRows.ALL);
            List<Book> all = own.database().objects(BOOK).orderBy(BOOK.id).list();
            own.execute(
                    "DELETE FROM \"review\" WHERE \"book_id\" = 5;\nDELETE FROM \"book_tag\" WHERE \"book_id\" = 5;\n"
                            + "DELETE FROM \"book\" WHERE \"id\" = 5");
            failure(LazyLoadException.class, () -> all.get(4).getSummary())
                    .hasMessageContaining("Book.summary")
                    .hasMessageContaining("no longer");
            assertThat(all.get(0).getSummary()).isEqualTo("First.");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void authorsWithoutAnInterface_areServedToo() {
        assertThat(database.objects(AUTHOR).count()).isEqualTo(4);
    }
}
