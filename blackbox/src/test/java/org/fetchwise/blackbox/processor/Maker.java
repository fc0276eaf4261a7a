package org.fetchwise.blackbox.processor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** An entity whose key is assigned. */
@Entity
class Maker {
    @Id
    private @Nullable String code;

    Maker() {}

    Maker(String code) {
        this.code = code;
    }

    @Nullable
    String getCode() {
        return code;
    }
}
