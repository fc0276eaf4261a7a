package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.fleet.QCar.CAR;
import static org.fetchwise.blackbox.fleet.QGarage.GARAGE;
import static org.fetchwise.blackbox.fleet.QPaper.PAPER;
import static org.fetchwise.blackbox.fleet.QTrip.TRIP;
import static org.fetchwise.blackbox.fleet.QVehicle.VEHICLE;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fetchwise.Database;
import org.fetchwise.blackbox.fleet.Bill;
import org.fetchwise.blackbox.fleet.Car;
import org.fetchwise.blackbox.fleet.Garage;
import org.fetchwise.blackbox.fleet.Lorry;
import org.fetchwise.blackbox.fleet.Paper;
import org.fetchwise.blackbox.fleet.Permit;
import org.fetchwise.blackbox.fleet.Trip;
import org.fetchwise.blackbox.fleet.Truck;
import org.fetchwise.blackbox.fleet.Vehicle;
import org.fetchwise.servers.Engine;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Entities that extend each other, in the joined tables that Fetchwise has created: what either has written, the other reads.
 * Hibernate has no types for SQLite of its own.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
class HibernateFleetTest {
    // A field, because the log manager forgets the levels of loggers that nobody holds.
    private final Logger log = Logger.getLogger("org.hibernate");
    private final Library library;
    private final Database database;
    private final SessionFactory hibernate;

    HibernateFleetTest(Engine engine) {
        log.setLevel(Level.SEVERE);
        library = Library.empty(engine);
        database = library.database();
        hibernate = new Configuration()
                .addAnnotatedClasses(
                        Bill.class,
                        Car.class,
                        Garage.class,
                        Lorry.class,
                        Paper.class,
                        Permit.class,
                        Trip.class,
                        Truck.class,
                        Vehicle.class)
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
            Garage garage = new Garage("north");
            session.persist(garage);
            Car car = new Car("A", garage, 5);
            session.persist(car);
            Lorry lorry = new Lorry("B", garage, 9000, 2);
            lorry.setEscort(car);
            session.persist(lorry);
            session.persist(new Vehicle("C", null));
            session.persist(new Trip(lorry, 20));
            session.persist(new Permit(new UUID(1, 1), "p", "NO"));
        });

        List<Vehicle> read = database.objects(VEHICLE).orderBy(VEHICLE.plate).list();
        assertThat(((Car) read.get(0)).getSeats()).isEqualTo(5);
        assertThat(((Lorry) read.get(1)).getTrailers()).isEqualTo(2);
        assertThat(((Lorry) read.get(1)).getEscort()).isSameAs(read.get(0));
        assertThat(read.get(2).getVersion()).isZero();
        assertThat(database.objects(TRIP).get().getVehicle()).isInstanceOf(Lorry.class);
        assertThat(((Permit) database.objects(PAPER).get()).getCountry()).isEqualTo("NO");
    }

    @Test
    void whatFetchwiseWrites_isReadByHibernate() {
        Garage garage = database.objects(GARAGE).create(new Garage("north"));
        Car car = database.objects(CAR).create(new Car("A", garage, 5));
        Lorry lorry = new Lorry("B", garage, 9000, 2);
        lorry.setEscort(car);
        List<Vehicle> made = database.objects(VEHICLE).bulkCreate(List.of(lorry, new Vehicle("C", null)));
        database.objects(TRIP).create(new Trip(made.get(0), 20));
        database.objects(PAPER).create(new Bill(new UUID(2, 2), "b", 12));

        List<Object> read = hibernate.fromSession(session -> {
            List<Vehicle> vehicles = session.createSelectionQuery("from Vehicle order by plate", Vehicle.class)
                    .getResultList();
            return List.of(
                    vehicles.stream()
                            .map(vehicle -> vehicle.getClass().getSimpleName())
                            .toList(),
                    ((Lorry) vehicles.get(1)).getLoad(),
                    ((Lorry) vehicles.get(1)).getTrailers(),
                    ((Lorry) vehicles.get(1)).getEscort().getSeats(),
                    session.createSelectionQuery("select t.vehicle.plate from Trip t", String.class)
                            .getSingleResult(),
                    ((Bill) session.createSelectionQuery("from Paper", Paper.class)
                                    .getSingleResult())
                            .getAmount());
        });
        assertThat(read).containsExactly(List.of("Car", "Lorry", "Vehicle"), 9000, 2, 5, "B", 12L);
    }
}
