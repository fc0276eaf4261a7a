package shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Inherited attributes, and objects that are embedded in rows. */
@Entity
@EntityListeners(Parcel.Scale.class)
public class Parcel extends Kept<Long> {
    @Embedded
    @AttributeOverride(name = "weight", column = @Column(name = "total_weight"))
    private @Nullable Load load;

    @ElementCollection
    @OrderBy
    private Set<String> labels = Set.of();

    @ElementCollection
    @CollectionTable(name = "parcel_inner", foreignKey = @ForeignKey(name = "fk_inner"))
    private List<Box> inner = List.of();

    @ElementCollection
    @MapKeyColumn(name = "side", length = 10)
    private Map<String, Box> sides = Map.of();

    public Map<String, Box> getSides() {
        return sides;
    }

    public Set<String> getLabels() {
        return labels;
    }

    public void setLabels(Set<String> labels) {
        this.labels = labels;
    }

    public List<Box> getInner() {
        return inner;
    }

    public @Nullable Load getLoad() {
        return load;
    }

    public void setLoad(@Nullable Load load) {
        this.load = load;
    }

    @PreUpdate
    void pack() {}

    static class Scale {
        @PrePersist
        void weigh(Parcel parcel) {}

        @PreUpdate
        private void weighAgain(Kept<?> parcel) {}
    }

    @Embeddable
    public static class Load {
        private int weight;
        private @Nullable Box box;

        Load() {}

        public @Nullable Box getBox() {
            return box;
        }
    }

    @Embeddable
    public record Box(@Nullable Double height, boolean open) {}
}
