package org.fetchwise.blackbox.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Attributes that stand in arrays of the database, which SQLite and MariaDB have none of. */
@Entity
@Table(name = "gauge")
@NullUnmarked // what may be null, the mapping says
public class Gauge {
    @Id
    private Long id;

    @Column(length = 40)
    private String[] labels;

    private int[] counts;

    @Column(nullable = false)
    private Long[] readings;

    private UUID[] sources;

    private double[] rates;

    private BigDecimal[] prices;

    private LocalDate[] days;

    private LocalDateTime[] moments;

    private Boolean[] flags;

    private List<String> words;

    private Set<Integer> numbers;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String[] getLabels() {
        return labels;
    }

    public void setLabels(String[] labels) {
        this.labels = labels;
    }

    public int[] getCounts() {
        return counts;
    }

    public void setCounts(int[] counts) {
        this.counts = counts;
    }

    public Long[] getReadings() {
        return readings;
    }

    public void setReadings(Long[] readings) {
        this.readings = readings;
    }

    public UUID[] getSources() {
        return sources;
    }

    public void setSources(UUID[] sources) {
        this.sources = sources;
    }

    public double[] getRates() {
        return rates;
    }

    public void setRates(double[] rates) {
        this.rates = rates;
    }

    public BigDecimal[] getPrices() {
        return prices;
    }

    public void setPrices(BigDecimal[] prices) {
        this.prices = prices;
    }

    public LocalDate[] getDays() {
        return days;
    }

    public void setDays(LocalDate[] days) {
        this.days = days;
    }

    public LocalDateTime[] getMoments() {
        return moments;
    }

    public void setMoments(LocalDateTime[] moments) {
        this.moments = moments;
    }

    public Boolean[] getFlags() {
        return flags;
    }

    public void setFlags(Boolean[] flags) {
        this.flags = flags;
    }

    public List<String> getWords() {
        return words;
    }

    public void setWords(List<String> words) {
        this.words = words;
    }

    public Set<Integer> getNumbers() {
        return numbers;
    }

    public void setNumbers(Set<Integer> numbers) {
        this.numbers = numbers;
    }
}
