package org.fetchwise.blackbox.fair;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** A hall, whose key has two columns, and its lamps. */
@Entity
@Table(name = "hall")
@IdClass(HallId.class)
@NullUnmarked // what may be null, the mapping says
public class Hall {
    @Id
    @Column(name = "town", length = 20)
    private String town;

    @Id
    @Column(name = "number")
    private int number;

    @OneToMany
    @JoinColumn(name = "hall_number", referencedColumnName = "number")
    @JoinColumn(name = "hall_town", referencedColumnName = "town")
    private Set<Lamp> lamps;

    protected Hall() {}

    public Hall(String town, int number) {
        this.town = town;
        this.number = number;
    }

    public String getTown() {
        return town;
    }

    public int getNumber() {
        return number;
    }

    public Set<Lamp> getLamps() {
        return lamps;
    }

    public void setLamps(Set<Lamp> lamps) {
        this.lamps = lamps;
    }
}
