package org.fetchwise.blackbox.depot;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.annotation.OnDelete;
import org.jspecify.annotations.NullUnmarked;

/** The plate on a rack, which has the rack's key. */
@Entity
@Table(name = "plate")
@NullUnmarked // what may be null, the mapping says
public class Plate {
    @EmbeddedId
    private Place id;

    @MapsId
    @OneToOne
    @OnDelete(DeleteRule.CASCADE)
    private Rack rack;

    @Column(name = "inscription")
    private String inscription;

    protected Plate() {}

    public Plate(Rack rack, String inscription) {
        this.rack = rack;
        this.inscription = inscription;
    }

    public Place getId() {
        return id;
    }

    public Rack getRack() {
        return rack;
    }

    public String getInscription() {
        return inscription;
    }
}
