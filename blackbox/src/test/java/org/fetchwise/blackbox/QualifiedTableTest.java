package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.OnConflict.onConflict;
import static org.fetchwise.blackbox.vault.QLedger.LEDGER;
import static org.fetchwise.blackbox.vault.QStamp.STAMP;
import static org.fetchwise.schema.Difference.Kind.EXTRA_TABLE;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.Upserted;
import org.fetchwise.blackbox.vault.Ledger;
import org.fetchwise.blackbox.vault.Stamp;
import org.fetchwise.error.ConstraintException;
import org.fetchwise.servers.Engine;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tables, sequences and indexes in a schema of their own, which in MariaDB is a database. SQLite has others than the first only on
 * connections that have attached them.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
class QualifiedTableTest {
    // A field, because the log manager forgets the levels of loggers that nobody holds.
    private final Logger log = Logger.getLogger("org.hibernate");
    private final Library library;
    private final Database database;
    private final QuerySet.Of<Ledger> ledgers;

    QualifiedTableTest(Engine engine) {
        log.setLevel(Level.SEVERE);
        library = Library.own(engine);
        database = library.database();
        library.execute("CREATE SCHEMA \"vault\";\n");
        database.schema(LEDGER, STAMP).create();
        ledgers = database.objects(LEDGER).orderBy(LEDGER.page);
    }

    @AfterEach
    void close() throws SQLException {
        database.schema(LEDGER, STAMP).drop();
        if (library.engine() == Engine.MARIADB) {
            // It stands beside the database of the test, not in it.
            library.execute("DROP SCHEMA \"vault\";\n");
        }
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    @Test
    void whatWasCreated_differsInNothing_andIsDropped() {
        assertThat(database.schema(LEDGER, STAMP)
                        .validate()
                        .without(EXTRA_TABLE)
                        .all())
                .isEmpty();
        database.schema(LEDGER, STAMP).drop();
        database.schema(LEDGER, STAMP).create();
        assertThat(ledgers.count()).isZero();
    }

    @Test
    void rows_areWrittenAndRead() {
        Ledger first = ledgers.create(new Ledger("a", 1, null));
        first.setMarks(Set.of("red"));
        ledgers.save(first);
        List<Ledger> more = ledgers.bulkCreate(List.of(new Ledger("a", 2, first), new Ledger("a", 3, first)));
        database.related(first, LEDGER.copies()).addAll(more);

        Ledger read = ledgers.selectRelated(LEDGER.previous()).list().getLast();
        assertThat(read.getPrevious().getTitle()).isEqualTo("a");
        assertThat(read.getPrevious().getNext()).extracting(Ledger::getPage).containsExactlyInAnyOrder(2, 3);
        assertThat(read.getPrevious().getCopies()).hasSize(2);
        assertThat(read.getPrevious().getMarks()).containsExactly("red");
        assertThat(ledgers.filter(LEDGER.previous().page.eq(1))
                        .values(LEDGER.page)
                        .list())
                .containsExactly(2, 3);
        assertThat(ledgers.filter(LEDGER.copies().page.eq(3))
                        .values(LEDGER.next().count())
                        .list())
                .containsExactly(2L);
    }

    @Test
    void rows_areChangedAndDeleted() {
        List<Ledger> made = ledgers.bulkCreate(List.of(new Ledger("a", 1, null), new Ledger("a", 2, null)));
        made.getFirst().setTitle("b");
        ledgers.bulkUpdate(made, List.of(LEDGER.title));
        assertThat(ledgers.bulkUpsert(
                        List.of(new Ledger("b", 1, null), new Ledger("c", 9, null)),
                        onConflict(LEDGER.title, LEDGER.page).update(LEDGER.page)))
                .isEqualTo(new Upserted(1, 1, 0));
        assertThatThrownBy(() -> ledgers.create(new Ledger("c", 9, null))).isInstanceOf(ConstraintException.class);
        assertThat(ledgers.filter(LEDGER.page.gt(1)).update(LEDGER.title.to("d")))
                .isEqualTo(2);
        assertThat(ledgers.filter(LEDGER.title.eq("d")).delete().total()).isEqualTo(2);
        database.related(made.getFirst(), LEDGER.copies()).add(made.getFirst());
        ledgers.delete(ledgers.get());
        assertThat(ledgers.exists()).isFalse();
    }

    @Test
    void textsAreKeysThereToo() {
        QuerySet.Of<Stamp> stamps = database.objects(STAMP).orderBy(STAMP.code);
        Stamp last = stamps.create(new Stamp("c", null));
        stamps.bulkCreate(List.of(new Stamp("a", last), new Stamp("b", last)));
        List<Stamp> read = stamps.list();
        assertThat(read.getLast().getReplaced().getFirst().getCode()).isEqualTo("a");
        assertThat(read.getFirst().getReplacement()).isSameAs(read.getLast());
        assertThat(stamps.inBulk(List.of("a", "c"))).containsOnlyKeys("a", "c");
    }

    @Test
    void whatEitherWrites_theOtherReads() {
        // To Hibernate a database of MariaDB is a catalog, which the entity does not name.
        assumeTrue(library.engine() != Engine.MARIADB);
        try (SessionFactory hibernate = new Configuration()
                .addAnnotatedClasses(Ledger.class)
                .setProperty("hibernate.connection.url", library.url())
                .setProperty("hibernate.globally_quoted_identifiers", true)
                .buildSessionFactory()) {
            hibernate.inTransaction(session -> {
                Ledger first = new Ledger("a", 1, null);
                first.setMarks(Set.of("red"));
                session.persist(first);
                Ledger second = new Ledger("a", 2, first);
                second.setCopies(Set.of(first));
                session.persist(second);
            });
            Ledger second = ledgers.list().getLast();
            assertThat(second.getPrevious().getMarks()).containsExactly("red");
            assertThat(second.getCopies()).hasSize(1);
            ledgers.create(new Ledger("a", 3, second));
            assertThat(hibernate.<Integer>fromSession(session -> session.find(Ledger.class, second.getId())
                            .getNext()
                            .getFirst()
                            .getPage()))
                    .isEqualTo(3);
        }
    }
}
