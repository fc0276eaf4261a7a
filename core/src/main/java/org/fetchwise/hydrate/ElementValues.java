package org.fetchwise.hydrate;

import java.util.List;
import org.fetchwise.meta.Element;
import org.fetchwise.meta.EntityMeta;
import org.jspecify.annotations.Nullable;

/** What users see of the rows of a table of elements: their values. */
final class ElementValues {
    private ElementValues() {}

    /** {@return the objects that users get of what was read: of elements their values, all others themselves} */
    static <T> List<T> of(EntityMeta<?> meta, ResultList<T> read) {
        return meta.elements() == null ? read : read.map(ElementValues::value);
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
        return element instanceof Element read ? read.value() : element;
    }
}
