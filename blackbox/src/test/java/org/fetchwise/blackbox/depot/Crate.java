package org.fetchwise.blackbox.depot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.List;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.annotation.OnDelete;
import org.jspecify.annotations.NullUnmarked;

/** A crate, which may stand on a rack: two columns say on which. */
@Entity
@Table(name = "crate")
@NullUnmarked // what may be null, the mapping says
public class Crate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @Column(name = "title")
    private String title;

    @ManyToOne
    @JoinColumn(name = "rack_bay", referencedColumnName = "bay")
    @JoinColumn(name = "rack_hall", referencedColumnName = "hall")
    @OnDelete(DeleteRule.SET_NULL)
    private Rack rack;

    @OneToMany(mappedBy = "crate")
    private List<Item> items;

    protected Crate() {}

    public Crate(String title, Rack rack) {
        this.title = title;
        this.rack = rack;
    }

    public Long getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public Rack getRack() {
        return rack;
    }

    public void setRack(Rack rack) {
        this.rack = rack;
    }

    public List<Item> getItems() {
        return items;
    }
}
