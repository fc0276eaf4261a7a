package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.library.QExhibit.EXHIBIT;

import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Exhibit;
import org.fetchwise.blackbox.library.Grade;
import org.fetchwise.blackbox.library.Money;
import org.fetchwise.blackbox.library.MoneyConverter;
import org.fetchwise.blackbox.library.Origin;
import org.fetchwise.servers.Engine;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Attributes that are stored as something else than they are: what one of both has written, the other reads. */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
class HibernateStoredFormsTest {
    private static final OffsetDateTime FOUND = OffsetDateTime.parse("2024-03-01T00:30:00.000001+02:00");
    private static final Origin ORIGIN = new Origin("Ur", -2100, List.of("Ann", "Bob"));

    private static final Currency CURRENCY = Currency.getInstance("CHF");
    private static final Locale LANGUAGE = Locale.forLanguageTag("zh-Hant-TW");
    private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

    // A field, because the log manager forgets the levels of loggers that nobody holds.
    private final Logger log = Logger.getLogger("org.hibernate");
    private final Library library;
    private final QuerySet.Of<Exhibit> exhibits;
    private final SessionFactory hibernate;

    HibernateStoredFormsTest(Engine engine) {
        log.setLevel(Level.SEVERE);
        library = Library.own(engine);
        exhibits = library.database().objects(EXHIBIT);
        hibernate = new Configuration()
                .addAnnotatedClasses(Exhibit.class, MoneyConverter.class)
                .setProperty("hibernate.connection.url", library.url())
                .setProperty("hibernate.jdbc.time_zone", "UTC")
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

    private static URL page() {
        try {
            return URI.create("https://example.org/a?b=c").toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Exhibit full() {
        Exhibit exhibit = new Exhibit();
        exhibit.setId(1L);
        exhibit.setCount(new BigInteger("123456789012345678901234567890"));
        exhibit.setFound(FOUND);
        exhibit.setShown(FOUND.toZonedDateTime());
        exhibit.setMade(Year.of(1889));
        exhibit.setStory("ä".repeat(70_000));
        exhibit.setPicture(new byte[] {0, 1, -1});
        exhibit.setValue(new Money(995));
        exhibit.setGenuine(true);
        exhibit.setKeywords(List.of("old", "rare"));
        exhibit.setGrade(Grade.GOOD);
        exhibit.setOrigin(ORIGIN);
        exhibit.setNotes(Map.of("a", 1));
        exhibit.setJourneys(List.of(ORIGIN, ORIGIN));
        exhibit.setCode("x-1");
        exhibit.setCurrency(CURRENCY);
        exhibit.setLanguage(LANGUAGE);
        exhibit.setZone(ZONE);
        exhibit.setOffset(ZoneOffset.ofHoursMinutes(5, 30));
        exhibit.setClock(TimeZone.getTimeZone(ZONE));
        exhibit.setPage(page());
        return exhibit;
    }

    private static void expectFull(Exhibit read) {
        assertThat(read.getCount()).isEqualTo(new BigInteger("123456789012345678901234567890"));
        assertThat(read.getFound().toInstant()).isEqualTo(FOUND.toInstant());
        assertThat(read.getShown().toInstant()).isEqualTo(FOUND.toInstant());
        assertThat(read.getMade()).isEqualTo(Year.of(1889));
        assertThat(read.getStory()).isEqualTo("ä".repeat(70_000));
        assertThat(read.getPicture()).containsExactly(0, 1, -1);
        assertThat(read.getValue()).isEqualTo(new Money(995));
        assertThat(read.getGenuine()).isTrue();
        assertThat(read.getKeywords()).containsExactly("old", "rare");
        assertThat(read.getGrade()).isEqualTo(Grade.GOOD);
        assertThat(read.getOrigin()).isEqualTo(ORIGIN);
        assertThat(read.getNotes()).isEqualTo(Map.of("a", 1));
        assertThat(read.getJourneys()).containsExactly(ORIGIN, ORIGIN);
        assertThat(read.getCode()).isEqualTo("x-1");
        assertThat(read.getCurrency()).isEqualTo(CURRENCY);
        assertThat(read.getLanguage()).isEqualTo(LANGUAGE);
        assertThat(read.getZone()).isEqualTo(ZONE);
        assertThat(read.getOffset()).isEqualTo(ZoneOffset.ofHoursMinutes(5, 30));
        assertThat(read.getClock()).isEqualTo(TimeZone.getTimeZone(ZONE));
        assertThat(read.getPage()).hasToString("https://example.org/a?b=c");
    }

    @Test
    void whatHibernatePersists_isReadByFetchwise() {
        hibernate.inTransaction(session -> session.persist(full()));
        expectFull(exhibits.filter(EXHIBIT.genuine.eq(true)).get(EXHIBIT.value.eq(new Money(995))));
    }

    @Test
    void whatFetchwiseUpdates_isReadByHibernate() {
        library.execute("INSERT INTO \"exhibit\" (\"id\", \"genuine\") VALUES (1, '?');\n");
        QuerySet.Of<Exhibit> row = exhibits.filter(EXHIBIT.id.eq(1));
        assertThat(row.update(
                        EXHIBIT.count.to(new BigInteger("123456789012345678901234567890")),
                        EXHIBIT.found.to(FOUND),
                        EXHIBIT.shown.to(ZonedDateTime.from(FOUND)),
                        EXHIBIT.made.to(Year.of(1889)),
                        EXHIBIT.value.to(new Money(995)),
                        EXHIBIT.genuine.to(true)))
                .isEqualTo(1);
        row.update(
                EXHIBIT.keywords.to(List.of("old", "rare")),
                EXHIBIT.grade.to(Grade.GOOD),
                EXHIBIT.origin.to(ORIGIN),
                EXHIBIT.notes.to(Map.of("a", 1)),
                EXHIBIT.journeys.to(List.of(ORIGIN, ORIGIN)),
                EXHIBIT.code.to("x-1"));
        row.update(
                EXHIBIT.currency.to(CURRENCY),
                EXHIBIT.language.to(LANGUAGE),
                EXHIBIT.zone.to(ZONE),
                EXHIBIT.offset.to(ZoneOffset.ofHoursMinutes(5, 30)),
                EXHIBIT.clock.to(TimeZone.getTimeZone(ZONE)),
                EXHIBIT.page.to(page()));
        row.update(EXHIBIT.story.to("ä".repeat(70_000)), EXHIBIT.picture.to(new byte[] {0, 1, -1}));
        expectFull(hibernate.fromSession(session -> session.find(Exhibit.class, 1L)));
        expectFull(exhibits.get());
    }
}
