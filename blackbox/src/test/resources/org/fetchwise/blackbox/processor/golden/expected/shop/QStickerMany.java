package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToMany;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;
import shop.Shelf.Sticker;

/** Paths that lead to any number of rows of {@link Sticker}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QStickerMany<R> extends QStickerColumns<R> implements ToMany<R, Sticker> {
    private @Nullable QShelfMany<R> shelf;

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QStickerMany(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /**
     * {@return this path, to those of its last rows only that fulfil a condition}
     *
     * @param condition a condition on one row
     */
    public QStickerMany<R> filtered(Condition<? super Sticker> condition) {
        return new QStickerMany<>(parentOf(this), lastFiltered(this, condition));
    }

    /** {@return the path over {@code shelf}, columns {@code hall} and {@code nr}} */
    public QShelfMany<R> shelf() {
        QShelfMany<R> path = shelf;
        return path != null ? path : (shelf = new QShelfMany<>(this, StickerManaged.SHELF));
    }
}
