package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.fair.QHall.HALL;
import static org.fetchwise.blackbox.fair.QStand.STAND;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fetchwise.Database;
import org.fetchwise.blackbox.fair.Hall;
import org.fetchwise.blackbox.fair.HallId;
import org.fetchwise.blackbox.fair.Helper;
import org.fetchwise.blackbox.fair.Lamp;
import org.fetchwise.blackbox.fair.Permit;
import org.fetchwise.blackbox.fair.Poster;
import org.fetchwise.blackbox.fair.Stand;
import org.fetchwise.blackbox.fair.Ware;
import org.fetchwise.servers.Engine;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Collections that declare the columns of their rows, in the tables that Fetchwise has created: what either has written, the
 * other reads. Hibernate has no types for SQLite of its own.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
class HibernateFairTest {
    // A field, because the log manager forgets the levels of loggers that nobody holds.
    private final Logger log = Logger.getLogger("org.hibernate");
    private final Library library;
    private final Database database;
    private final SessionFactory hibernate;

    HibernateFairTest(Engine engine) {
        log.setLevel(Level.SEVERE);
        library = Library.empty(engine);
        database = library.database();
        hibernate = new Configuration()
                .addAnnotatedClasses(
                        Hall.class, Helper.class, Lamp.class, Permit.class, Poster.class, Stand.class, Ware.class)
                .setProperty("hibernate.connection.url", library.url())
                .setProperty("hibernate.globally_quoted_identifiers", true)
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
        hibernate.inTransaction(session -> {
            Stand stand = new Stand("tea");
            List<Ware> wares = List.of(new Ware("green", 3), new Ware("black", 2));
            wares.forEach(session::persist);
            stand.setWares(wares);
            stand.setPosters(List.of(new Poster("drink"), new Poster("tea")));
            session.persist(stand);
            Lamp lamp = new Lamp(40);
            session.persist(lamp);
            Hall hall = new Hall("Oslo", 1);
            hall.setLamps(Set.of(lamp));
            session.persist(hall);
        });

        Stand stand = database.objects(STAND).get();
        assertThat(stand.getWares()).extracting(Ware::getTitle).containsExactlyInAnyOrder("green", "black");
        assertThat(stand.getPosters()).extracting(Poster::getText).containsExactly("drink", "tea");
        assertThat(database.objects(HALL).get().getLamps())
                .extracting(Lamp::getWatts)
                .containsExactly(40);
    }

    @Test
    void whatFetchwiseWrites_isReadByHibernate() {
        Stand plain = new Stand("tea");
        plain.setWares(List.of(new Ware("green", 3)));
        plain.setPosters(List.of(new Poster("drink"), new Poster("tea")));
        Stand stand = database.objects(STAND).saveGraph(plain);
        Helper helper = new Helper("Ada");
        database.related(stand, STAND.helpers()).create(helper);
        database.related(stand, STAND.permits()).create(new Permit(7));
        Hall hall = database.objects(HALL).create(new Hall("Oslo", 1));
        database.related(hall, HALL.lamps()).create(new Lamp(40));

        List<String> read = hibernate.fromSession(session -> {
            Stand found = session.find(Stand.class, stand.getId());
            return List.of(
                    found.getWares().get(0).getTitle(),
                    found.getPosters().get(1).getText(),
                    found.getHelpers().iterator().next().getName(),
                    Integer.toString(found.getPermits().iterator().next().getNumber()),
                    Integer.toString(session.find(Hall.class, new HallId("Oslo", 1))
                            .getLamps()
                            .iterator()
                            .next()
                            .getWatts()));
        });
        assertThat(read).containsExactly("green", "tea", "Ada", "7", "40");
    }
}
