package org.fetchwise.blackbox.concert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.UUID;
import org.fetchwise.annotation.CreatedAt;
import org.fetchwise.annotation.Default;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.annotation.OnDelete;
import org.jspecify.annotations.NullUnmarked;

/** A piece as it is played in a concert: a link with values of its own, and with a key that the library makes. */
@Entity
@Table(name = "performance", uniqueConstraints = @UniqueConstraint(columnNames = {"concert_id", "piece_id"}))
@NullUnmarked // what may be null, the mapping says
public class Performance {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "concert_id")
    @OnDelete(DeleteRule.CASCADE)
    private Concert concert;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "piece_id")
    @OnDelete(DeleteRule.CASCADE)
    private Piece piece;

    private int minutes = 10;

    @Default("program")
    @Column(nullable = false)
    private String kind;

    @CreatedAt
    @Column(name = "planned_at", nullable = false)
    private Instant plannedAt;

    public UUID getId() {
        return id;
    }

    public Concert getConcert() {
        return concert;
    }

    public Piece getPiece() {
        return piece;
    }

    public int getMinutes() {
        return minutes;
    }

    public String getKind() {
        return kind;
    }

    public Instant getPlannedAt() {
        return plannedAt;
    }
}
