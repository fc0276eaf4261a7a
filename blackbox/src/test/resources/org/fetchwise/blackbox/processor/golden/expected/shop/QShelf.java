package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Paths that lead to one row of {@link Shelf}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QShelf<R> extends QShelfColumns<R> implements ToOne<R, Shelf> {
    /** The description of {@link Shelf}. */
    public static final EntityMeta<Shelf> META = ShelfManaged.META;

    /** The start of every path over {@link Shelf}. */
    public static final QShelf<Shelf> SHELF = new QShelf<>(META);

    private @Nullable QStickerMany<R> stickers;
    private @Nullable QStickerMany<R> own;

    private QShelf(EntityMeta<Shelf> root) {
        super(root);
    }

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QShelf(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
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
