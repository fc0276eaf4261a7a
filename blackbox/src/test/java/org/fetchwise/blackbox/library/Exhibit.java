package org.fetchwise.blackbox.library;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigInteger;
import java.net.URL;
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
import org.fetchwise.annotation.Json;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** One attribute of every kind that is stored as something else than it is. */
@Entity
@Table(
        name = "exhibit",
        indexes = @Index(name = "ix_exhibit_made", columnList = "made_in, great_count desc"),
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_exhibit_code",
                        columnNames = {"code", "made_in"}))
@NullUnmarked // what may be null, the mapping says
public class Exhibit {
    @Id
    private Long id;

    @Column(name = "great_count", precision = 30)
    private BigInteger count;

    @Column(name = "found_at")
    private OffsetDateTime found;

    @Column(name = "shown_at")
    private ZonedDateTime shown;

    @Column(name = "made_in")
    private Year made;

    @Lob
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    private String story;

    @Lob
    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    private byte[] picture;

    @Column(name = "insured_value")
    private Money value;

    @Convert(converter = YesNoConverter.class)
    private Boolean genuine;

    @Convert(converter = WordsConverter.class)
    private List<String> keywords;

    private Grade grade;

    @Json
    @JdbcTypeCode(SqlTypes.JSON)
    private Origin origin;

    @Json
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> notes;

    @Json
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Origin> journeys;

    @Column(name = "currency")
    private Currency currency;

    @Column(name = "locale")
    private Locale language;

    @Column(name = "zone")
    private ZoneId zone;

    @Column(name = "zone_offset")
    private ZoneOffset offset;

    @Column(name = "clock")
    private TimeZone clock;

    @Column(name = "page")
    private URL page;

    @Column(columnDefinition = "varchar(7) default 'none'")
    private String code;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public BigInteger getCount() {
        return count;
    }

    public void setCount(BigInteger count) {
        this.count = count;
    }

    public OffsetDateTime getFound() {
        return found;
    }

    public void setFound(OffsetDateTime found) {
        this.found = found;
    }

    public ZonedDateTime getShown() {
        return shown;
    }

    public void setShown(ZonedDateTime shown) {
        this.shown = shown;
    }

    public Year getMade() {
        return made;
    }

    public void setMade(Year made) {
        this.made = made;
    }

    public String getStory() {
        return story;
    }

    public void setStory(String story) {
        this.story = story;
    }

    public byte[] getPicture() {
        return picture;
    }

    public void setPicture(byte[] picture) {
        this.picture = picture;
    }

    public Money getValue() {
        return value;
    }

    public void setValue(Money value) {
        this.value = value;
    }

    public Boolean getGenuine() {
        return genuine;
    }

    public void setGenuine(Boolean genuine) {
        this.genuine = genuine;
    }

    public List<String> getKeywords() {
        return keywords;
    }

    public void setKeywords(List<String> keywords) {
        this.keywords = keywords;
    }

    public Grade getGrade() {
        return grade;
    }

    public void setGrade(Grade grade) {
        this.grade = grade;
    }

    public Origin getOrigin() {
        return origin;
    }

    public void setOrigin(Origin origin) {
        this.origin = origin;
    }

    public Map<String, Object> getNotes() {
        return notes;
    }

    public void setNotes(Map<String, Object> notes) {
        this.notes = notes;
    }

    public List<Origin> getJourneys() {
        return journeys;
    }

    public void setJourneys(List<Origin> journeys) {
        this.journeys = journeys;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public Currency getCurrency() {
        return currency;
    }

    public void setCurrency(Currency currency) {
        this.currency = currency;
    }

    public Locale getLanguage() {
        return language;
    }

    public void setLanguage(Locale language) {
        this.language = language;
    }

    public ZoneId getZone() {
        return zone;
    }

    public void setZone(ZoneId zone) {
        this.zone = zone;
    }

    public ZoneOffset getOffset() {
        return offset;
    }

    public void setOffset(ZoneOffset offset) {
        this.offset = offset;
    }

    public TimeZone getClock() {
        return clock;
    }

    public void setClock(TimeZone clock) {
        this.clock = clock;
    }

    public URL getPage() {
        return page;
    }

    public void setPage(URL page) {
        this.page = page;
    }
}
