package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.IntColumn;
import org.fetchwise.expr.LongColumn;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** The columns of {@link Parcel}, as every path that leads to it has them. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
abstract class QParcelColumns<R> extends EntityPath<R, Parcel> {
    /** The column {@code id}: BIGINT, primary key. */
    public final LongColumn<R> id = longColumn(ParcelManaged.ID);

    /** The column {@code version}: SMALLINT, not null. */
    public final IntColumn<R> version = intColumn(ParcelManaged.VERSION);

    private @Nullable QLoad<R> load;

    QParcelColumns(EntityMeta<Parcel> root) {
        super(root);
    }

    QParcelColumns(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /** {@return the path to the embedded {@code load}} */
    public final QLoad<R> load() {
        QLoad<R> path = load;
        return path != null ? path : (load = new QLoad<>(this, "load"));
    }
}
