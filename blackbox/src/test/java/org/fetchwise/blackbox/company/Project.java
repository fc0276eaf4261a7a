package org.fetchwise.blackbox.company;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.List;
import org.fetchwise.annotation.Ordering;
import org.jspecify.annotations.NullUnmarked;

/** Something that is planned in steps, for customers. */
@Entity
@Table(name = "project")
@Ordering("title")
@NullUnmarked // what may be null, the mapping says
public class Project extends Identified<Long> {
    @Column(nullable = false)
    private String title;

    @OneToMany(mappedBy = "project")
    @OrderBy("urgent DESC, id")
    private List<Step> steps;

    @OneToMany(mappedBy = "planned")
    @OrderColumn(name = "place")
    private List<Step> plan;

    @ManyToMany
    @OrderColumn(name = "rank_of")
    @JoinTable(
            name = "project_customer",
            joinColumns = @JoinColumn(name = "project_id"),
            inverseJoinColumns = @JoinColumn(name = "customer_id"))
    private List<Customer> customers;

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public List<Step> getSteps() {
        return steps;
    }

    public List<Step> getPlan() {
        return plan;
    }

    public void setPlan(List<Step> plan) {
        this.plan = plan;
    }

    public List<Customer> getCustomers() {
        return customers;
    }

    public void setCustomers(List<Customer> customers) {
        this.customers = customers;
    }
}
