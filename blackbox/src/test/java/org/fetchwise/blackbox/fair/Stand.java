package org.fetchwise.blackbox.fair;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** A stand, which alone knows its wares and posters, and shares a column with its helpers. */
@Entity
@Table(name = "stand")
@NullUnmarked // what may be null, the mapping says
public class Stand {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @Column(name = "name", nullable = false)
    private String name;

    @OneToMany
    @JoinColumn(name = "stand_id")
    private List<Ware> wares;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "stand_id", foreignKey = @ForeignKey(name = "fk_poster_of"))
    @OrderColumn(name = "place")
    private List<Poster> posters;

    @OneToMany
    @JoinColumn(name = "stand_id")
    @OrderBy("name")
    private Set<Helper> helpers;

    @OneToMany
    @JoinColumn(name = "stand_id", nullable = false)
    private Set<Permit> permits;

    protected Stand() {}

    public Stand(String name) {
        this.name = name;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<Ware> getWares() {
        return wares;
    }

    public void setWares(List<Ware> wares) {
        this.wares = wares;
    }

    public List<Poster> getPosters() {
        return posters;
    }

    public void setPosters(List<Poster> posters) {
        this.posters = posters;
    }

    public Set<Helper> getHelpers() {
        return helpers;
    }

    public Set<Permit> getPermits() {
        return permits;
    }
}
