package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.company.QDepartment.DEPARTMENT;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QTag.TAG;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.fetchwise.Database;
import org.fetchwise.blackbox.company.Department;
import org.fetchwise.blackbox.company.Employee;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Authors;
import org.fetchwise.blackbox.library.Biography;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Books;
import org.fetchwise.blackbox.library.Format;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.ConstraintException;
import org.fetchwise.error.QueryException;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** New objects that refer to each other, on every database. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class GraphTest {
    private final Engine engine;
    private final QueryRecorder recorder = new QueryRecorder();
    private Library library;
    private Database database;
    private Books books;
    private Authors authors;

    GraphTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        library = Library.empty(engine);
        database = library.database().withListener(recorder);
        books = database.querySet(Books.class);
        authors = database.querySet(Authors.class);
    }

    @AfterEach
    void everyConnectionIsBack() throws Exception {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private static Author author(String name) {
        Author author = new Author();
        author.setName(name);
        return author;
    }

    private static Book book(String isbn, @Nullable Author author) {
        Book book = new Book();
        book.setTitle(isbn);
        book.setIsbn(isbn);
        book.setPrice(new BigDecimal("3.50"));
        book.setFormat(Format.EBOOK);
        book.setAuthor(author);
        return book;
    }

    private static Tag tag(String label) {
        Tag tag = new Tag();
        tag.setLabel(label);
        return tag;
    }

    @Test
    void eachTable_isWrittenOnceForEachLevel() {
        List<Author> given = new ArrayList<>();
        List<Tag> tags = List.of(tag("a"), tag("b"));
        for (int number = 0; number < 20; number++) {
            Author author = author("author " + number);
            Biography biography = new Biography();
            biography.setContent("Long.");
            author.setBiography(biography);
            Book book = book("isbn " + number, null);
            book.setTags(Set.copyOf(tags));
            author.setBooks(List.of(book));
            given.add(author);
        }

        List<Author> made = authors.saveGraph(given);

        assertThat(recorder.texts())
                .as("authors and tags, then books and biographies, then links")
                .hasSize(5);
        assertThat(made)
                .extracting(Author::getName)
                .containsExactlyElementsOf(given.stream().map(Author::getName).toList());
        for (Author author : authors.prefetchRelated(AUTHOR.books().tags())) {
            Book book = author.getBooks().getFirst();
            assertThat(book.getIsbn()).isEqualTo(author.getName().replace("author", "isbn"));
            assertThat(book.getTags()).extracting(Tag::getLabel).containsExactlyInAnyOrder("a", "b");
            assertThat(author.getBiography().getContent()).isEqualTo("Long.");
        }
    }

    @Test
    void rowsWithTagsThatAreThere_areTwoStatements() {
        Author author = authors.create(author("Ada"));
        List<Tag> tags = database.objects(TAG)
                .bulkCreate(IntStream.range(0, 5)
                        .mapToObj(number -> tag("t" + number))
                        .toList());
        List<Book> given = IntStream.range(0, 400)
                .mapToObj(number -> {
                    Book book = book("isbn " + number, author);
                    book.setTags(Set.of(tags.get(number % 5), tags.get((number + 1) % 5)));
                    return book;
                })
                .toList();
        recorder.clear();
        books.saveGraph(given);
        assertThat(recorder.texts()).hasSize(2);
        assertThat(books.filter(BOOK.tags().label.eq("t0")).count()).isEqualTo(160);
    }

    @Test
    void aChain_takesALevelForEachLink() {
        Author author = author("Ada");
        Book last = book("3", author);
        last.setPrequel(book("2", author));
        last.getPrequel().setPrequel(book("1", author));
        Book made = books.saveGraph(last);
        assertThat(recorder.texts()).hasSize(4);
        assertThat(books.get(BOOK.id.eq(made.getId())).getPrequel().getPrequel().getIsbn())
                .isEqualTo("1");
    }

    @Test
    void aCircle_isOpenedWhereNullIsAllowed() {
        Author ada = author("Ada");
        Author bert = author("Bert");
        ada.setMentor(bert);
        bert.setMentor(ada);
        authors.saveGraph(ada);
        assertThat(recorder.texts()).hasSize(2);
        assertThat(ada.getMentor()).isSameAs(bert);
        assertThat(authors.get(AUTHOR.name.eq("Ada")).getMentor().getName()).isEqualTo("Bert");
        assertThat(authors.get(AUTHOR.name.eq("Bert")).getMentor().getName()).isEqualTo("Ada");
    }

    @Test
    void aCircleWithoutNull_isRefusedByName() {
        Department department = new Department();
        Employee head = new Employee();
        department.setHead(head);
        head.setDepartment(department);
        assertThatThrownBy(() -> database.objects(DEPARTMENT).saveGraph(department))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Department.head, Employee.department");
        assertThat(recorder.texts()).isEmpty();
    }

    @Test
    void whatIsNotNew_isRefusedOrLeft() {
        Author known = authors.create(author("Ada"));
        Book stored = books.create(book("1", known));
        Author author = author("Bert");
        author.setBooks(List.of(stored));
        assertThatThrownBy(() -> authors.saveGraph(author))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("has a row already");
        author.setBooks(List.of(book("2", author("Cleo"))));
        assertThatThrownBy(() -> authors.saveGraph(author))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("but its 'author' is another one");
        assertThatThrownBy(() -> authors.saveGraph(known))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("saveGraph takes new objects");
        assertThat(authors.saveGraph(List.of())).isEmpty();
    }

    @Test
    void whatFails_leavesNoRowAndNoKey() {
        Author author = author("Ada");
        author.setBooks(List.of(book("1", author), book("1", author)));
        assertThatThrownBy(() -> authors.saveGraph(author)).isInstanceOf(ConstraintException.class);
        assertThat(authors.exists()).isFalse();
        assertThat(author.getId()).isNull();
        author.getBooks().getFirst().setIsbn("2");
        authors.saveGraph(author);
        assertThat(books.count()).isEqualTo(2);
    }
}
