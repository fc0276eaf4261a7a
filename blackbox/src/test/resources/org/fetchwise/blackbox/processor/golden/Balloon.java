package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

@Entity
public class Balloon extends Craft {
    private int volume;

    @ManyToOne
    private User pilot;

    public int getVolume() {
        return volume;
    }

    public User getPilot() {
        return pilot;
    }
}
