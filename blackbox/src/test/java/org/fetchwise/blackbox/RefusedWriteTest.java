package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.ConstraintException;
import org.fetchwise.error.ConstraintException.Kind;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the database does not allow is told by its kind, and nothing of the call is written. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class RefusedWriteTest {
    private final Library library;
    private final Engine engine;
    private final QuerySet.Of<Tag> tags;
    private final QuerySet.Of<Book> books;
    private final Author author;

    RefusedWriteTest(Engine engine) {
        this.engine = engine;
        library = Library.own(engine);
        Database database = library.database();
        tags = database.objects(TAG);
        books = database.objects(BOOK);
        tags.bulkCreate(PooledLibrary.tags("old", 3));
        Author plain = new Author();
        plain.setName("Ada");
        author = database.objects(AUTHOR).create(plain);
        books.create(PooledLibrary.book("1", author));
    }

    @AfterEach
    void nothingWasWritten_andTheNextStatementWorks() throws Exception {
        try (library) {
            assertThat(library.pool().lent()).as("connections that are out").isZero();
            assertThat(tags.count()).isEqualTo(3);
            assertThat(books.values(BOOK.isbn, BOOK.title, BOOK.pages).list())
                    .singleElement()
                    .satisfies(row -> assertThat(row.get(BOOK.pages)).isZero());
            assertThat(tags.bulkCreate(PooledLibrary.tags("new", 3))).hasSize(3);
        }
    }

    private static ObjectAssert<ConstraintException> refused(ThrowingCallable write) {
        return assertThatThrownBy(write).asInstanceOf(InstanceOfAssertFactories.type(ConstraintException.class));
    }

    private static List<Tag> among(Tag bad) {
        List<Tag> tags = new ArrayList<>(PooledLibrary.tags("good", 20));
        tags.add(10, bad);
        return tags;
    }

    private static Tag tag(String label) {
        Tag tag = new Tag();
        tag.setLabel(label);
        return tag;
    }

    private Book book(String isbn) {
        return PooledLibrary.book(isbn, author);
    }

    @Test
    void aValueThatAnotherRowHas() {
        refused(() -> tags.bulkCreate(among(tag("old1")), 5)).satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(Kind.UNIQUE);
            if (engine == Engine.MARIADB) {
                assertThat(failure.constraint())
                        .hasValueSatisfying(name -> assertThat(name).contains("label"));
            } else {
                assertThat(failure.columns()).containsExactly("label");
            }
            assertThat(failure).hasMessageNotContaining("old1");
        });
    }

    @Test
    void aReferenceToNoRow() {
        Book lost = book("2");
        lost.setAuthor(library.database().ref(AUTHOR, 999L));
        refused(() -> books.bulkCreate(List.of(book("3"), lost), 1)).satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(Kind.FOREIGN_KEY);
            // SQLite tells neither.
            if (engine != Engine.SQLITE) {
                assertThat(failure.constraint()).isPresent();
                assertThat(failure.columns()).containsExactly("author_id");
            }
        });
    }

    @Test
    void aValueThatIsMissing() {
        refused(() -> tags.bulkCreate(among(new Tag()), 5)).satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(Kind.NOT_NULL);
            assertThat(failure.columns()).containsExactly("label");
        });
    }

    @Test
    void aValueThatIsTooLong() {
        assertThatThrownBy(() -> tags.create(tag("x".repeat(5_000))))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining(
                        engine == Engine.SQLITE ? "'length(\"label\") <= " : "a value does not fit its column");
    }

    @Test
    void aNumberBeyondItsColumn() {
        assertThatThrownBy(() -> books.update(
                        BOOK.pages.to(BOOK.pages.plus(Integer.MAX_VALUE).plus(1))))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining(
                        engine == Engine.SQLITE ? "the check constraint" : "a value does not fit its column");
    }

    @Test
    void aDivisionByZero_isToldWhereTheDatabaseRefusesIt() {
        ThrowingCallable division = () -> books.values(BOOK.pages.dividedBy(0)).list();
        if (engine == Engine.H2 || engine == Engine.POSTGRESQL) {
            assertThatThrownBy(division)
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("divided by zero")
                    .hasMessageContaining("nullIf(0)");
        } else {
            assertThatCode(division).doesNotThrowAnyException();
        }
    }

    @Test
    void aConditionThatDoesNotHold() {
        assumeThat(engine).as("SQLite adds no constraint to a table").isNotEqualTo(Engine.SQLITE);
        library.execute("ALTER TABLE \"book\" ADD CONSTRAINT \"thick_enough\" CHECK (\"pages\" >= 0)");
        refused(() -> books.filter(BOOK.isbn.eq("1")).update(BOOK.pages.to(-1))).satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(Kind.CHECK);
            assertThat(failure.constraint()).contains("thick_enough");
        });
    }

    @Test
    void aTextThatIsTooLong_isNotCut() {
        assertThatThrownBy(() -> tags.bulkCreate(among(tag("x".repeat(51))), 5)).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> books.update(BOOK.isbn.to("x".repeat(21)))).isInstanceOf(ExecutionException.class);
    }

    @Test
    void aNumberOutOfRange_isRefused() {
        Book dear = book("2");
        dear.setPrice(new BigDecimal("100000000.00"));
        assertThatThrownBy(() -> books.create(dear)).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> books.update(
                        BOOK.pages.to(BOOK.pages.plus(Integer.MAX_VALUE).plus(Integer.MAX_VALUE))))
                .isInstanceOf(ExecutionException.class);
    }
}
