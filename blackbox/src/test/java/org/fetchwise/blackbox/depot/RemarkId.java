package org.fetchwise.blackbox.depot;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The key of a remark: that of its item, which the relation tells, and a day. */
@Embeddable
@NullUnmarked // what may be null, the mapping says
public class RemarkId implements Serializable {
    private static final long serialVersionUID = 1L;

    private ItemId item;

    @Column(name = "written_on")
    private LocalDate day;

    protected RemarkId() {}

    public RemarkId(ItemId item, LocalDate day) {
        this.item = item;
        this.day = day;
    }

    public LocalDate getDay() {
        return day;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RemarkId that && Objects.equals(that.item, item) && Objects.equals(that.day, day);
    }

    @Override
    public int hashCode() {
        return Objects.hash(item, day);
    }
}
