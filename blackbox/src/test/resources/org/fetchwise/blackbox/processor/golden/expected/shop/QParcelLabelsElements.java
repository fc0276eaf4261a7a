package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.ElementsPath;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.StringColumn;
import org.fetchwise.meta.RelationAttribute;

/** Paths that lead to the values of {@code Parcel.labels}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QParcelLabelsElements<R> extends ElementsPath<R, String> {
    /** The value, in the column {@code labels}: VARCHAR(255). */
    public final StringColumn<R> value = stringColumn(ParcelManaged.LABELS_VALUE);

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the collection
     */
    public QParcelLabelsElements(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }
}
