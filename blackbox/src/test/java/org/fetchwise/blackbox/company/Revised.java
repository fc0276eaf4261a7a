package org.fetchwise.blackbox.company;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/**
 * What is changed now and then, and remembers how often.
 *
 * @param <K> the type of the key
 */
@MappedSuperclass
@Access(AccessType.FIELD)
@NullUnmarked // what may be null, the mapping says
public abstract class Revised<K> extends Identified<K> {
    @Version
    private int revision;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Transient
    private String note;

    public int getRevision() {
        return revision;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    protected void setCreatedAt(Instant createdAt) {
        this.createdAt = createdAt;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
