package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to one row of {@link Parcel}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QParcel<R> extends QParcelColumns<R> implements ToOne<R, Parcel> {
    /** The description of {@link Parcel}. */
    public static final EntityMeta<Parcel> META = ParcelManaged.META;

    /** The start of every path over {@link Parcel}. */
    public static final QParcel<Parcel> PARCEL = new QParcel<>(META);

    private @Nullable QParcelLabelsElements<R> labels;
    private @Nullable QParcelInnerElements<R> inner;
    private @Nullable QParcelSidesElements<R> sides;

    private QParcel(EntityMeta<Parcel> root) {
        super(root);
    }

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QParcel(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
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
