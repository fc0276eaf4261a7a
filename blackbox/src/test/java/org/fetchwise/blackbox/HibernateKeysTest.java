package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.library.QBadge.BADGE;
import static org.fetchwise.blackbox.library.QTicket.TICKET;
import static org.fetchwise.blackbox.library.QVoucher.VOUCHER;

import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fetchwise.Database;
import org.fetchwise.blackbox.library.Badge;
import org.fetchwise.blackbox.library.Ticket;
import org.fetchwise.blackbox.library.Voucher;
import org.fetchwise.schema.Difference;
import org.fetchwise.servers.Engine;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hibernate takes its keys from the sequences and tables that Fetchwise has created. */
class HibernateKeysTest {
    // A field, because the log manager forgets the levels of loggers that nobody holds.
    private final Logger log = Logger.getLogger("org.hibernate");

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void generators_areWhereHibernateLooks(Engine engine) throws SQLException {
        log.setLevel(Level.SEVERE);
        try (Library library = Library.own(engine);
                SessionFactory hibernate = new Configuration()
                        .addAnnotatedClasses(Ticket.class, Voucher.class, Badge.class)
                        .setProperty("hibernate.connection.url", library.url())
                        .setProperty("hibernate.globally_quoted_identifiers", true)
                        .buildSessionFactory()) {
            hibernate.inTransaction(session -> {
                for (int at = 0; at < 60; at++) {
                    session.persist(new Ticket());
                    session.persist(new Voucher());
                }
                session.persist(new Badge());
            });
            assertThat(library.database()
                            .objects(TICKET)
                            .orderBy(TICKET.id)
                            .values(TICKET.id)
                            .list())
                    .hasSize(60)
                    .startsWith(1L, 2L)
                    .endsWith(60L);
            assertThat(library.database()
                            .objects(VOUCHER)
                            .orderBy(VOUCHER.id)
                            .values(VOUCHER.id)
                            .list())
                    .hasSize(60)
                    .startsWith(101, 102)
                    .endsWith(160);
            assertThat(library.database().objects(BADGE).get().getId()).isNotNull();
            assertThat(library.schema().validate().of(Difference.Kind.MISSING_GENERATOR))
                    .isEmpty();
        }
    }

    /** A value of a sequence or row stands for a block of keys, which either takes whole. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void bothInsertAtTheSameTime(Engine engine) throws SQLException {
        log.setLevel(Level.SEVERE);
        try (Library library = Library.own(engine);
                SessionFactory hibernate = new Configuration()
                        .addAnnotatedClasses(Ticket.class, Voucher.class, Badge.class)
                        .setProperty("hibernate.connection.url", library.url())
                        .setProperty("hibernate.globally_quoted_identifiers", true)
                        .buildSessionFactory()) {
            Database database = library.database();
            for (int turn = 0; turn < 70; turn++) {
                hibernate.inTransaction(session -> {
                    session.persist(new Ticket());
                    session.persist(new Voucher());
                });
                database.objects(TICKET).create(new Ticket());
                database.objects(VOUCHER).bulkCreate(List.of(new Voucher(), new Voucher()));
            }
            Badge badge = database.objects(BADGE).create(new Badge());
            assertThat(database.objects(TICKET).values(TICKET.id).list())
                    .hasSize(140)
                    .doesNotHaveDuplicates();
            assertThat(database.objects(VOUCHER).values(VOUCHER.id).list())
                    .hasSize(210)
                    .doesNotHaveDuplicates();
            assertThat(hibernate.<Badge>fromSession(session -> session.find(Badge.class, badge.getId())))
                    .isNotNull();
            assertThat(hibernate.<Long>fromSession(
                            session -> session.createSelectionQuery("select count(*) from Ticket", Long.class)
                                    .getSingleResult()))
                    .isEqualTo(140);
        }
    }
}
