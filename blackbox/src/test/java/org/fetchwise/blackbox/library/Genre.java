package org.fetchwise.blackbox.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A kind of book; its key is a short text. */
@Entity
@Table(name = "genre")
@NullUnmarked // what may be null, the mapping says
public class Genre {
    @Id
    @Column(length = 10)
    private String code;

    @Column(nullable = false, length = 100)
    private String title;

    @OneToMany(mappedBy = "genre")
    private List<Book> books;

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public List<Book> getBooks() {
        return books;
    }

    public void setBooks(List<Book> books) {
        this.books = books;
    }
}
