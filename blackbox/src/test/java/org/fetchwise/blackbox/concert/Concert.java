package org.fetchwise.blackbox.concert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** Where pieces are played. */
@Entity
@Table(name = "concert")
@NullUnmarked // what may be null, the mapping says
public class Concert {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private String hall;

    @ManyToMany
    @JoinTable(
            name = "performance",
            joinColumns = @JoinColumn(name = "concert_id"),
            inverseJoinColumns = @JoinColumn(name = "piece_id"))
    private Set<Piece> pieces;

    /** The same over a table whose entity has nothing but its ends and its key. */
    @ManyToMany
    @JoinTable(
            name = "rehearsal",
            joinColumns = @JoinColumn(name = "concert_id"),
            inverseJoinColumns = @JoinColumn(name = "piece_id"))
    private Set<Piece> rehearsed;

    /** The same over a table that has no entity. */
    @ManyToMany
    @JoinTable(
            name = "proposal",
            joinColumns = @JoinColumn(name = "concert_id"),
            inverseJoinColumns = @JoinColumn(name = "piece_id"))
    private Set<Piece> proposed;

    protected Concert() {}

    public Concert(String hall) {
        this.hall = hall;
    }

    public Long getId() {
        return id;
    }

    public String getHall() {
        return hall;
    }

    public Set<Piece> getPieces() {
        return pieces;
    }

    public void setPieces(Set<Piece> pieces) {
        this.pieces = pieces;
    }

    public Set<Piece> getRehearsed() {
        return rehearsed;
    }

    public void setRehearsed(Set<Piece> rehearsed) {
        this.rehearsed = rehearsed;
    }

    public Set<Piece> getProposed() {
        return proposed;
    }
}
