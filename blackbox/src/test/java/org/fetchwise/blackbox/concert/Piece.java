package org.fetchwise.blackbox.concert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** What is played. */
@Entity
@Table(name = "piece")
@NullUnmarked // what may be null, the mapping says
public class Piece {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, unique = true)
    private String title;

    @ManyToMany(mappedBy = "pieces")
    private Set<Concert> concerts;

    protected Piece() {}

    public Piece(String title) {
        this.title = title;
    }

    public Long getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public Set<Concert> getConcerts() {
        return concerts;
    }
}
