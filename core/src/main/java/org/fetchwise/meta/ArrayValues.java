package org.fetchwise.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fetchwise.error.MappingException;
import org.jspecify.annotations.Nullable;

/** What is taken out of arrays and made of their elements, whatever the elements are. */
final class ArrayValues {
    private static final @Nullable Object[] NOTHING = {};

    private ArrayValues() {}

    /** {@return the elements of an array or a collection} */
    static List<@Nullable Object> elements(Object value) {
        List<@Nullable Object> elements = new ArrayList<>();
        switch (value) {
            case Collection<?> collection -> elements.addAll(collection);
            case Object[] objects -> elements.addAll(Arrays.asList(objects));
            case boolean[] primitives -> {
                for (boolean each : primitives) {
                    elements.add(each);
                }
            }
            case short[] primitives -> {
                for (short each : primitives) {
                    elements.add(each);
                }
            }
            case int[] primitives -> {
                for (int each : primitives) {
                    elements.add(each);
                }
            }
            case long[] primitives -> {
                for (long each : primitives) {
                    elements.add(each);
                }
            }
            case float[] primitives -> {
                for (float each : primitives) {
                    elements.add(each);
                }
            }
            case double[] primitives -> {
                for (double each : primitives) {
                    elements.add(each);
                }
            }
            default -> throw new IllegalArgumentException(value.getClass() + " is no array");
        }
        return elements;
    }

    /** {@return an array of elements} */
    static <A> A array(Class<A> type, List<? extends @Nullable Object> elements) {
        if (type == boolean[].class) {
            boolean[] array = new boolean[elements.size()];
            for (int at = 0; at < array.length; at++) {
                array[at] = (Boolean) held(elements, at);
            }
            return type.cast(array);
        }
        if (type == short[].class) {
            short[] array = new short[elements.size()];
            for (int at = 0; at < array.length; at++) {
                array[at] = (Short) held(elements, at);
            }
            return type.cast(array);
        }
        if (type == int[].class) {
            int[] array = new int[elements.size()];
            for (int at = 0; at < array.length; at++) {
                array[at] = (Integer) held(elements, at);
            }
            return type.cast(array);
        }
        if (type == long[].class) {
            long[] array = new long[elements.size()];
            for (int at = 0; at < array.length; at++) {
                array[at] = (Long) held(elements, at);
            }
            return type.cast(array);
        }
        if (type == float[].class) {
            float[] array = new float[elements.size()];
            for (int at = 0; at < array.length; at++) {
                array[at] = (Float) held(elements, at);
            }
            return type.cast(array);
        }
        if (type == double[].class) {
            double[] array = new double[elements.size()];
            for (int at = 0; at < array.length; at++) {
                array[at] = (Double) held(elements, at);
            }
            return type.cast(array);
        }
        return objects(type, elements);
    }

    @SuppressWarnings("unchecked") // what is no array of primitives is one of objects
    private static <A> A objects(Class<A> type, List<? extends @Nullable Object> elements) {
        Class<? extends Object[]> objects = (Class<? extends Object[]>) type;
        Object[] array = Arrays.copyOf(NOTHING, elements.size(), objects);
        for (int at = 0; at < array.length; at++) {
            array[at] = elements.get(at);
        }
        return type.cast(array);
    }

    private static Object held(List<? extends @Nullable Object> elements, int at) {
        Object element = elements.get(at);
        if (element == null) {
            throw new MappingException(
                    "A row holds NULL within an array that is declared as one of primitives. Declare an"
                            + " array of objects, or mend the row.");
        }
        return element;
    }

    /** {@return a value that stays what it is when the one given is changed} */
    static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> bytes.clone();
            case Date date -> LegacyTimes.copy(date);
            case Calendar calendar -> calendar.clone();
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
