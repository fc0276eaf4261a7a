package org.fetchwise.meta;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array as it is stored: what is bound where the database has arrays.
 *
 * @param type how each element is stored
 * @param elements the elements in stored form, NULL among them
 */
public record StoredArray(StorageType type, List<@Nullable Object> elements) {
    /** Copies the elements, so that whoever holds them may change them. */
    public StoredArray {
        elements = Collections.unmodifiableList(new ArrayList<>(elements));
    }
}
