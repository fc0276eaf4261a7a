package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.IntColumn;
import org.fetchwise.expr.LongColumn;
import org.fetchwise.expr.StringColumn;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;

/** The columns of {@link Balloon}, as every path that leads to it has them. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
abstract class QBalloonColumns<R> extends EntityPath<R, Balloon> {
    /** The column {@code id}: BIGINT, primary key. */
    public final LongColumn<R> id = longColumn(BalloonManaged.ID);

    /** The column {@code name}: VARCHAR(255). */
    public final StringColumn<R> name = stringColumn(BalloonManaged.NAME);

    /** The column {@code volume}: INTEGER, not null. */
    public final IntColumn<R> volume = intColumn(BalloonManaged.VOLUME);

    QBalloonColumns(EntityMeta<Balloon> root) {
        super(root);
    }

    QBalloonColumns(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    QBalloonColumns(EntityPath<R, ?> wider, EntityMeta<Balloon> entity) {
        super(wider, entity);
    }
}
