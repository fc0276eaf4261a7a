package org.fetchwise.blackbox.visits;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.util.Locale;
import org.jspecify.annotations.NullUnmarked;

/** Somebody came. */
@Entity
@Table(name = "visit")
@NullUnmarked // what may be null, the mapping says
public class Visit extends Traced {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private String visitor;

    private String slug;

    public Long getId() {
        return id;
    }

    public String getVisitor() {
        return visitor;
    }

    public void setVisitor(String visitor) {
        this.visitor = visitor;
    }

    public String getSlug() {
        return slug;
    }

    @PrePersist
    @PreUpdate
    void shorten() {
        slug = getVisitor().toLowerCase(Locale.ROOT).replace(' ', '-');
        trace().add("entity");
    }

    @PostPersist
    void refuse() {
        if (getVisitor().equals("nobody")) {
            throw new IllegalStateException("Nobody came.");
        }
    }

    @Override
    protected void loaded() {
        trace().add("never called: it is not annotated");
    }
}
