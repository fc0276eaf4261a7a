package org.fetchwise.blackbox.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.annotation.OnDelete;
import org.jspecify.annotations.NullUnmarked;

/** An animal was looked at. */
@Entity
@Table(name = "checkup")
@NullUnmarked // what may be null, the mapping says
public class Checkup {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @Column(name = "finding")
    private String finding;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "animal_id", nullable = false)
    @OnDelete(DeleteRule.CASCADE)
    private Animal animal;

    protected Checkup() {}

    public Checkup(Animal animal, String finding) {
        this.animal = animal;
        this.finding = finding;
    }

    public Long getId() {
        return id;
    }

    public String getFinding() {
        return finding;
    }

    public Animal getAnimal() {
        return animal;
    }
}
