package org.fetchwise.blackbox.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.NullUnmarked;

/** A dog, which somebody may train. */
@Entity
@DiscriminatorValue("D")
@NullUnmarked // what may be null, the mapping says
public class Dog extends Animal {
    @Column(name = "loudness", nullable = false)
    private int loudness;

    @Embedded
    private Collar collar;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "trainer_id")
    private Warden trainer;

    protected Dog() {}

    public Dog(String name, Warden warden, int loudness) {
        super(name, warden);
        this.loudness = loudness;
    }

    @Override
    public String noise() {
        return "woof";
    }

    public int getLoudness() {
        return loudness;
    }

    public void setLoudness(int loudness) {
        this.loudness = loudness;
    }

    public Collar getCollar() {
        return collar;
    }

    public void setCollar(Collar collar) {
        this.collar = collar;
    }

    public Warden getTrainer() {
        return trainer;
    }

    public void setTrainer(Warden trainer) {
        this.trainer = trainer;
    }
}
