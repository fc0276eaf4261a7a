package shop;

import java.util.Map;
import javax.annotation.processing.Generated;
import org.fetchwise.expr.ElementsPath;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.StringColumn;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;
import shop.Parcel.Box;

/** Paths that lead to the values of {@code Parcel.sides}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QParcelSidesElements<R> extends ElementsPath<R, Map.Entry<String, Box>> {
    /** The key, in the column {@code side}: VARCHAR(10), not null. */
    public final StringColumn<R> key = stringColumn(ParcelManaged.SIDES_KEY);

    private @Nullable QBox<R> value;

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the collection
     */
    public QParcelSidesElements(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /** {@return the path to the value} */
    public QBox<R> value() {
        QBox<R> path = value;
        return path != null ? path : (value = new QBox<>(this, "sides.value"));
    }
}
