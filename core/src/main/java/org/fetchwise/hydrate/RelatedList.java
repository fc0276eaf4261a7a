package org.fetchwise.hydrate;

import java.util.AbstractList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The list that a to-many relation holds: loaded with the first look at its elements, counted with the first look at its size,
 * never changed.
 */
final class RelatedList<E> extends AbstractList<E> implements RandomAccess {
    private final RelatedRows rows;

    RelatedList(RelatedRows rows) {
        this.rows = rows;
    }

    RelatedRows rows() {
        return rows;
    }

    @Override
    @SuppressWarnings("unchecked") // The rows of a relation are objects of its target.
    public E get(int index) {
        Object[] elements = rows.elements();
        return (E) elements[Objects.checkIndex(index, elements.length)];
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public Iterator<E> iterator() {
        // The elements are about to be read, and then their number needs no query of its own.
        rows.elements();
        return super.iterator();
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        rows.elements();
        return super.listIterator(index);
    }

    @Override
    public Spliterator<E> spliterator() {
        rows.elements();
        return super.spliterator();
    }

    @Override
    public List<E> subList(int from, int to) {
        rows.elements();
        return super.subList(from, to);
    }

    @Override
    public List<E> reversed() {
        rows.elements();
        return super.reversed();
    }

    @Override
    public E getFirst() {
        return get(requireAny(0));
    }

    @Override
    public E getLast() {
        return get(requireAny(rows.elements().length - 1));
    }

    private int requireAny(int index) {
        if (rows.elements().length == 0) {
            throw new NoSuchElementException();
        }
        return index;
    }

    @Override
    public int lastIndexOf(@Nullable Object element) {
        rows.elements();
        return super.lastIndexOf(element);
    }

    @Override
    public boolean containsAll(Collection<?> elements) {
        rows.elements();
        return super.containsAll(elements);
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
    public E removeFirst() {
        throw rows.readOnly();
    }

    @Override
    public E removeLast() {
        throw rows.readOnly();
    }

    @Override
    public void add(int index, E element) {
        throw rows.readOnly();
    }

    @Override
    public boolean addAll(Collection<? extends E> elements) {
        throw rows.readOnly();
    }

    @Override
    public boolean addAll(int index, Collection<? extends E> elements) {
        throw rows.readOnly();
    }

    @Override
    public E set(int index, E element) {
        throw rows.readOnly();
    }

    @Override
    public E remove(int index) {
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
    public void replaceAll(UnaryOperator<E> operator) {
        throw rows.readOnly();
    }

    @Override
    public void sort(@Nullable Comparator<? super E> order) {
        throw rows.readOnly();
    }

    @Override
    public void clear() {
        throw rows.readOnly();
    }

    @Override
    protected void removeRange(int from, int to) {
        throw rows.readOnly();
    }
}
