package org.fetchwise.blackbox.fair;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A lamp, which does not know its hall. */
@Entity
@Table(name = "lamp")
@NullUnmarked // what may be null, the mapping says
public class Lamp {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @Column(name = "watts")
    private int watts;

    protected Lamp() {}

    public Lamp(int watts) {
        this.watts = watts;
    }

    public Long getId() {
        return id;
    }

    public int getWatts() {
        return watts;
    }
}
