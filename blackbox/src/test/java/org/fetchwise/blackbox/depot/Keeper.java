package org.fetchwise.blackbox.depot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** Somebody who looks after racks, known by a country and a number, for which there is no class. */
@Entity
@Table(name = "keeper")
@NullUnmarked // what may be null, the mapping says
public class Keeper implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Column(name = "country", length = 2)
    private String country;

    @Id
    @Column(name = "number")
    private Integer number;

    @Column(name = "name")
    private String name;

    @ManyToMany(mappedBy = "keepers")
    @SuppressWarnings("serial") // only entities of such keys are serializable, and only because JPA asks for it
    private Set<Rack> racks;

    protected Keeper() {}

    public Keeper(String country, Integer number, String name) {
        this.country = country;
        this.number = number;
        this.name = name;
    }

    public String getCountry() {
        return country;
    }

    public Integer getNumber() {
        return number;
    }

    public String getName() {
        return name;
    }

    public Set<Rack> getRacks() {
        return racks;
    }
}
