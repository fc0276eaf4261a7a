package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.sql.Lock.Wait.NOWAIT;
import static org.fetchwise.sql.Lock.Wait.SKIP_LOCKED;
import static org.fetchwise.sql.Lock.Wait.WAIT;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.fetchwise.Database;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Books;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.TransactionException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;

/** Rows that are locked until the transaction ends. */
class LockingTest extends LibraryTest {
    private final Engine engine;

    LockingTest(Engine engine) {
        super(engine);
        this.engine = engine;
    }

    private static List<Long> read(Books locked) {
        return locked.orderBy(BOOK.id).list().stream().map(Book::getId).toList();
    }

    @Test
    void rowsAreRead_andTheStatementLocksThem() {
        database.atomic(() -> {
            recorder.clear();
            assertThat(read(books.filter(BOOK.id.le(3)).selectForUpdate())).containsExactly(1L, 2L, 3L);
            assertThat(read(books.filter(BOOK.id.le(2)).selectForUpdate(NOWAIT)))
                    .containsExactly(1L, 2L);
            assertThat(books.selectForUpdate().count()).isEqualTo(5);
        });
        boolean locks = engine != Engine.SQLITE;
        assertThat(recorder.texts().get(0).endsWith(" FOR UPDATE")).isEqualTo(locks);
        assertThat(recorder.texts().get(1).endsWith(" FOR UPDATE NOWAIT")).isEqualTo(locks);
        assertThat(recorder.texts().get(2)).doesNotContain("FOR UPDATE");
    }

    @Test
    void whatAnotherHasLocked_isAnErrorOrLeftOut() {
        assumeThat(engine).isNotEqualTo(Engine.SQLITE);
        Database other = library.database();
        database.atomic(() -> {
            assertThat(read(books.filter(BOOK.id.eq(2)).selectForUpdate())).containsExactly(2L);
            CompletableFuture<List<Long>> skipped = CompletableFuture.supplyAsync(() -> other.atomic(
                    () -> read(other.querySet(Books.class).filter(BOOK.id.le(3)).selectForUpdate(SKIP_LOCKED))));
            assertThat(skipped.join()).containsExactly(1L, 3L);
            CompletableFuture<List<Long>> refused = CompletableFuture.supplyAsync(() -> other.atomic(
                    () -> read(other.querySet(Books.class).filter(BOOK.id.le(3)).selectForUpdate(NOWAIT))));
            assertThatThrownBy(refused::join).cause().isInstanceOf(ExecutionException.class);
        });
    }

    @Test
    void aRelationIsLocked_whereItIsNamed() {
        Books joined = books.filter(BOOK.id.le(2)).selectRelated(BOOK.author(), BOOK.publisher());
        if (engine == Engine.MARIADB) {
            assertThatThrownBy(() -> database.atomic(() -> read(joined.selectForUpdate(WAIT, List.of(BOOK)))))
                    .isInstanceOf(UnsupportedFeatureException.class);
        } else {
            database.atomic(() -> assertThat(read(joined.selectForUpdate(WAIT, List.of(BOOK, BOOK.author()))))
                    .containsExactly(1L, 2L));
        }
        if (engine == Engine.POSTGRESQL) {
            assertThatThrownBy(() -> database.atomic(() -> read(joined.selectForUpdate())))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageStartingWith("PostgreSQL locks no rows of a relation that may lead nowhere.");
        } else {
            database.atomic(() -> assertThat(read(joined.selectForUpdate())).hasSize(2));
        }
    }

    @Test
    void aLockOutsideATransaction_isRefused() {
        assertThatThrownBy(() -> books.selectForUpdate().list())
                .isInstanceOf(TransactionException.class)
                .hasMessageStartingWith("selectForUpdate locks rows until the transaction ends, but there is none");
        assertThatThrownBy(() -> books.selectForUpdate(WAIT, List.of(BOOK.author())))
                .isInstanceOf(QueryException.class)
                .hasMessageStartingWith("selectForUpdate locks rows that the query reads, but not those of 'author'");
        assertThatThrownBy(() ->
                        database.atomic(() -> books.distinct().selectForUpdate().list()))
                .isInstanceOf(QueryException.class)
                .hasMessageStartingWith("Rows are locked where each row of the result is a row of the table");
    }
}
