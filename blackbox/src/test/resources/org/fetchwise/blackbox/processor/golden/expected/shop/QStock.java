package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;
import shop.Shelf.Stock;

/** Paths that lead to one row of {@link Stock}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QStock<R> extends QStockColumns<R> implements ToOne<R, Stock> {
    /** The description of {@link Stock}. */
    public static final EntityMeta<Stock> META = StockManaged.META;

    /** The start of every path over {@link Stock}. */
    public static final QStock<Stock> STOCK = new QStock<>(META);

    private @Nullable QShelf<R> shelf;
    private @Nullable QShelf<R> next;

    private QStock(EntityMeta<Stock> root) {
        super(root);
    }

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QStock(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /** {@return the path over {@code shelf}, columns {@code shelf_hall} and {@code shelf_nr}} */
    public QShelf<R> shelf() {
        QShelf<R> path = shelf;
        return path != null ? path : (shelf = new QShelf<>(this, StockManaged.SHELF));
    }

    /** {@return the path over {@code next}, columns {@code hall} and {@code nr}} */
    public QShelf<R> next() {
        QShelf<R> path = next;
        return path != null ? path : (next = new QShelf<>(this, StockManaged.NEXT));
    }
}
