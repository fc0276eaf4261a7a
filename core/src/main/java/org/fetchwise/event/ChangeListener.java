package org.fetchwise.event;

/**
 * Is told of what was written to rows of an entity. It may query and write; what it writes is told to listeners in turn. It must be
 * safe for use by several threads.
 *
 * @param <T> the entity
 */
@FunctionalInterface
public interface ChangeListener<T> {
    /**
     * Called for each change, on the thread that wrote it.
     *
     * @param change what was written
     */
    void changed(Change<T> change);

    /**
     * {@return whether it must know the keys of the rows that a query or a relation chose} Then they are read before such rows are
     * written, which costs a query that is not sent for anybody else.
     */
    default boolean needsKeys() {
        return false;
    }

    /**
     * {@return a listener that is told the keys of all rows, also of those that a query chose}
     *
     * @param listener what it does
     * @param <T> the entity
     */
    static <T> ChangeListener<T> withKeys(ChangeListener<T> listener) {
        return new ChangeListener<>() {
            @Override
            public void changed(Change<T> change) {
                listener.changed(change);
            }

            @Override
            public boolean needsKeys() {
                return true;
            }
        };
    }
}
