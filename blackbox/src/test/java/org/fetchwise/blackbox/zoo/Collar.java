package org.fetchwise.blackbox.zoo;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What a dog wears.
 *
 * @param colour its colour
 * @param number its number
 */
@Embeddable
public record Collar(
        @Column(name = "collar_colour") String colour,
        @Column(name = "collar_number") Integer number) {}
