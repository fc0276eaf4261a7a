package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.depot.QCrate.CRATE;
import static org.fetchwise.blackbox.depot.QItem.ITEM;
import static org.fetchwise.blackbox.depot.QKeeper.KEEPER;
import static org.fetchwise.blackbox.depot.QPlate.PLATE;
import static org.fetchwise.blackbox.depot.QRack.RACK;
import static org.fetchwise.blackbox.depot.QRemark.REMARK;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fetchwise.Database;
import org.fetchwise.blackbox.depot.Crate;
import org.fetchwise.blackbox.depot.Item;
import org.fetchwise.blackbox.depot.ItemId;
import org.fetchwise.blackbox.depot.Keeper;
import org.fetchwise.blackbox.depot.Place;
import org.fetchwise.blackbox.depot.Plate;
import org.fetchwise.blackbox.depot.Rack;
import org.fetchwise.blackbox.depot.Remark;
import org.fetchwise.blackbox.depot.RemarkId;
import org.fetchwise.servers.Engine;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Keys of several columns, of relations, and relations that share them, in the tables that Fetchwise has created: what either
 * has written, the other reads. Hibernate has no types for SQLite of its own.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
class HibernateDepotTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 1);

    // A field, because the log manager forgets the levels of loggers that nobody holds.
    private final Logger log = Logger.getLogger("org.hibernate");
    private final Library library;
    private final Database database;
    private final SessionFactory hibernate;

    HibernateDepotTest(Engine engine) {
        log.setLevel(Level.SEVERE);
        library = Library.own(engine);
        database = library.database();
        hibernate = new Configuration()
                .addAnnotatedClasses(Crate.class, Item.class, Keeper.class, Plate.class, Rack.class, Remark.class)
                .setProperty("hibernate.connection.url", library.url())
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
        hibernate.inTransaction(session -> {
            Keeper keeper = new Keeper("NO", 1, "Ada");
            session.persist(keeper);
            Rack rack = new Rack(new Place("north", 1), "a");
            rack.setKeepers(Set.of(keeper));
            rack.setNotes(List.of("low", "wide"));
            rack.setReach(Set.of(new Place("south", 2)));
            session.persist(rack);
            session.persist(new Plate(rack, "one"));
            Crate crate = new Crate("apples", rack);
            session.persist(crate);
            Item item = new Item(crate, 2, "green");
            session.persist(item);
            session.persist(new Remark(new RemarkId(new ItemId(crate.getId(), 2), DAY), item, "sour"));
        });

        Remark remark = database.objects(REMARK)
                .selectRelated(REMARK.item().crate().rack().plate())
                .get();
        Rack rack = remark.getItem().getCrate().getRack();
        assertThat(remark.getId()).isEqualTo(new RemarkId(new ItemId(1L, 2), DAY));
        assertThat(rack.getPlace()).isEqualTo(new Place("north", 1));
        assertThat(rack.getPlate().getInscription()).isEqualTo("one");
        assertThat(rack.getKeepers()).extracting(Keeper::getName).containsExactly("Ada");
        assertThat(rack.getNotes()).containsExactly("low", "wide");
        assertThat(rack.getReach()).containsExactly(new Place("south", 2));
    }

    @Test
    void whatFetchwiseWrites_isReadByHibernate() {
        Keeper keeper = database.objects(KEEPER).create(new Keeper("NO", 1, "Ada"));
        Rack plain = new Rack(new Place("north", 1), "a");
        plain.setNotes(List.of("low", "wide"));
        plain.setReach(Set.of(new Place("south", 2)));
        Rack rack = database.objects(RACK).create(plain);
        database.related(rack, RACK.keepers()).add(keeper);
        database.objects(PLATE).create(new Plate(rack, "one"));
        Crate crate = database.objects(CRATE).create(new Crate("apples", rack));
        Item item = database.objects(ITEM).create(new Item(crate, 2, "green"));
        database.objects(REMARK).create(new Remark(new RemarkId(null, DAY), item, "sour"));

        List<String> read = hibernate.fromSession(session -> {
            Remark remark = session.find(Remark.class, new RemarkId(new ItemId(crate.getId(), 2), DAY));
            Rack found = remark.getItem().getCrate().getRack();
            return List.of(
                    remark.getWords(),
                    remark.getItem().getTitle(),
                    found.getLabel(),
                    found.getPlate().getInscription(),
                    found.getKeepers().iterator().next().getName(),
                    found.getNotes().get(1),
                    found.getReach().iterator().next().hall());
        });
        assertThat(read).containsExactly("sour", "green", "a", "one", "Ada", "wide", "south");
    }
}
