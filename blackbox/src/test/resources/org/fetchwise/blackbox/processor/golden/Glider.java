package shop;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

@Entity
@DiscriminatorValue("G")
public class Glider extends Craft {
    private double span;

    public double getSpan() {
        return span;
    }
}
