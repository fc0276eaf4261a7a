package org.fetchwise.blackbox.company;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** Somebody who buys. */
@Entity
@Table(name = "customer")
@NullUnmarked // what may be null, the mapping says
public class Customer extends Revised<Long> {
    @Column(nullable = false)
    private String name;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** Marks when the customer came. */
    public void cameAt(Instant moment) {
        setCreatedAt(moment);
    }
}
