package org.fetchwise.blackbox.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.annotation.OnDelete;
import org.jspecify.annotations.NullUnmarked;

/** A truck, which a car may escort. */
@Entity
@Table(name = "truck")
@PrimaryKeyJoinColumn(name = "vehicle_id", foreignKey = @ForeignKey(name = "fk_truck_is_vehicle"))
@NullUnmarked // what may be null, the mapping says
public class Truck extends Vehicle {
    @Column(name = "load_kg", nullable = false)
    private int load;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "escort_id")
    @OnDelete(DeleteRule.SET_NULL)
    private Car escort;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "workshop_id")
    private Garage workshop;

    protected Truck() {}

    public Truck(String plate, Garage garage, int load) {
        super(plate, garage);
        this.load = load;
    }

    public int getLoad() {
        return load;
    }

    public void setLoad(int load) {
        this.load = load;
    }

    public Car getEscort() {
        return escort;
    }

    public void setEscort(Car escort) {
        this.escort = escort;
    }

    public Garage getWorkshop() {
        return workshop;
    }

    public void setWorkshop(Garage workshop) {
        this.workshop = workshop;
    }
}
