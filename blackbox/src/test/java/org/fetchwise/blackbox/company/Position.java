package org.fetchwise.blackbox.company;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A place on the globe.
 *
 * @param latitude degrees to the north
 * @param longitude degrees to the east
 */
@Embeddable
public record Position(@Nullable Double latitude, @Nullable Double longitude) {}
