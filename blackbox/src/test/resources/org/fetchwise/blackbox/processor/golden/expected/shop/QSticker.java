package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;
import shop.Shelf.Sticker;

/** Paths that lead to one row of {@link Sticker}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QSticker<R> extends QStickerColumns<R> implements ToOne<R, Sticker> {
    /** The description of {@link Sticker}. */
    public static final EntityMeta<Sticker> META = StickerManaged.META;

    /** The start of every path over {@link Sticker}. */
    public static final QSticker<Sticker> STICKER = new QSticker<>(META);

    private @Nullable QShelf<R> shelf;

    private QSticker(EntityMeta<Sticker> root) {
        super(root);
    }

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QSticker(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /** {@return the path over {@code shelf}, columns {@code hall} and {@code nr}} */
    public QShelf<R> shelf() {
        QShelf<R> path = shelf;
        return path != null ? path : (shelf = new QShelf<>(this, StickerManaged.SHELF));
    }
}
