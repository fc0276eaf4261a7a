package org.fetchwise.hydrate.shelf;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;

/** A picture of an author, who has at most one. */
@Entity
public class Portrait {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String painter;

    @OneToOne(optional = false)
    @JoinColumn(name = "author_id")
    private Author author;

    public Long getId() {
        return id;
    }

    public String getPainter() {
        return painter;
    }

    public Author getAuthor() {
        return author;
    }
}
