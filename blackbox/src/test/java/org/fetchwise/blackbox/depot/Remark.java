package org.fetchwise.blackbox.depot;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.annotation.OnDelete;
import org.jspecify.annotations.NullUnmarked;

/** A remark about an item, which shares the item's key; the hall and the bay are only read besides. */
@Entity
@Table(name = "remark")
@NullUnmarked // what may be null, the mapping says
public class Remark {
    @EmbeddedId
    private RemarkId id;

    @MapsId("item")
    @ManyToOne
    @JoinColumn(name = "item_line", referencedColumnName = "line")
    @JoinColumn(name = "item_crate", referencedColumnName = "crate_id")
    @OnDelete(DeleteRule.CASCADE)
    private Item item;

    @Column(name = "words")
    private String words;

    @Column(name = "seen_hall", length = 20)
    private String seenHall;

    @Column(name = "seen_bay")
    private Integer seenBay;

    @ManyToOne
    @JoinColumn(name = "seen_hall", referencedColumnName = "hall", insertable = false, updatable = false)
    @JoinColumn(name = "seen_bay", referencedColumnName = "bay", insertable = false, updatable = false)
    @OnDelete(DeleteRule.DO_NOTHING)
    private Rack seen;

    protected Remark() {}

    public Remark(RemarkId id, Item item, String words) {
        this.id = id;
        this.item = item;
        this.words = words;
    }

    public RemarkId getId() {
        return id;
    }

    public Item getItem() {
        return item;
    }

    public String getWords() {
        return words;
    }

    public Rack getSeen() {
        return seen;
    }

    public void setSeenHall(String seenHall) {
        this.seenHall = seenHall;
    }

    public void setSeenBay(Integer seenBay) {
        this.seenBay = seenBay;
    }
}
