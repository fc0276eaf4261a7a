package org.fetchwise;

import java.util.Collection;
import java.util.List;
import org.fetchwise.expr.Assignment;

/**
 * The half of a {@link QuerySet} that writes. Everything is written when it is called, and nothing else is: there is no
 * session whose changes would be written later.
 *
 * @param <T> the entity
 */
public interface Writable<T> {
    /**
     * Gives columns of all rows new values in one statement, which the database evaluates on the rows as they were.
     *
     * @param a a column and its new value
     * @return how many rows there were, also those whose values stayed the same
     * @throws org.fetchwise.error.ConstraintException if a constraint does not allow it; then no row is changed
     */
    default long update(Assignment<? super T> a) {
        return updateAll(List.<Assignment<? super T>>of(a));
    }

    /**
     * Gives columns of all rows new values in one statement, which the database evaluates on the rows as they were.
     *
     * @param a a column and its new value
     * @param b a column and its new value
     * @return how many rows there were, also those whose values stayed the same
     * @throws org.fetchwise.error.ConstraintException if a constraint does not allow it; then no row is changed
     */
    default long update(Assignment<? super T> a, Assignment<? super T> b) {
        return updateAll(List.<Assignment<? super T>>of(a, b));
    }

    /**
     * Gives columns of all rows new values in one statement, which the database evaluates on the rows as they were.
     *
     * @param a a column and its new value
     * @param b a column and its new value
     * @param c a column and its new value
     * @return how many rows there were, also those whose values stayed the same
     * @throws org.fetchwise.error.ConstraintException if a constraint does not allow it; then no row is changed
     */
    default long update(Assignment<? super T> a, Assignment<? super T> b, Assignment<? super T> c) {
        return updateAll(List.<Assignment<? super T>>of(a, b, c));
    }

    /**
     * Gives columns of all rows new values in one statement, which the database evaluates on the rows as they were.
     *
     * @param a a column and its new value
     * @param b a column and its new value
     * @param c a column and its new value
     * @param d a column and its new value
     * @return how many rows there were, also those whose values stayed the same
     * @throws org.fetchwise.error.ConstraintException if a constraint does not allow it; then no row is changed
     */
    default long update(
            Assignment<? super T> a, Assignment<? super T> b, Assignment<? super T> c, Assignment<? super T> d) {
        return updateAll(List.<Assignment<? super T>>of(a, b, c, d));
    }

    /**
     * Gives columns of all rows new values in one statement, which the database evaluates on the rows as they were.
     *
     * @param a a column and its new value
     * @param b a column and its new value
     * @param c a column and its new value
     * @param d a column and its new value
     * @param e a column and its new value
     * @return how many rows there were, also those whose values stayed the same
     * @throws org.fetchwise.error.ConstraintException if a constraint does not allow it; then no row is changed
     */
    default long update(
            Assignment<? super T> a,
            Assignment<? super T> b,
            Assignment<? super T> c,
            Assignment<? super T> d,
            Assignment<? super T> e) {
        return updateAll(List.<Assignment<? super T>>of(a, b, c, d, e));
    }

    /**
     * Gives columns of all rows new values in one statement, which the database evaluates on the rows as they were.
     *
     * @param a a column and its new value
     * @param b a column and its new value
     * @param c a column and its new value
     * @param d a column and its new value
     * @param e a column and its new value
     * @param f a column and its new value
     * @return how many rows there were, also those whose values stayed the same
     * @throws org.fetchwise.error.ConstraintException if a constraint does not allow it; then no row is changed
     */
    default long update(
            Assignment<? super T> a,
            Assignment<? super T> b,
            Assignment<? super T> c,
            Assignment<? super T> d,
            Assignment<? super T> e,
            Assignment<? super T> f) {
        return updateAll(List.<Assignment<? super T>>of(a, b, c, d, e, f));
    }

    /**
     * Gives columns of all rows new values in one statement, which the database evaluates on the rows as they were.
     *
     * @param assignments the columns and their new values, at least one
     * @return how many rows there were, also those whose values stayed the same
     * @throws org.fetchwise.error.ConstraintException if a constraint does not allow it; then no row is changed
     */
    long updateAll(Collection<? extends Assignment<? super T>> assignments);

    /**
     * Deletes all rows, and what the relations that lead to them take along by their rules. Where nothing has to be known of the
     * rows it is one statement; else all statements take effect together.
     *
     * @return how many rows of which entity went
     * @throws org.fetchwise.error.ProtectedException if a relation's rule forbids it; then no row is deleted
     */
    Deleted delete();
}
