package org.fetchwise.conformance;

import org.fetchwise.QuerySet;
import org.fetchwise.Row;
import org.fetchwise.Values;

/**
 * What a chain has come to: a queryset of objects, or a query of values.
 *
 * @param <T> the entity
 */
sealed interface Chain<T> {
    Model<T> model();

    /** What stands for it in the API, as the right side of a condition for one. */
    Object source();

    /** How far one element is from the next, 1 for all. */
    int step();

    /** Objects. */
    record Objects<T>(Model<T> model, QuerySet.Of<T> querySet, int step) implements Chain<T> {
        Objects<T> with(QuerySet.Of<T> changed) {
            return new Objects<>(model, changed, step);
        }

        @Override
        public Object source() {
            return querySet;
        }
    }

    /** Rows of values. */
    record Rows<T>(Model<T> model, Values<T, Row> values, Shape shape, int step) implements Chain<T> {
        Rows(Model<T> model, Values<T, Row> values, Shape shape) {
            this(model, values, shape, 1);
        }

        Rows<T> with(Values<T, Row> changed) {
            return new Rows<>(model, changed, shape);
        }

        @Override
        public Object source() {
            return values;
        }
    }

    /** Single values, made by the API without a name. */
    record Beginnings<T>(Model<T> model, Values<T, ?> values, int step) implements Chain<T> {
        Beginnings(Model<T> model, Values<T, ?> values) {
            this(model, values, 1);
        }

        Beginnings<T> with(Values<T, ?> changed) {
            return new Beginnings<>(model, changed);
        }

        @Override
        public Object source() {
            return values;
        }
    }

    /** How a row of values is written. */
    enum Shape {
        OBJECT,
        ARRAY,
        VALUE;

        /** The shape that an operation asks for. */
        static Shape of(String operation) {
            return switch (operation) {
                case "values_list" -> ARRAY;
                case "values_flat" -> VALUE;
                default -> OBJECT;
            };
        }
    }
}
