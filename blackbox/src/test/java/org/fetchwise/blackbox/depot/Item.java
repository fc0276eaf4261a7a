package org.fetchwise.blackbox.depot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.List;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.annotation.OnDelete;
import org.jspecify.annotations.NullUnmarked;

/** An item, known by its crate and its line there. */
@Entity
@Table(name = "item")
@IdClass(ItemId.class)
@NullUnmarked // what may be null, the mapping says
public class Item {
    @Column(name = "title")
    private String title;

    @Id
    @Column(name = "line")
    private int line;

    @Id
    @ManyToOne
    @JoinColumn(name = "crate_id")
    @OnDelete(DeleteRule.CASCADE)
    private Crate crate;

    @OneToMany(mappedBy = "item")
    private List<Remark> remarks;

    protected Item() {}

    public Item(Crate crate, int line, String title) {
        this.crate = crate;
        this.line = line;
        this.title = title;
    }

    public Crate getCrate() {
        return crate;
    }

    public int getLine() {
        return line;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public List<Remark> getRemarks() {
        return remarks;
    }
}
