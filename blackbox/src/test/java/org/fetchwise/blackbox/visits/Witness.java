package org.fetchwise.blackbox.visits;

import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;

/** Notes on each object what it is told of it. */
public class Witness {
    @PrePersist
    void beforeInsertion(Traced object) {
        object.trace().add("PrePersist");
    }

    @PostPersist
    void afterInsertion(Traced object) {
        object.trace().add("PostPersist");
    }

    @PreUpdate
    private void beforeUpdate(Object object) {
        ((Traced) object).trace().add("PreUpdate");
    }

    @PostUpdate
    void afterUpdate(Traced object) {
        object.trace().add("PostUpdate");
    }

    @PreRemove
    void beforeRemoval(Traced object) {
        object.trace().add("PreRemove");
    }

    @PostRemove
    void afterRemoval(Traced object) {
        object.trace().add("PostRemove");
    }

    @PostLoad
    void afterLoading(Traced object) {
        object.trace().add("PostLoad");
    }
}
