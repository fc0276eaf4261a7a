package org.fetchwise.blackbox.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** Who looks after animals. */
@Entity
@Table(name = "warden")
@NullUnmarked // what may be null, the mapping says
public class Warden {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @Column(name = "name")
    private String name;

    @OneToMany(mappedBy = "warden")
    private List<Animal> animals;

    @OneToMany(mappedBy = "trainer")
    private List<Dog> pupils;

    protected Warden() {}

    public Warden(String name) {
        this.name = name;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<Animal> getAnimals() {
        return animals;
    }

    public List<Dog> getPupils() {
        return pupils;
    }
}
