package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.LongColumn;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;

/** The columns of {@link Comment}, as every path that leads to it has them. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
abstract class QCommentColumns<R> extends EntityPath<R, Comment> {
    /** The column {@code id}: BIGINT, primary key. */
    public final LongColumn<R> id = longColumn(CommentManaged.ID);

    QCommentColumns(EntityMeta<Comment> root) {
        super(root);
    }

    QCommentColumns(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }
}
