package org.fetchwise.blackbox.company;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.jspecify.annotations.NullUnmarked;

/** Where somebody is found. */
@Embeddable
@NullUnmarked // what may be null, the mapping says
public class Address {
    private String street;

    @Column(length = 80)
    private String city;

    private Integer floor;

    @Embedded
    private Position position;

    protected Address() {}

    public Address(String street, String city, Integer floor, Position position) {
        this.street = street;
        this.city = city;
        this.floor = floor;
        this.position = position;
    }

    public String getStreet() {
        return street;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public Integer getFloor() {
        return floor;
    }

    public Position getPosition() {
        return position;
    }
}
