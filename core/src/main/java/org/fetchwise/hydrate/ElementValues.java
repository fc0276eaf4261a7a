package org.fetchwise.hydrate;

import java.util.List;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Unmanaged;
import org.jspecify.annotations.Nullable;

/** What users get of rows that become no managed objects: the values of elements, and the objects of read-only entities. */
final class ElementValues {
    private ElementValues() {}

    /** {@return the objects that users get of what was read: of managed objects these themselves} */
    static <T> List<T> of(EntityMeta<?> meta, ResultList<T> read) {
        return meta.elements() == null && !meta.isReadOnly() ? read : read.map(ElementValues::value);
    }

    /** {@return the values of elements} */
    static Object[][] of(Object[][] elements) {
        Object[][] values = new Object[elements.length][];
        for (int at = 0; at < values.length; at++) {
            values[at] = new Object[elements[at].length];
            for (int place = 0; place < values[at].length; place++) {
                values[at][place] = value(elements[at][place]);
            }
        }
        return values;
    }

    @SuppressWarnings("NullAway") // a collection may hold null, as its column may
    private static Object value(@Nullable Object element) {
        return element instanceof Unmanaged read ? read.value() : element;
    }
}
