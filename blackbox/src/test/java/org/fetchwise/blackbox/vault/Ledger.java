package org.fetchwise.blackbox.vault;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** A book of accounts, whose tables and sequence stand in a schema of their own. */
@Entity
@Table(
        schema = "vault",
        name = "ledger",
        indexes = @Index(name = "ix_ledger_title", columnList = "title DESC"),
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_ledger_page",
                        columnNames = {"title", "page"}))
@NullUnmarked // what may be null, the mapping says
public class Ledger {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SequenceGenerator(name = "ledger_numbers", schema = "vault", allocationSize = 10)
    private Long id;

    private String title;

    private int page;

    @ManyToOne
    @JoinColumn(name = "previous_id")
    private Ledger previous;

    @OneToMany(mappedBy = "previous")
    private List<Ledger> next;

    @ManyToMany
    @JoinTable(schema = "vault", name = "ledger_copy")
    private Set<Ledger> copies;

    @ElementCollection
    @CollectionTable(schema = "vault", name = "ledger_mark")
    private Set<String> marks;

    public Ledger() {}

    public Ledger(String title, int page, Ledger previous) {
        this.title = title;
        this.page = page;
        this.previous = previous;
    }

    public Long getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public int getPage() {
        return page;
    }

    public Ledger getPrevious() {
        return previous;
    }

    public List<Ledger> getNext() {
        return next;
    }

    public Set<Ledger> getCopies() {
        return copies;
    }

    public void setCopies(Set<Ledger> copies) {
        this.copies = copies;
    }

    public Set<String> getMarks() {
        return marks;
    }

    public void setMarks(Set<String> marks) {
        this.marks = marks;
    }
}
