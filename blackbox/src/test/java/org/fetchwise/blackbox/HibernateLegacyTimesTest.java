package org.fetchwise.blackbox;

import static org.fetchwise.blackbox.library.QAppointment.APPOINTMENT;

import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Appointment;
import org.fetchwise.servers.Engine;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Times of classes older than {@code java.time}: what either has written, the other reads. */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
class HibernateLegacyTimesTest {
    // A field, because the log manager forgets the levels of loggers that nobody holds.
    private final Logger log = Logger.getLogger("org.hibernate");
    private final Library library;
    private final QuerySet.Of<Appointment> appointments;
    private final SessionFactory hibernate;

    HibernateLegacyTimesTest(Engine engine) {
        log.setLevel(Level.SEVERE);
        library = Library.empty(engine);
        appointments = library.database().objects(APPOINTMENT);
        hibernate = new Configuration()
                .addAnnotatedClasses(Appointment.class)
                .setProperty("hibernate.connection.url", library.url())
                .setProperty("hibernate.globally_quoted_identifiers", true)
                .buildSessionFactory();
    }

    @AfterEach
    void close() throws SQLException {
        hibernate.close();
        library.close();
    }

    @Test
    void whatHibernatePersists_isReadByFetchwise() {
        hibernate.inTransaction(session -> session.persist(LegacyTimesTest.full()));
        LegacyTimesTest.expectFull(appointments.get());
    }

    @Test
    void whatFetchwiseWrites_isReadByHibernate() {
        Appointment made = appointments.create(LegacyTimesTest.full());
        LegacyTimesTest.expectFull(hibernate.fromSession(session -> session.find(Appointment.class, made.getId())));
    }
}
