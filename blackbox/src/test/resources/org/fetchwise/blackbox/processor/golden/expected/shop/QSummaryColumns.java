package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.LongColumn;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;

/** The columns of {@link Summary}, as every path that leads to it has them. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
abstract class QSummaryColumns<R> extends EntityPath<R, Summary> {
    /** The column {@code id}: BIGINT, primary key. */
    public final LongColumn<R> id = longColumn(SummaryManaged.ID);

    QSummaryColumns(EntityMeta<Summary> root) {
        super(root);
    }

    QSummaryColumns(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }
}
