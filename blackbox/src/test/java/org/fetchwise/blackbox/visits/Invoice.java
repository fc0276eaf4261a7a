package org.fetchwise.blackbox.visits;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.NullUnmarked;

/** Somebody has to pay: twice the net amount, as the database calculates. */
@Entity
@Table(name = "invoice")
@NullUnmarked // what may be null, the mapping says
public class Invoice {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private int net;

    @Generated
    private Integer gross;

    @Column(insertable = false, length = 20)
    private String state;

    public Long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public int getNet() {
        return net;
    }

    public void setNet(int net) {
        this.net = net;
    }

    public Integer getGross() {
        return gross;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }
}
