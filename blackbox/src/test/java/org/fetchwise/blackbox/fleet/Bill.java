package org.fetchwise.blackbox.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A bill. */
@Entity
@Table(name = "bill")
@DiscriminatorValue("B")
@NullUnmarked // what may be null, the mapping says
public class Bill extends Paper {
    @Column(name = "amount")
    private long amount;

    protected Bill() {}

    public Bill(UUID id, String title, long amount) {
        super(id, title);
        this.amount = amount;
    }

    public long getAmount() {
        return amount;
    }

    public void setAmount(long amount) {
        this.amount = amount;
    }
}
