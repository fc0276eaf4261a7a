package org.fetchwise.blackbox.depot;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Where a rack stands.
 *
 * @param hall the hall
 * @param bay its number within the hall
 */
@Embeddable
public record Place(
        @Column(name = "hall", length = 20) String hall,
        @Column(name = "bay") int bay) {}
