package org.fetchwise.blackbox.depot;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** A rack, whose key is the place where it stands. */
@Entity
@Table(name = "rack")
@NullUnmarked // what may be null, the mapping says
public class Rack {
    @EmbeddedId
    private Place place;

    @Column(name = "label")
    private String label;

    @Version
    @Column(name = "revision")
    private int revision;

    @OneToMany(mappedBy = "rack")
    private List<Crate> crates;

    @OneToOne(mappedBy = "rack")
    private Plate plate;

    @ManyToMany
    @JoinTable(
            name = "rack_keeper",
            joinColumns = {
                @JoinColumn(name = "rack_bay", referencedColumnName = "bay"),
                @JoinColumn(name = "rack_hall", referencedColumnName = "hall")
            },
            inverseJoinColumns = {
                @JoinColumn(name = "keeper_country", referencedColumnName = "country"),
                @JoinColumn(name = "keeper_number", referencedColumnName = "number")
            })
    private Set<Keeper> keepers;

    @ElementCollection
    @OrderColumn(name = "position")
    private List<String> notes;

    @ElementCollection
    @CollectionTable(
            name = "rack_reach",
            joinColumns = {
                @JoinColumn(name = "at_bay", referencedColumnName = "bay"),
                @JoinColumn(name = "at_hall", referencedColumnName = "hall")
            },
            foreignKey = @ForeignKey(name = "given_reach"))
    private Set<Place> reach;

    protected Rack() {}

    public Rack(Place place, String label) {
        this.place = place;
        this.label = label;
    }

    public Place getPlace() {
        return place;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public int getRevision() {
        return revision;
    }

    public List<Crate> getCrates() {
        return crates;
    }

    public Plate getPlate() {
        return plate;
    }

    public Set<Keeper> getKeepers() {
        return keepers;
    }

    public void setKeepers(Set<Keeper> keepers) {
        this.keepers = keepers;
    }

    public List<String> getNotes() {
        return notes;
    }

    public void setNotes(List<String> notes) {
        this.notes = notes;
    }

    public Set<Place> getReach() {
        return reach;
    }

    public void setReach(Set<Place> reach) {
        this.reach = reach;
    }
}
