package org.fetchwise.blackbox.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A permit. */
@Entity
@Table(name = "permit")
@DiscriminatorValue("P")
@NullUnmarked // what may be null, the mapping says
public class Permit extends Paper {
    @Column(name = "country")
    private String country;

    protected Permit() {}

    public Permit(UUID id, String title, String country) {
        super(id, title);
        this.country = country;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }
}
