package org.fetchwise.hydrate.shelf;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.fetchwise.annotation.Ordering;

/** A chapter of a book; chapters come in the order of their numbers. */
@Entity
@Ordering("number, id")
public class Chapter {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private int number;
    private String heading;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "book_id")
    private Book book;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "editor_id")
    private Author editor;

    public Long getId() {
        return id;
    }

    public int getNumber() {
        return number;
    }

    public String getHeading() {
        return heading;
    }

    public Book getBook() {
        return book;
    }

    public Author getEditor() {
        return editor;
    }
}
