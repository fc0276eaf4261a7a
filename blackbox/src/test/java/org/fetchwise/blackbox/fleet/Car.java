package org.fetchwise.blackbox.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A car. */
@Entity
@Table(name = "car")
@NullUnmarked // what may be null, the mapping says
public class Car extends Vehicle {
    @Column(name = "seats", nullable = false)
    private int seats;

    protected Car() {}

    public Car(String plate, Garage garage, int seats) {
        super(plate, garage);
        this.seats = seats;
    }

    public int getSeats() {
        return seats;
    }

    public void setSeats(int seats) {
        this.seats = seats;
    }
}
