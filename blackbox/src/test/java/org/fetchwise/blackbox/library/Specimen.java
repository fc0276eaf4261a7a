package org.fetchwise.blackbox.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.fetchwise.annotation.Json;
import org.jspecify.annotations.NullUnmarked;

/** One attribute of every supported type. */
@Entity
@Table(name = "specimen")
@NullUnmarked // what may be null, the mapping says
public class Specimen {
    @Id
    private Long id;

    @Column(name = "flag_value")
    private boolean flag;

    @Column(name = "tiny_value")
    private byte tiny;

    @Column(name = "small_value")
    private short small;

    @Column(name = "number_value")
    private int number;

    @Column(name = "large_value")
    private long large;

    @Column(name = "single_value")
    private float single;

    @Column(name = "precise_value")
    private double precise;

    @Column(name = "letter_value")
    private char letter;

    @Column(name = "boxed_flag_value")
    private Boolean boxedFlag;

    @Column(name = "boxed_tiny_value")
    private Byte boxedTiny;

    @Column(name = "boxed_small_value")
    private Short boxedSmall;

    @Column(name = "boxed_number_value")
    private Integer boxedNumber;

    @Column(name = "boxed_large_value")
    private Long boxedLarge;

    @Column(name = "boxed_single_value")
    private Float boxedSingle;

    @Column(name = "boxed_precise_value")
    private Double boxedPrecise;

    @Column(name = "boxed_letter_value")
    private Character boxedLetter;

    @Column(name = "text_value")
    private String text;

    @Column(name = "uuid_value")
    private UUID uuid;

    @Column(name = "bytes_value")
    private byte[] bytes;

    @Column(name = "date_value")
    private LocalDate date;

    @Column(name = "time_value")
    private LocalTime time;

    @Column(name = "date_time_value")
    private LocalDateTime dateTime;

    @Column(name = "instant_value")
    private Instant instant;

    @Column(name = "duration_value")
    private Duration duration;

    @Column(name = "decimal_value", precision = 20, scale = 4)
    private BigDecimal decimal;

    @Column(name = "long_text", columnDefinition = "text")
    private String longText;

    @Json
    @Column(name = "json_value")
    private String json;

    @Enumerated(EnumType.STRING)
    @Column(name = "format_name", length = 20)
    private Format formatByName;

    @Enumerated(EnumType.ORDINAL)
    @Column(name = "format_ordinal")
    private Format formatByOrdinal;

    @Transient
    private String note = "not in the table";

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public boolean isFlag() {
        return flag;
    }

    public void setFlag(boolean flag) {
        this.flag = flag;
    }

    public byte getTiny() {
        return tiny;
    }

    public void setTiny(byte tiny) {
        this.tiny = tiny;
    }

    public short getSmall() {
        return small;
    }

    public void setSmall(short small) {
        this.small = small;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = number;
    }

    public long getLarge() {
        return large;
    }

    public void setLarge(long large) {
        this.large = large;
    }

    public float getSingle() {
        return single;
    }

    public void setSingle(float single) {
        this.single = single;
    }

    public double getPrecise() {
        return precise;
    }

    public void setPrecise(double precise) {
        this.precise = precise;
    }

    public char getLetter() {
        return letter;
    }

    public void setLetter(char letter) {
        this.letter = letter;
    }

    public Boolean getBoxedFlag() {
        return boxedFlag;
    }

    public void setBoxedFlag(Boolean boxedFlag) {
        this.boxedFlag = boxedFlag;
    }

    public Byte getBoxedTiny() {
        return boxedTiny;
    }

    public void setBoxedTiny(Byte boxedTiny) {
        this.boxedTiny = boxedTiny;
    }

    public Short getBoxedSmall() {
        return boxedSmall;
    }

    public void setBoxedSmall(Short boxedSmall) {
        this.boxedSmall = boxedSmall;
    }

    public Integer getBoxedNumber() {
        return boxedNumber;
    }

    public void setBoxedNumber(Integer boxedNumber) {
        this.boxedNumber = boxedNumber;
    }

    public Long getBoxedLarge() {
        return boxedLarge;
    }

    public void setBoxedLarge(Long boxedLarge) {
        this.boxedLarge = boxedLarge;
    }

    public Float getBoxedSingle() {
        return boxedSingle;
    }

    public void setBoxedSingle(Float boxedSingle) {
        this.boxedSingle = boxedSingle;
    }

    public Double getBoxedPrecise() {
        return boxedPrecise;
    }

    public void setBoxedPrecise(Double boxedPrecise) {
        this.boxedPrecise = boxedPrecise;
    }

    public Character getBoxedLetter() {
        return boxedLetter;
    }

    public void setBoxedLetter(Character boxedLetter) {
        this.boxedLetter = boxedLetter;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public UUID getUuid() {
        return uuid;
    }

    public void setUuid(UUID uuid) {
        this.uuid = uuid;
    }

    public byte[] getBytes() {
        return bytes;
    }

    public void setBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public LocalTime getTime() {
        return time;
    }

    public void setTime(LocalTime time) {
        this.time = time;
    }

    public LocalDateTime getDateTime() {
        return dateTime;
    }

    public void setDateTime(LocalDateTime dateTime) {
        this.dateTime = dateTime;
    }

    public Instant getInstant() {
        return instant;
    }

    public void setInstant(Instant instant) {
        this.instant = instant;
    }

    public Duration getDuration() {
        return duration;
    }

    public void setDuration(Duration duration) {
        this.duration = duration;
    }

    public BigDecimal getDecimal() {
        return decimal;
    }

    public void setDecimal(BigDecimal decimal) {
        this.decimal = decimal;
    }

    public String getLongText() {
        return longText;
    }

    public void setLongText(String longText) {
        this.longText = longText;
    }

    public String getJson() {
        return json;
    }

    public void setJson(String json) {
        this.json = json;
    }

    public Format getFormatByName() {
        return formatByName;
    }

    public void setFormatByName(Format formatByName) {
        this.formatByName = formatByName;
    }

    public Format getFormatByOrdinal() {
        return formatByOrdinal;
    }

    public void setFormatByOrdinal(Format formatByOrdinal) {
        this.formatByOrdinal = formatByOrdinal;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
