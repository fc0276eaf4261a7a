package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.IntColumn;
import org.fetchwise.expr.StringColumn;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;
import shop.Shelf.Stock;

/** The columns of {@link Stock}, as every path that leads to it has them. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
abstract class QStockColumns<R> extends EntityPath<R, Stock> {
    /** The column {@code hall}: VARCHAR(255). */
    public final StringColumn<R> hall = stringColumn(StockManaged.HALL);

    /** The column {@code nr}: INTEGER. */
    public final IntColumn<R> nr = intColumn(StockManaged.NR);

    private @Nullable QPlace<R> id;

    QStockColumns(EntityMeta<Stock> root) {
        super(root);
    }

    QStockColumns(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /** {@return the path to the embedded {@code id}} */
    public final QPlace<R> id() {
        QPlace<R> path = id;
        return path != null ? path : (id = new QPlace<>(this, "id"));
    }
}
