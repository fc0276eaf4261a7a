package org.fetchwise.blackbox.fair;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A permit, which holds the key of its stand and no more, and is of no use without one. */
@Entity
@Table(name = "stand_permit")
@NullUnmarked // what may be null, the mapping says
public class Permit {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @Column(name = "number")
    private int number;

    @Column(name = "stand_id", nullable = false, insertable = false, updatable = false)
    private Long standId;

    protected Permit() {}

    public Permit(int number) {
        this.number = number;
    }

    public Long getId() {
        return id;
    }

    public int getNumber() {
        return number;
    }

    public Long getStandId() {
        return standId;
    }
}
