package org.fetchwise.blackbox.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** Where vehicles stand. */
@Entity
@Table(name = "garage")
@NullUnmarked // what may be null, the mapping says
public class Garage {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @Column(name = "name")
    private String name;

    @OneToMany(mappedBy = "garage")
    private List<Vehicle> vehicles;

    @OneToMany(mappedBy = "garage")
    private List<Truck> trucks;

    @OneToMany(mappedBy = "workshop")
    private List<Truck> repairs;

    @OneToMany
    @JoinColumn(name = "washed_in")
    private Set<Truck> washed;

    protected Garage() {}

    public Garage(String name) {
        this.name = name;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<Vehicle> getVehicles() {
        return vehicles;
    }

    public List<Truck> getTrucks() {
        return trucks;
    }

    public List<Truck> getRepairs() {
        return repairs;
    }

    public Set<Truck> getWashed() {
        return washed;
    }

    public void setWashed(Set<Truck> washed) {
        this.washed = washed;
    }
}
