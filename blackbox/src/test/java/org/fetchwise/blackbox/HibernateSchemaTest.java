package org.fetchwise.blackbox;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fetchwise.blackbox.company.Customer;
import org.fetchwise.blackbox.company.Project;
import org.fetchwise.blackbox.company.Step;
import org.fetchwise.blackbox.company.Team;
import org.fetchwise.blackbox.depot.Crate;
import org.fetchwise.blackbox.depot.Item;
import org.fetchwise.blackbox.depot.Keeper;
import org.fetchwise.blackbox.depot.Plate;
import org.fetchwise.blackbox.depot.Rack;
import org.fetchwise.blackbox.depot.Remark;
import org.fetchwise.blackbox.fair.Hall;
import org.fetchwise.blackbox.fair.Helper;
import org.fetchwise.blackbox.fair.Lamp;
import org.fetchwise.blackbox.fair.Permit;
import org.fetchwise.blackbox.fair.Poster;
import org.fetchwise.blackbox.fair.Stand;
import org.fetchwise.blackbox.fair.Ware;
import org.fetchwise.blackbox.library.Appointment;
import org.fetchwise.blackbox.library.Author;
import org.fetchwise.blackbox.library.Badge;
import org.fetchwise.blackbox.library.Biography;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Exhibit;
import org.fetchwise.blackbox.library.Genre;
import org.fetchwise.blackbox.library.MoneyConverter;
import org.fetchwise.blackbox.library.Publisher;
import org.fetchwise.blackbox.library.Review;
import org.fetchwise.blackbox.library.Specimen;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.blackbox.library.Ticket;
import org.fetchwise.blackbox.library.Voucher;
import org.fetchwise.servers.Engine;
import org.fetchwise.servers.Servers;
import org.fetchwise.servers.TemporaryDatabase;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The columns that Fetchwise creates have the types that Hibernate gives them, but for those named here. */
class HibernateSchemaTest {
    // A field, because the log manager forgets the levels of loggers that nobody holds.
    private final Logger log = Logger.getLogger("org.hibernate");

    /** Where Hibernate's type would lose what the Java type holds, or would not be compared alike on all databases. */
    private static final Map<Engine, Map<String, String>> OTHERWISE = Map.of(
            Engine.H2,
            Map.ofEntries(
                    entry("appointment.alarm", "TIME(6)"),
                    entry("appointment.opens_at", "TIME(6)"),
                    entry("biography.content", "CHARACTER LARGE OBJECT(9223372036854775807)"),
                    entry("book.format", "CHARACTER VARYING(20)"),
                    entry("book.summary", "CHARACTER LARGE OBJECT(9223372036854775807)"),
                    entry("exhibit.grade", "INTEGER(32,0)"),
                    entry("specimen.duration_value", "BIGINT(64,0)"),
                    entry("specimen.format_name", "CHARACTER VARYING(20)"),
                    entry("specimen.json_value", "JSON(1000000000)"),
                    entry("specimen.long_text", "CHARACTER LARGE OBJECT(9223372036854775807)"),
                    entry("specimen.time_value", "TIME(6)"),
                    entry("team_days.happens_on", "CHARACTER VARYING(255)"),
                    entry("team_guest.guests_KEY", "CHARACTER VARYING(255)")),
            Engine.POSTGRESQL,
            Map.ofEntries(
                    entry("appointment.alarm", "time(6)"),
                    entry("appointment.opens_at", "time(6)"),
                    entry("exhibit.grade", "int4(32,0)"),
                    entry("specimen.duration_value", "int8(64,0)"),
                    entry("specimen.json_value", "jsonb"),
                    entry("specimen.time_value", "time(6)")),
            Engine.MARIADB,
            Map.ofEntries(
                    entry("appointment.alarm", "time(6)"),
                    entry("appointment.opens_at", "time(6)"),
                    entry("author.active", "tinyint(1)"),
                    entry("biography.content", "longtext"),
                    entry("book.format", "varchar(20)"),
                    entry("book.published", "tinyint(1)"),
                    entry("book.summary", "longtext"),
                    entry("exhibit.grade", "int(11)"),
                    entry("specimen.boxed_flag_value", "tinyint(1)"),
                    entry("specimen.boxed_single_value", "double"),
                    entry("specimen.duration_value", "bigint(20)"),
                    entry("specimen.flag_value", "tinyint(1)"),
                    entry("specimen.format_name", "varchar(20)"),
                    entry("specimen.json_value", "longtext"),
                    entry("specimen.long_text", "longtext"),
                    entry("specimen.single_value", "double"),
                    entry("specimen.time_value", "time(6)"),
                    entry("step.urgent", "tinyint(1)"),
                    entry("team_days.happens_on", "varchar(255)"),
                    entry("team_guest.guests_KEY", "varchar(255)")));

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void columns_haveHibernatesTypes(Engine engine) throws SQLException {
        log.setLevel(Level.SEVERE);
        try (Library library = Library.own(engine);
                TemporaryDatabase other = Servers.shared().newDatabase(engine, "hibernate")) {
            configuration(other.url())
                    .setProperty("hibernate.hbm2ddl.auto", "create")
                    .buildSessionFactory()
                    .close();
            Map<String, String> hibernates = types(engine, other.url());
            Map<String, String> ours = types(engine, library.url());
            assertThat(ours.keySet()).containsAll(hibernates.keySet()).hasSizeGreaterThan(100);
            ours.keySet().retainAll(hibernates.keySet());
            ours.entrySet().removeAll(hibernates.entrySet());
            assertThat(ours).isEqualTo(OTHERWISE.get(engine));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void foreignKeys_haveTheNamesThatAreGiven(Engine engine) throws SQLException {
        log.setLevel(Level.SEVERE);
        try (Library library = Library.own(engine);
                TemporaryDatabase other = Servers.shared().newDatabase(engine, "hibernate")) {
            configuration(other.url())
                    .setProperty("hibernate.hbm2ddl.auto", "create")
                    .buildSessionFactory()
                    .close();
            assertThat(givenNames(library.url()))
                    .containsExactly("given_reach", "given_reviewer", "given_tag", "given_tagged_book")
                    .isEqualTo(givenNames(other.url()));
        }
    }

    private static List<String> givenNames(String url) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT LOWER(constraint_name) AS given FROM information_schema.table_constraints"
                                + " WHERE constraint_type = 'FOREIGN KEY' AND LOWER(constraint_name) LIKE 'given%'"
                                + (url.contains("mariadb") ? " AND table_schema = DATABASE()" : "")
                                + " ORDER BY given")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static Configuration configuration(String url) {
        return new Configuration()
                .addAnnotatedClasses(
                        Customer.class,
                        Project.class,
                        Step.class,
                        Team.class,
                        Crate.class,
                        Item.class,
                        Keeper.class,
                        Plate.class,
                        Rack.class,
                        Remark.class,
                        Hall.class,
                        Helper.class,
                        Lamp.class,
                        Permit.class,
                        Poster.class,
                        Stand.class,
                        Ware.class,
                        Appointment.class,
                        Author.class,
                        Badge.class,
                        Biography.class,
                        Book.class,
                        Exhibit.class,
                        Genre.class,
                        MoneyConverter.class,
                        Publisher.class,
                        Review.class,
                        Specimen.class,
                        Tag.class,
                        Ticket.class,
                        Voucher.class)
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.globally_quoted_identifiers", true)
                .setProperty("hibernate.globally_quoted_identifiers_skip_column_definitions", true);
    }

    private static Map<String, String> types(Engine engine, String url) throws SQLException {
        String query = switch (engine) {
            case H2 ->
                "SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE || COALESCE('(' || CHARACTER_MAXIMUM_LENGTH || ')', '')"
                        + " || COALESCE('(' || NUMERIC_PRECISION || ',' || NUMERIC_SCALE || ')', '')"
                        + " || COALESCE('(' || DATETIME_PRECISION || ')', '')"
                        + " FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'PUBLIC'";
            case POSTGRESQL ->
                "SELECT table_name, column_name, udt_name || COALESCE('(' || character_maximum_length || ')', '')"
                        + " || COALESCE('(' || numeric_precision || ',' || numeric_scale || ')', '')"
                        + " || COALESCE('(' || datetime_precision || ')', '')"
                        + " FROM information_schema.columns WHERE table_schema = 'public'";
            case MARIADB ->
                "SELECT table_name, column_name, column_type FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE()";
            case SQLITE -> throw new IllegalArgumentException("Hibernate's own dialects know no SQLite");
        };
        Map<String, String> types = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                String table = rows.getString(1).toLowerCase(Locale.ROOT);
                // Hibernate has tables for a while, too.
                if (!table.startsWith("hte_")) {
                    types.put(table + "." + rows.getString(2), rows.getString(3));
                }
            }
        }
        return types;
    }
}
