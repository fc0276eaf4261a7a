package org.fetchwise.blackbox.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.annotation.OnDelete;
import org.jspecify.annotations.NullUnmarked;

/** A vehicle went somewhere. */
@Entity
@Table(name = "trip")
@NullUnmarked // what may be null, the mapping says
public class Trip {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @Column(name = "km")
    private int km;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "vehicle_id", nullable = false)
    @OnDelete(DeleteRule.CASCADE)
    private Vehicle vehicle;

    protected Trip() {}

    public Trip(Vehicle vehicle, int km) {
        this.vehicle = vehicle;
        this.km = km;
    }

    public Long getId() {
        return id;
    }

    public int getKm() {
        return km;
    }

    public Vehicle getVehicle() {
        return vehicle;
    }
}
