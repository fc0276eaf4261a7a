package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QPublisher.PUBLISHER;
import static org.fetchwise.blackbox.library.QReview.REVIEW;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fetchwise.Database;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Biography;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Format;
import org.fetchwise.blackbox.library.Genre;
import org.fetchwise.blackbox.library.Publisher;
import org.fetchwise.blackbox.library.Review;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.servers.Engine;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The same entity classes, in the tables that Fetchwise has created, used by Hibernate and by Fetchwise. */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
class HibernateTest {
    // A field, because the log manager forgets the levels of loggers that nobody holds.
    private final Logger log = Logger.getLogger("org.hibernate");
    private final Library library;
    private final Database database;
    private final SessionFactory hibernate;

    HibernateTest(Engine engine) {
        log.setLevel(Level.SEVERE);
        library = Library.own(engine);
        database = library.database();
        hibernate = new Configuration()
                .addAnnotatedClasses(
                        Author.class,
                        Biography.class,
                        Book.class,
                        Genre.class,
                        Publisher.class,
                        Review.class,
                        Tag.class)
                .setProperty("hibernate.connection.url", library.url())
                // H2 writes names in capitals unless they are quoted, as Fetchwise quotes them.
                .setProperty("hibernate.globally_quoted_identifiers", true)
                .setProperty("hibernate.globally_quoted_identifiers_skip_column_definitions", true)
                .buildSessionFactory();
    }

    @AfterEach
    void close() throws SQLException {
        hibernate.close();
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    @Test
    void whatHibernatePersists_isReadByFetchwise() {
        UUID key = UUID.fromString(LibraryRows.NORTH);
        hibernate.inTransaction(session -> {
            Publisher publisher = new Publisher();
            publisher.setId(key);
            publisher.setName("North");
            session.persist(publisher);
            Author author = new Author();
            author.setName("Ada");
            author.setActive(true);
            author.setBornOn(LocalDate.of(1950, 1, 10));
            session.persist(author);
            Tag tag = new Tag();
            tag.setLabel("classic");
            session.persist(tag);
            Book book = new Book();
            book.setTitle("Alpha");
            book.setIsbn("111");
            book.setPages(100);
            book.setPrice(new BigDecimal("12.50"));
            book.setFormat(Format.PAPERBACK);
            book.setSummary("A summary.");
            book.setAuthor(author);
            book.setPublisher(publisher);
            book.setTags(new LinkedHashSet<>(Set.of(tag)));
            session.persist(book);
        });

        Book read = database.objects(BOOK)
                .selectRelated(BOOK.author(), BOOK.publisher())
                .prefetchRelated(BOOK.tags())
                .get();

        assertThat(read.getTitle()).isEqualTo("Alpha");
        assertThat(read.getPrice()).isEqualTo(new BigDecimal("12.50"));
        assertThat(read.getFormat()).isEqualTo(Format.PAPERBACK);
        assertThat(read.getSummary()).isEqualTo("A summary.");
        assertThat(read.getRating()).isNull();
        assertThat(read.getAuthor().getBornOn()).isEqualTo(LocalDate.of(1950, 1, 10));
        assertThat(read.getPublisher().getId()).isEqualTo(key);
        assertThat(read.getTags()).extracting(Tag::getLabel).containsExactly("classic");
        assertThat(read.getAuthor().getBooks()).containsExactly(read);
    }

    @Test
    void bothReadTheSame() {
        library.execute(LibraryRows.ALL);
        List<String> byHibernate = hibernate.fromSession(
                session -> session.createSelectionQuery("from Book order by id", Book.class).getResultList().stream()
                        .map(HibernateTest::describe)
                        .toList());

        List<String> byFetchwise = database.objects(BOOK).orderBy(BOOK.id).list().stream()
                .map(HibernateTest::describe)
                .toList();

        assertThat(byFetchwise).hasSize(5).isEqualTo(byHibernate);
    }

    /** Everything that is known of a book, by way of its getters. */
    private static String describe(Book book) {
        Publisher publisher = book.getPublisher();
        Biography biography = book.getAuthor().getBiography();
        return String.join(
                "|",
                book.getTitle(),
                String.valueOf(book.getRating()),
                book.getPrice().toString(),
                String.valueOf(book.getPublishedOn()),
                book.getFormat().name(),
                String.valueOf(book.getSummary()),
                book.getAuthor().signature(),
                biography == null ? "-" : biography.getContent(),
                publisher == null ? "-" : publisher.getId() + publisher.getName(),
                book.getGenre() == null ? "-" : book.getGenre().getCode(),
                book.getPrequel() == null ? "-" : book.getPrequel().getTitle(),
                book.getTags().stream().map(Tag::getLabel).sorted().toList().toString(),
                book.getReviews().stream()
                        .map(review -> review.getStars() + " " + review.getComment() + " " + review.getWrittenAt())
                        .sorted()
                        .toList()
                        .toString());
    }

    @Test
    void whatHibernateChanges_isReadByFetchwise() {
        library.execute(LibraryRows.ALL);
        hibernate.inTransaction(session -> {
            session.find(Author.class, 1L).setName("Adele");
            session.find(Book.class, 3L).getTags().add(session.find(Tag.class, 3));
            session.remove(session.find(Review.class, 6L));
        });

        assertThat(database.objects(AUTHOR).get(AUTHOR.id.eq(1)).getName()).isEqualTo("Adele");
        assertThat(database.objects(BOOK).get(BOOK.id.eq(3)).getTags())
                .extracting(Tag::getLabel)
                .containsExactly("unused");
        assertThat(database.objects(REVIEW).count()).isEqualTo(5);
        assertThat(database.objects(PUBLISHER).count()).isEqualTo(3);
    }
}
