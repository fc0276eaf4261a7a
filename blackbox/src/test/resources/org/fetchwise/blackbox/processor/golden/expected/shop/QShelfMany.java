package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToMany;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to any number of rows of {@link Shelf}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QShelfMany<R> extends QShelfColumns<R> implements ToMany<R, Shelf> {
    private @Nullable QStickerMany<R> stickers;
    private @Nullable QStickerMany<R> own;

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QShelfMany(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /**
     * {@return this path, to those of its last rows only that fulfil a condition}
     *
     * @param condition a condition on one row
     */
    public QShelfMany<R> filtered(Condition<? super Shelf> condition) {
        return new QShelfMany<>(parentOf(this), lastFiltered(this, condition));
    }

    /** {@return the path over {@code stickers}, through {@code shelf_sticker}} */
    public QStickerMany<R> stickers() {
        QStickerMany<R> path = stickers;
        return path != null ? path : (stickers = new QStickerMany<>(this, ShelfManaged.STICKERS));
    }

    /** {@return the path over {@code own}, whose rows refer to it by {@code lit_hall} and {@code lit_nr}} */
    public QStickerMany<R> own() {
        QStickerMany<R> path = own;
        return path != null ? path : (own = new QStickerMany<>(this, ShelfManaged.OWN));
    }
}
