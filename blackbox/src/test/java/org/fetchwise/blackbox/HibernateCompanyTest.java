package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.company.QCustomer.CUSTOMER;
import static org.fetchwise.blackbox.company.QProject.PROJECT;
import static org.fetchwise.blackbox.company.QTeam.TEAM;
import static org.fetchwise.schema.Difference.Kind.MISSING_INDEX;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fetchwise.Database;
import org.fetchwise.blackbox.company.Address;
import org.fetchwise.blackbox.company.Customer;
import org.fetchwise.blackbox.company.Money;
import org.fetchwise.blackbox.company.Position;
import org.fetchwise.blackbox.company.Project;
import org.fetchwise.blackbox.company.Step;
import org.fetchwise.blackbox.company.Team;
import org.fetchwise.servers.Engine;
import org.fetchwise.servers.Servers;
import org.fetchwise.servers.TemporaryDatabase;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What grown models have beyond plain fields, in the tables that Fetchwise has created: rows of Hibernate are read by
 * Fetchwise, and rows written there are read alike by both. Hibernate has no types for SQLite of its own.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
class HibernateCompanyTest {
    // A field, because the log manager forgets the levels of loggers that nobody holds.
    private final Logger log = Logger.getLogger("org.hibernate");
    private final Library library;
    private final Database database;
    private final SessionFactory hibernate;

    HibernateCompanyTest(Engine engine) {
        log.setLevel(Level.SEVERE);
        library = Library.own(engine);
        database = library.database();
        hibernate = new Configuration()
                .addAnnotatedClasses(Customer.class, Project.class, Step.class, Team.class)
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

    private <V> V byHibernate(Function<Session, V> reading) {
        return hibernate.fromSession(reading);
    }

    @Test
    void inheritedAndEmbeddedAttributes() {
        hibernate.inTransaction(session -> {
            Customer ada = new Customer();
            ada.setName("Ada");
            ada.cameAt(Instant.parse("2024-01-01T00:00:00Z"));
            ada.setHome(new Address("Elm 1", "Oslo", 3, new Position(59.5, 10.75)));
            ada.setBudget(new Money(new BigDecimal("12.50"), Money.Currency.CROWN));
            session.persist(ada);
        });
        library.execute("""
            INSERT INTO "customer" ("revision", "name", "work_city", "work_latitude", "amount")
                VALUES (7, 'Bert', 'Rome', 41.5, 1.25);
            """);

        for (long id = 1; id <= 2; id++) {
            long key = id;
            String read = describe(database.objects(CUSTOMER).get(CUSTOMER.id.eq(key)));
            assertThat(read).isEqualTo(byHibernate(session -> describe(session.find(Customer.class, key))));
        }
        assertThat(describe(database.objects(CUSTOMER).get(CUSTOMER.id.eq(1))))
                .isEqualTo("Ada 0 2024-01-01T00:00:00Z Elm 1/Oslo/3/Position[latitude=59.5, longitude=10.75] -"
                        + " Money[amount=12.50, currency=CROWN]");
    }

    @Test
    void collectionsInTheirOrder() {
        hibernate.inTransaction(session -> {
            List<Customer> customers = Stream.of("Ada", "Bert", "Cleo")
                    .map(name -> {
                        Customer customer = new Customer();
                        customer.setName(name);
                        session.persist(customer);
                        return customer;
                    })
                    .toList();
            Project project = new Project();
            project.setTitle("A");
            project.setCustomers(new ArrayList<>(customers.reversed()));
            session.persist(project);
        });
        library.execute("""
            INSERT INTO "step" ("title", "urgent", "project_id", "planned_id", "place") VALUES
                ('one', FALSE, 1, 1, 2), ('two', TRUE, 1, 1, 0), ('three', TRUE, 1, 1, 1);
            """);

        String read = describe(database.objects(PROJECT).get());
        assertThat(read).isEqualTo("[Cleo, Bert, Ada] [two, three, one] [two, three, one]");
        assertThat(read).isEqualTo(byHibernate(session -> describe(session.find(Project.class, 1L))));

        Project project = database.objects(PROJECT).get();
        database.related(project, PROJECT.customers())
                .remove(project.getCustomers().get(1));
        database.related(project, PROJECT.plan()).setAll(project.getPlan().reversed());
        String changed = byHibernate(session -> describe(session.find(Project.class, 1L)));
        assertThat(changed)
                .isEqualTo("[Cleo, Ada] [two, three, one] [one, three, two]")
                .isEqualTo(describe(project));
    }

    @Test
    void collectionsOfValues() {
        hibernate.inTransaction(session -> session.persist(team("red")));
        database.objects(TEAM).create(team("blue"));
        for (long id = 1; id <= 2; id++) {
            long key = id;
            String read = describe(database.objects(TEAM).get(TEAM.id.eq(key)));
            assertThat(read).isEqualTo(byHibernate(session -> describe(session.find(Team.class, key))));
            assertThat(read)
                    .isEqualTo("[java, sql] [FRIDAY, MONDAY] [open, talk, open]"
                            + " [Rome/-, Oslo/Position[latitude=59.5, longitude=10.75]]"
                            + " [Money[amount=1.25, currency=null], Money[amount=2.50, currency=CROWN]]"
                            + " {en=on and on} FRIDAY/Bonn");
        }
    }

    /** What Hibernate creates for collections of values is what Fetchwise expects, but for indexes over references. */
    @Test
    void tablesOfValues_areThoseOfHibernate() throws SQLException {
        try (TemporaryDatabase other = Servers.shared().newDatabase(library.engine(), "hibernate");
                ConnectionPool connections = new ConnectionPool(other.url(), 1)) {
            new Configuration()
                    .addAnnotatedClasses(Team.class)
                    .setProperty("hibernate.connection.url", other.url())
                    .setProperty("hibernate.globally_quoted_identifiers", true)
                    .setProperty("hibernate.hbm2ddl.auto", "create")
                    .buildSessionFactory()
                    .close();
            assertThat(Database.of(connections)
                            .schema(TEAM)
                            .validate()
                            .without(MISSING_INDEX)
                            .all())
                    .isEmpty();
        }
    }

    private static Team team(String name) {
        Team team = new Team(name);
        team.setSkills(Set.of("java", "sql"));
        team.setDays(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        team.setAgenda(new ArrayList<>(List.of("open", "talk", "open")));
        team.setOffices(new ArrayList<>(List.of(
                new Address("Elm 1", "Oslo", 3, new Position(59.5, 10.75)), new Address(null, "Rome", null, null))));
        team.setBudgets(new ArrayList<>(List.of(
                new Money(new BigDecimal("1.25"), null), new Money(new BigDecimal("2.50"), Money.Currency.CROWN))));
        team.setMottos(Map.of("en", "on and on"));
        team.setGuests(Map.of(DayOfWeek.FRIDAY, new Address(null, "Bonn", null, null)));
        return team;
    }

    private static String describe(Team team) {
        List<String> offices = team.getOffices().stream()
                .map(office -> office.getCity() + "/"
                        + (office.getPosition() == null
                                ? "-"
                                : office.getPosition().toString()))
                .toList();
        List<String> days =
                team.getDays().stream().map(DayOfWeek::name).sorted().toList();
        return String.join(
                " ",
                team.getSkills().stream().sorted().toList().toString(),
                days.toString(),
                team.getAgenda().toString(),
                offices.toString(),
                team.getBudgets().stream()
                        .map(Money::toString)
                        .sorted()
                        .toList()
                        .toString(),
                team.getMottos().toString(),
                team.getGuests().entrySet().stream()
                        .map(guest -> guest.getKey() + "/" + guest.getValue().getCity())
                        .collect(Collectors.joining()));
    }

    private static String describe(Project project) {
        return project.getCustomers().stream().map(Customer::getName).toList() + " "
                + project.getSteps().stream().map(Step::getTitle).toList() + " "
                + project.getPlan().stream().map(Step::getTitle).toList();
    }

    private static String describe(Customer customer) {
        return String.join(
                " ",
                customer.getName(),
                Integer.toString(customer.getRevision()),
                String.valueOf(customer.getCreatedAt()),
                describe(customer.getHome()),
                describe(customer.getWork()),
                String.valueOf(customer.getBudget()));
    }

    private static String describe(@Nullable Address address) {
        return address == null
                ? "-"
                : address.getStreet() + "/" + address.getCity() + "/" + address.getFloor() + "/"
                        + address.getPosition();
    }
}
