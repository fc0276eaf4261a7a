package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToMany;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to any number of rows of {@link Parcel}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QParcelMany<R> extends QParcelColumns<R> implements ToMany<R, Parcel> {
    private @Nullable QParcelLabelsElements<R> labels;
    private @Nullable QParcelInnerElements<R> inner;
    private @Nullable QParcelSidesElements<R> sides;

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QParcelMany(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /**
     * {@return this path, to those of its last rows only that fulfil a condition}
     *
     * @param condition a condition on one row
     */
    public QParcelMany<R> filtered(Condition<? super Parcel> condition) {
        return new QParcelMany<>(parentOf(this), lastFiltered(this, condition));
    }

    /** {@return the path over the values of {@code labels}, in {@code Parcel_labels}} */
    public QParcelLabelsElements<R> labels() {
        QParcelLabelsElements<R> path = labels;
        return path != null ? path : (labels = new QParcelLabelsElements<>(this, ParcelManaged.LABELS));
    }

    /** {@return the path over the values of {@code inner}, in {@code parcel_inner}} */
    public QParcelInnerElements<R> inner() {
        QParcelInnerElements<R> path = inner;
        return path != null ? path : (inner = new QParcelInnerElements<>(this, ParcelManaged.INNER));
    }

    /** {@return the path over the values of {@code sides}, in {@code Parcel_sides}} */
    public QParcelSidesElements<R> sides() {
        QParcelSidesElements<R> path = sides;
        return path != null ? path : (sides = new QParcelSidesElements<>(this, ParcelManaged.SIDES));
    }
}
