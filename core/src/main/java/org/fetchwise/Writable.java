package org.fetchwise;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.fetchwise.expr.Assignment;
import org.fetchwise.expr.Column;

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

    /**
     * {@return the statements that {@code update} with this assignment sends, in their order, and the tables that they write, as
     * text} None is run.
     *
     * @param a a column and its new value
     * @throws org.fetchwise.error.QueryException if the update would be refused
     */
    default String explainUpdate(Assignment<? super T> a) {
        return explainUpdate(List.<Assignment<? super T>>of(a));
    }

    /**
     * {@return the statements that {@code updateAll} with these assignments sends, in their order, and the tables that they
     * write, as text} None is run.
     *
     * @param assignments the columns and their new values, at least one
     * @throws org.fetchwise.error.QueryException if the update would be refused
     */
    String explainUpdate(Collection<? extends Assignment<? super T>> assignments);

    /**
     * {@return the statements that {@link #delete} sends where there are rows at each step, in their order, and the tables that
     * they write, those that foreign keys of the database change included, as text} None is run.
     *
     * @throws org.fetchwise.error.QueryException if the deletion would be refused whatever the rows
     */
    String explainDelete();

    /**
     * {@return the same rows, to be updated or deleted so many at a time}
     *
     * @param size how many rows, at least 1
     */
    InChunks<T> inChunks(int size);

    /**
     * Inserts a row for a new object. The object gets its key, its version and the defaults of attributes that it leaves null.
     *
     * @param object a plain object, not one that a query gave
     * @return the same as a managed object, as queries give them
     * @throws org.fetchwise.error.ConstraintException if a constraint does not allow it
     */
    T create(T object);

    /**
     * Inserts a row whose values are given one by one; other attributes are what the entity's constructor leaves.
     *
     * @param values columns and their values
     * @return the new object
     * @throws org.fetchwise.error.ConstraintException if a constraint does not allow it
     */
    T createAll(Collection<? extends Assignment<? super T>> values);

    /**
     * Writes an object to its row: of one that a query gave the changed columns, of a plain one all columns. A plain one without
     * a key is inserted. A column {@code @Version} is checked and goes up.
     *
     * @param object the object
     * @return the same as a managed object
     * @throws org.fetchwise.error.StaleObjectException if the row has another version by now
     * @throws org.fetchwise.error.NotFoundException if there is no row
     */
    T save(T object);

    /**
     * Writes an object to its row, and a further column by an expression that the database evaluates.
     *
     * @param object the object
     * @param value the column and its value, as in {@code POST.viewCount.to(POST.viewCount.plus(1))}
     * @return the same as a managed object; where the database does not give the value back, the next touch reads it
     * @throws org.fetchwise.error.StaleObjectException if the row has another version by now
     * @throws org.fetchwise.error.NotFoundException if there is no row
     */
    T save(T object, Assignment<? super T> value);

    /**
     * Writes an object to its row, and further columns by expressions that the database evaluates.
     *
     * @param object the object
     * @param values the columns and their values
     * @return the same as a managed object; where the database does not give the values back, the next touch reads them
     * @throws org.fetchwise.error.StaleObjectException if the row has another version by now
     * @throws org.fetchwise.error.NotFoundException if there is no row
     */
    T saveAll(T object, Collection<? extends Assignment<? super T>> values);

    /**
     * Writes some columns of an object to its row, and no others, changed or not. What else was changed stays to be saved.
     *
     * @param object an object that has a key
     * @param columns the columns; those that the object has not loaded are left as they are
     * @return the same as a managed object
     * @throws org.fetchwise.error.StaleObjectException if the row has another version by now
     * @throws org.fetchwise.error.NotFoundException if there is no row
     */
    default T saveOnly(T object, Collection<? extends Column<? super T, ?>> columns) {
        return saveOnly(object, columns, List.of());
    }

    /**
     * Writes some columns of an object to its row, further ones by expressions that the database evaluates, and no others.
     *
     * @param object an object that has a key
     * @param columns the columns; those that the object has not loaded are left as they are
     * @param values further columns and their values
     * @return the same as a managed object; where the database does not give the values back, the next touch reads them
     * @throws org.fetchwise.error.StaleObjectException if the row has another version by now
     * @throws org.fetchwise.error.NotFoundException if there is no row
     */
    T saveOnly(
            T object,
            Collection<? extends Column<? super T, ?>> columns,
            Collection<? extends Assignment<? super T>> values);

    /**
     * Deletes the row of an object, and what the relations that lead to it take along by their rules.
     *
     * @param object an object that has a key
     * @return how many rows of which entity went; none if the row was gone already
     * @throws org.fetchwise.error.ProtectedException if a relation's rule forbids it; then no row is deleted
     * @throws org.fetchwise.error.StaleObjectException if the row has another version by now than the object; then no row is
     *     deleted
     */
    Deleted delete(T object);

    /**
     * Reads an object's row again. What was changed and not saved is lost, and relations are loaded anew when they are touched.
     *
     * @param object an object that a query gave
     * @throws org.fetchwise.error.NotFoundException if the row is gone
     */
    void refresh(T object);

    /**
     * Reads some columns of an object's row again; what was changed in the others stays.
     *
     * @param object an object that a query gave
     * @param columns the columns; with none there is no statement
     * @throws org.fetchwise.error.NotFoundException if the row is gone
     */
    void refreshAll(T object, Collection<? extends Column<? super T, ?>> columns);

    /**
     * {@return an object that stands for a row, without asking whether there is one} All but its key is loaded when it is touched.
     *
     * @param key the row's key
     */
    T ref(Object key);

    /**
     * Finds the object that has certain values, or creates it. Correct with any number of threads if a unique constraint covers
     * the values.
     *
     * @param values columns and their values
     * @param defaults further values of the object if it is created
     * @return the object, and whether it was created
     * @throws org.fetchwise.error.MultipleFoundException if several have the values
     */
    Found<T> getOrCreate(
            Collection<? extends Assignment<? super T>> values, Collection<? extends Assignment<? super T>> defaults);

    /**
     * Finds the object that has a certain value, or creates it. Correct with any number of threads if the column is unique.
     *
     * @param value a column and its value
     * @return the object, and whether it was created
     * @throws org.fetchwise.error.MultipleFoundException if several have the value
     */
    default Found<T> getOrCreate(Assignment<? super T> value) {
        return getOrCreate(List.<Assignment<? super T>>of(value), List.of());
    }

    /**
     * Finds the object that has certain values and changes it, or creates it.
     *
     * @param values columns and their values
     * @param updates what the object gets if it is found; expressions are evaluated by the database
     * @param defaults further values of the object if it is created
     * @return the object, and whether it was created
     * @throws org.fetchwise.error.MultipleFoundException if several have the values
     */
    Found<T> updateOrCreate(
            Collection<? extends Assignment<? super T>> values,
            Collection<? extends Assignment<? super T>> updates,
            Collection<? extends Assignment<? super T>> defaults);

    /**
     * Inserts rows for new objects with few statements, which take effect together. The objects get their keys and defaults.
     *
     * @param objects plain objects
     * @return the same as managed objects, in the same order; they are peers, as those of a query are
     * @throws org.fetchwise.error.ConstraintException if a constraint does not allow one; then none is inserted
     */
    default List<T> bulkCreate(Collection<? extends T> objects) {
        return bulkCreate(objects, Integer.MAX_VALUE);
    }

    /**
     * Inserts rows for new objects with few statements, which take effect together.
     *
     * @param objects plain objects
     * @param batchSize how many rows a statement takes at most, at least 1; the library takes fewer where that is better
     * @return the same as managed objects, in the same order
     * @throws org.fetchwise.error.ConstraintException if a constraint does not allow one; then none is inserted
     */
    List<T> bulkCreate(Collection<? extends T> objects, int batchSize);

    /**
     * Inserts a row for a new object and for all new ones that its relations lead to, with one statement for each table at a time,
     * which take effect together. All of them get their keys and defaults.
     *
     * @param object a plain object
     * @return the same as a managed object
     * @see #saveGraph(Collection)
     */
    default T saveGraph(T object) {
        return saveGraph(List.of(object)).getFirst();
    }

    /**
     * Inserts rows for new objects and for all new ones that their relations lead to: first what others refer to, then what
     * refers to it, then the rows of link tables; one statement for each table at a time, which take effect together. All of them
     * get their keys and defaults, and members of a collection their reference to its owner. An object that has a key stands for
     * a row that is there, unless it is one of those given. Where objects refer to each other in a circle, a reference that may
     * be NULL is set last.
     *
     * @param objects plain objects
     * @return the same as managed objects, in the same order
     * @throws org.fetchwise.error.QueryException if no order is possible, or a relation holds what cannot be inserted; then nothing
     *     is written
     * @throws org.fetchwise.error.ConstraintException if a constraint does not allow one; then none is inserted
     */
    List<T> saveGraph(Collection<? extends T> objects);

    /** {@return what inserts rows faster, because it does not ask for their keys, and from streams of any length} */
    WithoutKeys<T> withoutKeys();

    /**
     * Inserts rows for objects, and updates or leaves those that are there already; all together or none. Of objects with the
     * same values in the columns of the conflict the last one counts, or the first where rows are left. The objects stay as they
     * are, for the database does not say which of them has a new row.
     *
     * @param objects plain objects
     * @param conflict how it is told that a row is there, and what then happens
     * @return how many rows were inserted and updated, and how many objects were skipped
     * @throws org.fetchwise.error.ConstraintException if another constraint does not allow one; then none is written
     */
    default Upserted bulkUpsert(Collection<? extends T> objects, OnConflict<T> conflict) {
        return bulkUpsert(objects, conflict, Integer.MAX_VALUE);
    }

    /**
     * Inserts rows for objects, and updates or leaves those that are there already; all together or none.
     *
     * @param objects plain objects, which stay as they are
     * @param conflict how it is told that a row is there, and what then happens
     * @param batchSize how many rows a statement takes at most, at least 1; the library takes fewer where that is better
     * @return how many rows were inserted and updated, and how many objects were skipped
     * @throws org.fetchwise.error.ConstraintException if another constraint does not allow one; then none is written
     */
    Upserted bulkUpsert(Collection<? extends T> objects, OnConflict<T> conflict, int batchSize);

    /**
     * Gives the rows of objects the values that the objects have in some columns, with few statements that take effect together.
     * Of objects that stand for the same row the last one counts.
     *
     * @param objects objects that have keys
     * @param columns the columns, at least one
     * @return how many rows there were
     * @throws org.fetchwise.error.StaleObjectException if a row has another version by now, or two objects with a
     *     version stand for the same row; then none is changed
     */
    default long bulkUpdate(Collection<? extends T> objects, Collection<? extends Column<? super T, ?>> columns) {
        return bulkUpdate(objects, columns, Integer.MAX_VALUE);
    }

    /**
     * Gives the rows of objects the values that the objects have in some columns, with few statements that take effect together.
     *
     * @param objects objects that have keys
     * @param columns the columns, at least one
     * @param batchSize how many rows a statement takes at most, at least 1; the library takes fewer where that is better
     * @return how many rows there were
     * @throws org.fetchwise.error.StaleObjectException if a row has another version by now; then none is changed
     */
    long bulkUpdate(Collection<? extends T> objects, Collection<? extends Column<? super T, ?>> columns, int batchSize);

    /**
     * Changes the rows of objects, each by assignments of its own, which the database evaluates, with few statements that take
     * effect together. As with {@code update} no version is compared, and the objects stay as they are: refresh those that are
     * used further.
     *
     * @param objects objects that have keys; of two for the same row the last one counts
     * @param changes gives the assignments for an object, at least one, as in
     *     {@code post -> List.of(POST.viewCount.to(POST.viewCount.plus(gained(post))))}
     * @param batchSize how many rows a statement takes at most, at least 1; the library takes fewer where that is better
     * @return how many rows there were
     */
    long bulkUpdateEach(
            Collection<? extends T> objects,
            Function<? super T, ? extends Collection<? extends Assignment<? super T>>> changes,
            int batchSize);

    /**
     * {@return the statements that {@link #bulkCreate(Collection)} sends, why they are these, and the tables that they write, as
     * text} None is run, and no callback is called. A statement that names its rows one by one is shown with the first of them.
     *
     * @param objects plain objects, which stay as they are
     * @throws org.fetchwise.error.QueryException if one cannot be inserted
     */
    default String explainBulkCreate(Collection<? extends T> objects) {
        return explainBulkCreate(objects, Integer.MAX_VALUE);
    }

    /**
     * {@return what {@link #bulkCreate(Collection, int)} sends, as {@link #explainBulkCreate(Collection)} tells it}
     *
     * @param objects plain objects, which stay as they are
     * @param batchSize how many rows a statement takes at most, at least 1; the library takes fewer where that is better
     * @throws org.fetchwise.error.QueryException if one cannot be inserted
     */
    String explainBulkCreate(Collection<? extends T> objects, int batchSize);

    /**
     * {@return the statements that {@link #bulkUpsert(Collection, OnConflict)} sends, why they are these, and the tables that they
     * write, as text} None is run. A statement that names its rows one by one is shown with the first of them.
     *
     * @param objects plain objects, which stay as they are
     * @param conflict how it is told that a row is there, and what then happens
     * @throws org.fetchwise.error.QueryException if the upsert would be refused
     */
    default String explainBulkUpsert(Collection<? extends T> objects, OnConflict<T> conflict) {
        return explainBulkUpsert(objects, conflict, Integer.MAX_VALUE);
    }

    /**
     * {@return what {@link #bulkUpsert(Collection, OnConflict, int)} sends, as {@link #explainBulkUpsert(Collection, OnConflict)}
     * tells it}
     *
     * @param objects plain objects, which stay as they are
     * @param conflict how it is told that a row is there, and what then happens
     * @param batchSize how many rows a statement takes at most, at least 1; the library takes fewer where that is better
     * @throws org.fetchwise.error.QueryException if the upsert would be refused
     */
    String explainBulkUpsert(Collection<? extends T> objects, OnConflict<T> conflict, int batchSize);

    /**
     * {@return the statements that {@link #bulkUpdate(Collection, Collection)} sends, why they are these, and the tables that they
     * write, as text} None is run, and no callback is called, so columns that one would change are missing. A statement that names
     * its rows one by one is shown with the first of them.
     *
     * @param objects objects that have keys
     * @param columns the columns, at least one
     * @throws org.fetchwise.error.QueryException if the update would be refused
     */
    default String explainBulkUpdate(
            Collection<? extends T> objects, Collection<? extends Column<? super T, ?>> columns) {
        return explainBulkUpdate(objects, columns, Integer.MAX_VALUE);
    }

    /**
     * {@return what {@link #bulkUpdate(Collection, Collection, int)} sends, as {@link #explainBulkUpdate(Collection, Collection)}
     * tells it}
     *
     * @param objects objects that have keys
     * @param columns the columns, at least one
     * @param batchSize how many rows a statement takes at most, at least 1; the library takes fewer where that is better
     * @throws org.fetchwise.error.QueryException if the update would be refused
     */
    String explainBulkUpdate(
            Collection<? extends T> objects, Collection<? extends Column<? super T, ?>> columns, int batchSize);
}
