package org.fetchwise.blackbox.library;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Known by a random key. */
@Entity
@NullUnmarked // what may be null, the mapping says
public class Badge {
    @Id
    @GeneratedValue
    private UUID id;

    private String label;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }
}
