package org.fetchwise.blackbox.processor;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entity with an initialised relation, a constructor that calls a setter, and a method that writes a field. */
@Entity
class Gadget {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private @Nullable String name;

    private int weight;

    private @Nullable Float price;

    @Enumerated(EnumType.STRING)
    private Colour colour = Colour.RED;

    @Basic(fetch = FetchType.LAZY)
    @Column(columnDefinition = "text")
    private @Nullable String manual;

    @ManyToOne
    private @Nullable Maker maker = new Maker();

    @ManyToMany
    private List<Maker> dealers = List.of();

    Gadget() {
        setName("unnamed");
    }

    /** What a gadget may look like. */
    enum Colour {
        RED,
        BLUE
    }

    @Nullable
    Long getId() {
        return id;
    }

    @Nullable
    String getName() {
        return name;
    }

    final void rename(String to) {
        setName(to);
    }

    void setName(@Nullable String name) {
        this.name = name;
    }

    int getWeight() {
        return weight;
    }

    void grow() {
        weight = getWeight() + 1;
    }

    @Nullable
    Float getPrice() {
        return price;
    }

    Colour getColour() {
        return colour;
    }

    @Nullable
    String getManual() {
        return manual;
    }

    @Nullable
    Maker getMaker() {
        return maker;
    }

    void setMaker(@Nullable Maker maker) {
        this.maker = maker;
    }

    List<Maker> getDealers() {
        return dealers;
    }

    void setDealers(List<Maker> dealers) {
        this.dealers = dealers;
    }
}
