package org.fetchwise.hydrate.shelf;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.List;

/** A house that publishes; its key is a text. */
@Entity
public class Publisher {
    @Id
    @Column(length = 10)
    private String code;

    private String city;

    @OneToMany(mappedBy = "publisher")
    private List<Book> books;

    public String getCode() {
        return code;
    }

    public String getCity() {
        return city;
    }

    public List<Book> getBooks() {
        return books;
    }
}
