package org.fetchwise.blackbox.company;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** People who work together, with collections of values of every kind. */
@Entity
@Table(name = "team")
@NullUnmarked // what may be null, the mapping says
public class Team extends Identified<Long> {
    private String name;

    @ManyToOne
    @JoinColumn(name = "above_id")
    private Team above;

    @OneToMany(mappedBy = "above")
    private List<Team> parts;

    @ElementCollection
    private Set<String> skills;

    @ElementCollection
    @Column(name = "happens_on", nullable = false)
    @Enumerated(EnumType.STRING)
    private Set<DayOfWeek> days;

    @ElementCollection
    @OrderColumn
    private List<String> agenda;

    @ElementCollection
    @CollectionTable(name = "team_office", joinColumns = @JoinColumn(name = "team"))
    @AttributeOverride(name = "position.latitude", column = @Column(name = "north"))
    @OrderBy("city DESC")
    private List<Address> offices;

    @ElementCollection
    private List<Money> budgets;

    @ElementCollection
    @MapKeyColumn(name = "language", length = 20)
    @Column(name = "motto")
    private Map<String, String> mottos;

    @ElementCollection
    @CollectionTable(name = "team_guest")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<DayOfWeek, Address> guests;

    public Team() {}

    public Team(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Team getAbove() {
        return above;
    }

    public void setAbove(Team above) {
        this.above = above;
    }

    public List<Team> getParts() {
        return parts;
    }

    public Set<String> getSkills() {
        return skills;
    }

    public void setSkills(Set<String> skills) {
        this.skills = skills;
    }

    public Set<DayOfWeek> getDays() {
        return days;
    }

    public void setDays(Set<DayOfWeek> days) {
        this.days = days;
    }

    public List<String> getAgenda() {
        return agenda;
    }

    public void setAgenda(List<String> agenda) {
        this.agenda = agenda;
    }

    public List<Address> getOffices() {
        return offices;
    }

    public void setOffices(List<Address> offices) {
        this.offices = offices;
    }

    public List<Money> getBudgets() {
        return budgets;
    }

    public void setBudgets(List<Money> budgets) {
        this.budgets = budgets;
    }

    public Map<String, String> getMottos() {
        return mottos;
    }

    public void setMottos(Map<String, String> mottos) {
        this.mottos = mottos;
    }

    public Map<DayOfWeek, Address> getGuests() {
        return guests;
    }

    public void setGuests(Map<DayOfWeek, Address> guests) {
        this.guests = guests;
    }
}
