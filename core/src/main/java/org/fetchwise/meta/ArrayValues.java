package org.fetchwise.meta;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fetchwise.error.MappingException;
import org.jspecify.annotations.Nullable;

/** What is taken out of arrays and made of their elements, whatever the elements are. */
final class ArrayValues {
    private ArrayValues() {}

    /** {@return the elements of an array or a collection} */
    static List<@Nullable Object> elements(Object value) {
        if (value instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        }
        int length = Array.getLength(value);
        List<@Nullable Object> elements = new ArrayList<>(length);
        for (int at = 0; at < length; at++) {
            elements.add(Array.get(value, at));
        }
        return elements;
    }

    /** {@return an array of elements} */
    static <A> A array(Class<A> type, List<? extends @Nullable Object> elements) {
        Class<?> component = type.getComponentType();
        if (component.isPrimitive() && elements.contains(null)) {
            throw new MappingException("A row holds NULL within an array of " + component
                    + ". Declare an array of objects, or mend the row.");
        }
        Object array = Array.newInstance(component, elements.size());
        for (int at = 0; at < elements.size(); at++) {
            Array.set(array, at, elements.get(at));
        }
        return type.cast(array);
    }

    /** {@return a value that stays what it is when the one given is changed} */
    static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> bytes.clone();
            case Object[] objects -> objects.clone();
            case List<?> list -> new ArrayList<>(list);
            case Set<?> set -> new LinkedHashSet<>(set);
            default -> array(value.getClass(), elements(value));
        };
    }

    /** {@return whether two values hold the same} */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return Arrays.deepEquals(new @Nullable Object[] {one}, new @Nullable Object[] {other});
    }
}
