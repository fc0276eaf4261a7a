package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.ManyToOne;

@Entity
@Inheritance
public abstract class Craft {
    @Id
    private Long id;

    private String name;

    @ManyToOne
    private User owner;

    public String getName() {
        return name;
    }

    public User getOwner() {
        return owner;
    }
}
