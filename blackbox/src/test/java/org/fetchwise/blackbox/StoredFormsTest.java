package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QExhibit.EXHIBIT;
import static org.fetchwise.expr.Functions.lookup;

import java.math.BigInteger;
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
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Exhibit;
import org.fetchwise.blackbox.library.Grade;
import org.fetchwise.blackbox.library.Money;
import org.fetchwise.blackbox.library.Origin;
import org.fetchwise.error.MappingException;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Condition;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Attributes that are stored as something else than they are: read, compared, listed, and NULL. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class StoredFormsTest {
    static final BigInteger COUNT = new BigInteger("123456789012345");
    static final OffsetDateTime FOUND = OffsetDateTime.parse("2024-03-01T00:30:00.000001+02:00");
    static final Origin ORIGIN = new Origin("Ur", -2100, List.of("Ann", "Bob"));

    private final Library library;
    private final QuerySet.Of<Exhibit> exhibits;

    StoredFormsTest(Engine engine) {
        library = Library.empty(engine);
        exhibits = library.database().objects(EXHIBIT);
        String json = engine == Engine.H2 ? "JSON " : "";
        library.execute("""
            INSERT INTO "exhibit" ("id", "great_count", "found_at", "shown_at", "made_in", "story", "picture",
                "insured_value", "genuine", "keywords", "grade", "origin", "notes", "journeys", "code",
                "currency", "locale", "zone", "zone_offset", "clock", "page") VALUES
                (1, 123456789012345, '2024-02-29T22:30:00.000001Z', '2024-02-29T22:30:00.000001Z', 1889, 'long', %s,
                995, 'Y', 'old rare', 90, %s'{"place": "Ur", "year": -2100, "owners": ["Ann", "Bob"]}',
                %s'{"a": 1}', %s'[{"place": "Ur", "year": -2100, "owners": ["Ann", "Bob"]}]', 'x-1',
                'NOK', 'nb_NO', 'Europe/Oslo', '+01:00', 'Europe/Oslo', 'https://example.org/a?b=c');
            INSERT INTO "exhibit" ("id", "genuine") VALUES (2, '?');
            """.formatted(engine == Engine.POSTGRESQL ? "'\\x0001ff'" : "X'0001ff'", json, json, json));
    }

    @AfterEach
    void drop() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    @Test
    void everyForm_isRead() {
        Exhibit full = exhibits.get(EXHIBIT.id.eq(1));
        assertThat(full.getCount()).isEqualTo(COUNT);
        assertThat(full.getFound()).isEqualTo(FOUND.withOffsetSameInstant(ZoneOffset.UTC));
        assertThat(full.getShown()).isEqualTo(FOUND.atZoneSameInstant(ZoneOffset.UTC));
        assertThat(full.getMade()).isEqualTo(Year.of(1889));
        assertThat(full.getStory()).isEqualTo("long");
        assertThat(full.getPicture()).containsExactly(0, 1, -1);
        assertThat(full.getValue()).isEqualTo(new Money(995));
        assertThat(full.getGenuine()).isTrue();
        assertThat(full.getKeywords()).containsExactly("old", "rare");
        assertThat(full.getGrade()).isEqualTo(Grade.GOOD);
        assertThat(full.getOrigin()).isEqualTo(ORIGIN);
        assertThat(full.getNotes()).isEqualTo(Map.of("a", 1));
        assertThat(full.getJourneys()).containsExactly(ORIGIN);
        assertThat(full.getCode()).isEqualTo("x-1");
        assertThat(full.getCurrency()).isEqualTo(Currency.getInstance("NOK"));
        assertThat(full.getLanguage()).isEqualTo(Locale.of("nb", "NO"));
        assertThat(full.getZone()).isEqualTo(ZoneId.of("Europe/Oslo"));
        assertThat(full.getOffset()).isEqualTo(ZoneOffset.ofHours(1));
        assertThat(full.getClock()).isEqualTo(TimeZone.getTimeZone("Europe/Oslo"));
        assertThat(full.getPage()).hasToString("https://example.org/a?b=c");
    }

    @Test
    void locales_withScriptsAndExtensions() {
        for (String tag : List.of("zh-Hans", "zh-Hant-TW", "de-CH-1996", "th-TH-u-nu-thai", "de-Latn-CH-1996", "en")) {
            Locale locale = Locale.forLanguageTag(tag);
            exhibits.update(EXHIBIT.language.to(locale));
            assertThat(exhibits.filter(EXHIBIT.language.eq(locale))
                            .values(EXHIBIT.language)
                            .list())
                    .containsExactly(locale, locale);
        }
    }

    @Test
    void aTextThatStandsForNoValue_saysSo() {
        assertThatThrownBy(() -> exhibits.filter(lookup("currency", "krone")))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Currency");
        assertThatThrownBy(() -> exhibits.filter(lookup("zone", "Moon/Base")))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("ZoneId");
        library.execute("UPDATE \"exhibit\" SET \"currency\" = 'xxz' WHERE \"id\" = 1;\n");
        assertThatThrownBy(() -> exhibits.only(EXHIBIT.currency).list())
                .isInstanceOf(MappingException.class)
                .hasMessage("A row holds a text that stands for no java.util.Currency: mend the row.");
    }

    @Test
    void nothing_isNull_andTheConverterIsAsked() {
        Exhibit empty = exhibits.get(EXHIBIT.id.eq(2));
        assertThat(new Object[] {
                    empty.getCount(),
                    empty.getFound(),
                    empty.getShown(),
                    empty.getMade(),
                    empty.getStory(),
                    empty.getPicture(),
                    empty.getValue(),
                    empty.getGenuine(),
                    empty.getKeywords(),
                    empty.getGrade(),
                    empty.getOrigin(),
                    empty.getNotes(),
                    empty.getJourneys(),
                    empty.getCurrency(),
                    empty.getLanguage(),
                    empty.getZone(),
                    empty.getOffset(),
                    empty.getClock(),
                    empty.getPage()
                })
                .containsOnlyNulls();
        assertThat(empty.getCode()).isEqualTo("none");
    }

    @Test
    void values_areThoseOfTheAttribute() {
        expectFirst(EXHIBIT.count.eq(COUNT));
        expectFirst(EXHIBIT.count.gt(BigInteger.TEN));
        expectFirst(EXHIBIT.found.eq(FOUND));
        expectFirst(EXHIBIT.shown.between(ZonedDateTime.from(FOUND), ZonedDateTime.from(FOUND)));
        expectFirst(EXHIBIT.made.lt(Year.of(1900)));
        expectFirst(EXHIBIT.made.isIn(Year.of(1889), Year.of(1)));
        expectFirst(EXHIBIT.value.eq(new Money(995)));
        expectFirst(EXHIBIT.value.isIn(new Money(995), new Money(7)));
        expectFirst(EXHIBIT.genuine.eq(true));
        expectFirst(EXHIBIT.keywords.eq(List.of("old", "rare")));
        expectFirst(EXHIBIT.grade.eq(Grade.GOOD));
        expectFirst(EXHIBIT.grade.isIn(Grade.GOOD, Grade.POOR));
        expectFirst(EXHIBIT.story.contains("on"));
        expectFirst(EXHIBIT.currency.eq(Currency.getInstance("NOK")));
        expectFirst(EXHIBIT.language.isIn(Locale.of("nb", "NO"), Locale.ENGLISH));
        expectFirst(EXHIBIT.zone.eq(ZoneId.of("Europe/Oslo")));
        expectFirst(EXHIBIT.offset.eq(ZoneOffset.ofHours(1)));
        expectFirst(EXHIBIT.clock.eq(TimeZone.getTimeZone("Europe/Oslo")));
    }

    @Test
    void valuesInText_areThoseOfTheAttribute() {
        expectFirst(lookup("count__gte", 5));
        expectFirst(lookup("found__lt", "2024-02-29T23:00:00Z"));
        expectFirst(lookup("made", "1889"));
        expectFirst(lookup("made__in", List.of(1889, 5)));
        expectFirst(lookup("value", new Money(995)));
        expectFirst(lookup("grade", "GOOD"));
        expectFirst(lookup("currency", "NOK"));
        expectFirst(lookup("language", "nb_NO"));
        expectFirst(lookup("zone__in", List.of("Europe/Oslo", ZoneOffset.UTC)));
        expectFirst(lookup("offset", "+01:00"));
        assertThatThrownBy(() -> exhibits.filter(lookup("value", 995)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Money");
    }

    private void expectFirst(Condition<? super Exhibit> condition) {
        assertThat(exhibits.filter(condition).values(EXHIBIT.id).list())
                .as("%s", condition)
                .containsExactly(1L);
    }

    @Test
    void values_areReadInTheirOwnType() {
        assertThat(exhibits.orderBy(EXHIBIT.id).values(EXHIBIT.value).list()).containsExactly(new Money(995), null);
        assertThat(exhibits.orderBy(EXHIBIT.id).values(EXHIBIT.genuine).list()).containsExactly(true, null);
        assertThat(exhibits.orderBy(EXHIBIT.id).values(EXHIBIT.origin).list()).containsExactly(ORIGIN, null);
        assertThat(exhibits.filter(EXHIBIT.id.eq(1)).values(EXHIBIT.made).list())
                .containsExactly(Year.of(1889));
    }

    @Test
    void whatFitsNoConstantAndNoRecord_saysSo() {
        String json = library.engine() == Engine.H2 ? "JSON " : "";
        library.execute("UPDATE \"exhibit\" SET \"grade\" = 11, \"origin\" = " + json + "'[1]' WHERE \"id\" = 1;\n");
        assertThatThrownBy(() -> exhibits.only(EXHIBIT.grade).list())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("the @EnumeratedValue of no constant of " + Grade.class.getName());
        assertThatThrownBy(() -> exhibits.only(EXHIBIT.origin).list())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("a JSON document that is no " + Origin.class.getName());
    }
}
