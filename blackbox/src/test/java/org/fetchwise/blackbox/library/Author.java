package org.fetchwise.blackbox.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.annotation.OnDelete;
import org.fetchwise.annotation.Sensitive;
import org.jspecify.annotations.NullUnmarked;

/** A person who writes books, or means to. */
@Entity
@Table(name = "author")
@NullUnmarked // what may be null, the mapping says
public class Author {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, length = 100)
    private String name;

    @Sensitive
    @Column(unique = true, length = 100)
    private String email;

    private boolean active;

    @Column(name = "born_on")
    private LocalDate bornOn;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "mentor_id")
    @OnDelete(DeleteRule.SET_NULL)
    private Author mentor;

    @OneToMany(mappedBy = "mentor")
    private Set<Author> mentees;

    @OneToMany(mappedBy = "author")
    private List<Book> books;

    @OneToOne(mappedBy = "author", fetch = FetchType.LAZY)
    private Biography biography;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public LocalDate getBornOn() {
        return bornOn;
    }

    public void setBornOn(LocalDate bornOn) {
        this.bornOn = bornOn;
    }

    public Author getMentor() {
        return mentor;
    }

    public void setMentor(Author mentor) {
        this.mentor = mentor;
    }

    public Set<Author> getMentees() {
        return mentees;
    }

    public void setMentees(Set<Author> mentees) {
        this.mentees = mentees;
    }

    public List<Book> getBooks() {
        return books;
    }

    public void setBooks(List<Book> books) {
        this.books = books;
    }

    public Biography getBiography() {
        return biography;
    }

    public void setBiography(Biography biography) {
        this.biography = biography;
    }

    /** A method of the entity's own, which reads through the getter. */
    public String signature() {
        return "by " + getName();
    }
}
