package org.fetchwise.hydrate;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a query returned: an unchangeable list, which keeps the objects of its evaluation together as peers. */
final class ResultList<E> extends AbstractList<E> implements RandomAccess {
    private final @Nullable Object[] elements;
    private final int size;

    /** Read by nobody: while the list lives, so does the evaluation that its objects turn to. */
    @SuppressWarnings("unused")
    private final @Nullable Evaluation evaluation;

    /**
     * Creates a list over an array.
     *
     * @param elements the elements, not to be changed any more, and perhaps free places behind them
     */
    ResultList(@Nullable Object[] elements, int size, @Nullable Evaluation evaluation) {
        this.elements = elements;
        this.size = size;
        this.evaluation = evaluation;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // What stands in the first places was put there as an E.
    public E get(int index) {
        return (E) elements[Objects.checkIndex(index, size)];
    }

    /** {@return a list of what becomes of each element, which holds on to the same evaluation} */
    @SuppressWarnings("NullAway") // Values may be null.
    <V> ResultList<V> map(Function<? super E, ? extends @Nullable Object> mapping) {
        @Nullable Object[] mapped = new Object[size];
        for (int at = 0; at < size; at++) {
            mapped[at] = mapping.apply(get(at));
        }
        return new ResultList<>(mapped, size, evaluation);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    @SuppressWarnings("NullAway") // Values may be null; the library's own annotations do not say so.
    public Object[] toArray() {
        return Arrays.copyOf(elements, size, Object[].class);
    }
}
