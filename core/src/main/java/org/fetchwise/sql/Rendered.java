package org.fetchwise.sql;

import java.util.List;
import java.util.Locale;
import org.fetchwise.meta.StorageType;

/**
 * A statement as text, and what its question marks stand for, in their order.
 *
 * @param text the statement
 * @param placeholders what is bound, in the order of the question marks
 */
public record Rendered(String text, List<Placeholder> placeholders) {
    public Rendered {
        placeholders = List.copyOf(placeholders);
    }

    /**
     * One question mark.
     *
     * @param slot the slot that its value comes from; several may share one
     * @param type how the value, or each value of a list, is stored
     * @param form how the value is made ready
     * @param further of a list of rows, how the values of its other columns are stored; they are in the slots behind the first
     */
    public record Placeholder(int slot, StorageType type, Form form, List<StorageType> further) {
        public Placeholder {
            further = List.copyOf(further);
        }

        /**
         * A question mark for the value of one slot.
         *
         * @param slot the slot
         * @param type how the value, or each value of a list, is stored
         * @param form how the value is made ready
         */
        public Placeholder(int slot, StorageType type, Form form) {
            this(slot, type, form, List.of());
        }

        /** {@return the slot and how its value is bound, as in {@code ?0 VARCHAR} and {@code ?1 BIGINT as list}} */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("?").append(slot).append(' ').append(type);
            further.forEach(next -> text.append(", ").append(next));
            return form == Form.VALUE
                    ? text.toString()
                    : text.append(" as ")
                            .append(form.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                            .toString();
        }
    }

    /** How the value of a slot is made ready for binding. */
    public enum Form {
        /** As it is. */
        VALUE,
        /** A collection, bound as one parameter. */
        LIST,
        /** A collection of values of a column, NULL among them, bound as one parameter. */
        COLUMN,
        /** Collections of equal size, one for each column, bound together as one list of rows. */
        ROWS,
        /** A text, as a pattern that finds it anywhere. */
        PATTERN_ANYWHERE,
        /** A text, as a pattern that finds it at the start. */
        PATTERN_START,
        /** A text, as a pattern that finds it at the end. */
        PATTERN_END,
        /** A text, as a pattern that matches it as a whole. */
        PATTERN_WHOLE
    }
}
