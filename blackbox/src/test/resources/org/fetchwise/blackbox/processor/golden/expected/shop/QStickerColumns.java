package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.StringColumn;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import shop.Shelf.Sticker;

/** The columns of {@link Sticker}, as every path that leads to it has them. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
abstract class QStickerColumns<R> extends EntityPath<R, Sticker> {
    /** The column {@code text}: VARCHAR(255), primary key. */
    public final StringColumn<R> text = stringColumn(StickerManaged.TEXT);

    /** The column {@code colour}: VARCHAR(255). */
    public final StringColumn<R> colour = stringColumn(StickerManaged.COLOUR);

    QStickerColumns(EntityMeta<Sticker> root) {
        super(root);
    }

    QStickerColumns(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }
}
