package org.fetchwise.blackbox.library;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.NullUnmarked;

/** Numbered as Hibernate numbers when it is told nothing. */
@Entity
@NullUnmarked // what may be null, the mapping says
public class Ticket {
    @Id
    @GeneratedValue
    private Long id;

    private String label;

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }
}
