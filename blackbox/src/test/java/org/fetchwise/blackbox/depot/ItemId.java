package org.fetchwise.blackbox.depot;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The key of an item: that of its crate, and a line. */
@Embeddable
@NullUnmarked // what may be null, the mapping says
public class ItemId implements Serializable {
    private static final long serialVersionUID = 1L;

    private Long crate;
    private int line;

    protected ItemId() {}

    public ItemId(Long crate, int line) {
        this.crate = crate;
        this.line = line;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ItemId that && that.line == line && Objects.equals(that.crate, crate);
    }

    @Override
    public int hashCode() {
        return Objects.hash(crate, line);
    }

    @Override
    public String toString() {
        return crate + "/" + line;
    }
}
