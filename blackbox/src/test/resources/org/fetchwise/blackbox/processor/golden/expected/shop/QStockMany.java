package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToMany;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;
import shop.Shelf.Stock;

/** Paths that lead to any number of rows of {@link Stock}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QStockMany<R> extends QStockColumns<R> implements ToMany<R, Stock> {
    private @Nullable QShelfMany<R> shelf;
    private @Nullable QShelfMany<R> next;

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QStockMany(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /**
     * {@return this path, to those of its last rows only that fulfil a condition}
     *
     * @param condition a condition on one row
     */
    public QStockMany<R> filtered(Condition<? super Stock> condition) {
        return new QStockMany<>(parentOf(this), lastFiltered(this, condition));
    }

    /** {@return the path over {@code shelf}, columns {@code shelf_hall} and {@code shelf_nr}} */
    public QShelfMany<R> shelf() {
        QShelfMany<R> path = shelf;
        return path != null ? path : (shelf = new QShelfMany<>(this, StockManaged.SHELF));
    }

    /** {@return the path over {@code next}, columns {@code hall} and {@code nr}} */
    public QShelfMany<R> next() {
        QShelfMany<R> path = next;
        return path != null ? path : (next = new QShelfMany<>(this, StockManaged.NEXT));
    }
}
