package org.fetchwise.hydrate;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The set that a to-many relation holds: loaded with the first look at its elements, counted with the first look at its size,
 * never changed. It iterates in the order of its query.
 */
final class RelatedSet<E> extends AbstractSet<E> {
    private final RelatedRows rows;

    /** Made with the first search; several threads may make it, each the same. */
    private volatile @Nullable Set<Object> searchable;

    RelatedSet(RelatedRows rows) {
        this.rows = rows;
    }

    RelatedRows rows() {
        return rows;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        Set<Object> known = searchable;
        if (known == null) {
            known = new HashSet<>(Arrays.asList(rows.elements()));
            searchable = known;
        }
        return element != null && known.contains(element);
    }

    @Override
    public Spliterator<E> spliterator() {
        // The elements are about to be read, and then their number needs no query of its own.
        rows.elements();
        return super.spliterator();
    }

    @Override
    public Iterator<E> iterator() {
        return new Elements<>(rows);
    }

    @Override
    public Object[] toArray() {
        return rows.elements().clone();
    }

    @Override
    public <A> A[] toArray(A[] array) {
        rows.elements();
        return super.toArray(array);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        rows.elements();
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public boolean add(E element) {
        throw rows.readOnly();
    }

    @Override
    public boolean addAll(Collection<? extends E> elements) {
        throw rows.readOnly();
    }

    @Override
    public boolean remove(@Nullable Object element) {
        throw rows.readOnly();
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        throw rows.readOnly();
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        throw rows.readOnly();
    }

    @Override
    public boolean removeIf(Predicate<? super E> condition) {
        throw rows.readOnly();
    }

    @Override
    public void clear() {
        throw rows.readOnly();
    }

    /** Goes through the elements; removes none. */
    private static final class Elements<E> implements Iterator<E> {
        private final RelatedRows rows;
        private final Object[] elements;
        private int next;

        Elements(RelatedRows rows) {
            this.rows = rows;
            elements = rows.elements();
        }

        @Override
        public boolean hasNext() {
            return next < elements.length;
        }

        @Override
        @SuppressWarnings("unchecked") // The rows of a relation are objects of its target.
        public E next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return (E) elements[next++];
        }

        @Override
        public void remove() {
            throw rows.readOnly();
        }
    }
}
