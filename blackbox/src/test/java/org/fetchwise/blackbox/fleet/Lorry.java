package org.fetchwise.blackbox.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A truck with trailers. */
@Entity
@Table(name = "lorry")
@NullUnmarked // what may be null, the mapping says
public class Lorry extends Truck {
    @Column(name = "trailers")
    private Integer trailers;

    protected Lorry() {}

    public Lorry(String plate, Garage garage, int load, Integer trailers) {
        super(plate, garage, load);
        this.trailers = trailers;
    }

    public Integer getTrailers() {
        return trailers;
    }

    public void setTrailers(Integer trailers) {
        this.trailers = trailers;
    }
}
