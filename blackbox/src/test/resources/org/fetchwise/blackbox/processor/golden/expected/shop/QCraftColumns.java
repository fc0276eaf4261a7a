package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.LongColumn;
import org.fetchwise.expr.StringColumn;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;

/** The columns of {@link Craft}, as every path that leads to it has them. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
abstract class QCraftColumns<R> extends EntityPath<R, Craft> {
    /** The column {@code id}: BIGINT, primary key. */
    public final LongColumn<R> id = longColumn(CraftManaged.ID);

    /** The column {@code name}: VARCHAR(255). */
    public final StringColumn<R> name = stringColumn(CraftManaged.NAME);

    QCraftColumns(EntityMeta<Craft> root) {
        super(root);
    }

    QCraftColumns(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }
}
