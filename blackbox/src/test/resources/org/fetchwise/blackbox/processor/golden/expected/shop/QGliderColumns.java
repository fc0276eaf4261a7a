package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.DoubleColumn;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.LongColumn;
import org.fetchwise.expr.StringColumn;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;

/** The columns of {@link Glider}, as every path that leads to it has them. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
abstract class QGliderColumns<R> extends EntityPath<R, Glider> {
    /** The column {@code id}: BIGINT, primary key. */
    public final LongColumn<R> id = longColumn(GliderManaged.ID);

    /** The column {@code name}: VARCHAR(255). */
    public final StringColumn<R> name = stringColumn(GliderManaged.NAME);

    /** The column {@code span}: DOUBLE, not null. */
    public final DoubleColumn<R> span = doubleColumn(GliderManaged.SPAN);

    QGliderColumns(EntityMeta<Glider> root) {
        super(root);
    }

    QGliderColumns(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    QGliderColumns(EntityPath<R, ?> wider, EntityMeta<Glider> entity) {
        super(wider, entity);
    }
}
