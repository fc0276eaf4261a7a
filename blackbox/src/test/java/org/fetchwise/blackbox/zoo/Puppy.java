package org.fetchwise.blackbox.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.jspecify.annotations.NullUnmarked;

/** A young dog. */
@Entity
@NullUnmarked // what may be null, the mapping says
public class Puppy extends Dog {
    @Column(name = "weeks")
    private Integer weeks;

    protected Puppy() {}

    public Puppy(String name, Warden warden, int loudness, Integer weeks) {
        super(name, warden, loudness);
        this.weeks = weeks;
    }

    @Override
    public String noise() {
        return "wiff";
    }

    public Integer getWeeks() {
        return weeks;
    }

    public void setWeeks(Integer weeks) {
        this.weeks = weeks;
    }
}
