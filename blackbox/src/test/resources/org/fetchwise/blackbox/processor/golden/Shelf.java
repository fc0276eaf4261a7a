package shop;

import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys of several columns, of relations, and relations that share them. */
@Entity
public class Shelf {
    @EmbeddedId
    private @Nullable Place place;

    @ManyToMany
    @JoinTable(
            name = "shelf_sticker",
            joinColumns = {
                @JoinColumn(name = "shelf_nr", referencedColumnName = "nr"),
                @JoinColumn(name = "shelf_hall", referencedColumnName = "hall")
            },
            foreignKey = @ForeignKey(name = "fk_sticker_on_shelf"))
    private @Nullable Set<Sticker> stickers;

    @OneToMany(orphanRemoval = true)
    @JoinColumn(name = "lit_hall", referencedColumnName = "hall", foreignKey = @ForeignKey(name = "fk_own_of_shelf"))
    @JoinColumn(name = "lit_nr", referencedColumnName = "nr")
    @OrderColumn(name = "place")
    private @Nullable List<Sticker> own;

    public @Nullable List<Sticker> getOwn() {
        return own;
    }

    public @Nullable Place getPlace() {
        return place;
    }

    public @Nullable Set<Sticker> getStickers() {
        return stickers;
    }

    @Embeddable
    public record Place(String hall, int nr) {}

    @Entity
    @IdClass(StickerId.class)
    public static class Sticker {
        @Id
        private @Nullable String text;

        private @Nullable String colour;

        @Id
        @ManyToOne
        @JoinColumn(name = "hall", referencedColumnName = "hall", foreignKey = @ForeignKey(name = "fk_shelf"))
        @JoinColumn(name = "nr", referencedColumnName = "nr")
        private @Nullable Shelf shelf;

        public @Nullable Shelf getShelf() {
            return shelf;
        }

        public void setShelf(@Nullable Shelf shelf) {
            this.shelf = shelf;
        }
    }

    public record StickerId(Place shelf, String text) {}

    @Entity
    public static class Stock {
        @EmbeddedId
        private @Nullable Place id;

        @MapsId
        @OneToOne
        private @Nullable Shelf shelf;

        @Nullable
        private String hall;

        private @Nullable Integer nr;

        @ManyToOne
        @JoinColumns(
                value = {
                    @JoinColumn(name = "hall", insertable = false, updatable = false),
                    @JoinColumn(name = "nr", insertable = false, updatable = false)
                },
                foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        private @Nullable Shelf next;

        public @Nullable Shelf getShelf() {
            return shelf;
        }

        public @Nullable Shelf getNext() {
            return next;
        }
    }
}
