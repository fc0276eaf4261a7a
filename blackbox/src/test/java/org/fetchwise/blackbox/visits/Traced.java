package org.fetchwise.blackbox.visits;

import jakarta.persistence.EntityListeners;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.List;

/** What remembers which of its callbacks were called. */
@MappedSuperclass
@EntityListeners(Witness.class)
public abstract class Traced {
    @Transient
    private final List<String> trace = new ArrayList<>();

    /** {@return what was called, in order} */
    public List<String> trace() {
        return trace;
    }

    @PrePersist
    @PreUpdate
    private void before() {
        trace.add("superclass");
    }

    @PostLoad
    protected void loaded() {
        trace.add("never called: it is overridden");
    }
}
