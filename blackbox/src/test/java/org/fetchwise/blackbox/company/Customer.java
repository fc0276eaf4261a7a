package org.fetchwise.blackbox.company;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** Somebody who buys. */
@Entity
@Table(name = "customer")
@NullUnmarked // what may be null, the mapping says
public class Customer extends Revised<Long> {
    @Column(nullable = false)
    private String name;

    private Address home;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "work_street", length = 100))
    @AttributeOverride(name = "city", column = @Column(name = "work_city"))
    @AttributeOverride(name = "floor", column = @Column(name = "work_floor"))
    @AttributeOverride(name = "position.latitude", column = @Column(name = "work_latitude"))
    @AttributeOverride(name = "position.longitude", column = @Column(name = "work_longitude"))
    private Address work;

    private Money budget;

    @ManyToMany(mappedBy = "customers")
    private List<Project> projects;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Address getHome() {
        return home;
    }

    public void setHome(Address home) {
        this.home = home;
    }

    public Address getWork() {
        return work;
    }

    public void setWork(Address work) {
        this.work = work;
    }

    public Money getBudget() {
        return budget;
    }

    public void setBudget(Money budget) {
        this.budget = budget;
    }

    public List<Project> getProjects() {
        return projects;
    }

    /** Marks when the customer came. */
    public void cameAt(Instant moment) {
        setCreatedAt(moment);
    }
}
