package org.fetchwise.blackbox.company;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.NullUnmarked;

/**
 * What has a key that the database makes.
 *
 * @param <K> the type of the key
 */
@MappedSuperclass
@NullUnmarked // what may be null, the mapping says
public abstract class Identified<K> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private K id;

    public K getId() {
        return id;
    }
}
