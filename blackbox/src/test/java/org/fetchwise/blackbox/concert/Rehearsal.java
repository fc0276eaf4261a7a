package org.fetchwise.blackbox.concert;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.jspecify.annotations.NullUnmarked;

/** A piece that is rehearsed for a concert: a link with nothing but a key of its own. */
@Entity
@Table(name = "rehearsal", uniqueConstraints = @UniqueConstraint(columnNames = {"concert_id", "piece_id"}))
@NullUnmarked // what may be null, the mapping says
public class Rehearsal {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "concert_id")
    private Concert concert;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "piece_id")
    private Piece piece;

    public Long getId() {
        return id;
    }

    public Concert getConcert() {
        return concert;
    }

    public Piece getPiece() {
        return piece;
    }
}
