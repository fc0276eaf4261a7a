package org.fetchwise.blackbox.concert;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.annotation.OnDelete;
import org.jspecify.annotations.NullUnmarked;

/** What a performance got: it refers to a link, and goes with it. */
@Entity
@Table(name = "applause")
@NullUnmarked // what may be null, the mapping says
public class Applause {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private int seconds;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "performance_id")
    @OnDelete(DeleteRule.CASCADE)
    private Performance performance;

    protected Applause() {}

    public Applause(Performance performance, int seconds) {
        this.performance = performance;
        this.seconds = seconds;
    }

    public Long getId() {
        return id;
    }

    public int getSeconds() {
        return seconds;
    }

    public Performance getPerformance() {
        return performance;
    }
}
