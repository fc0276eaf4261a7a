package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.StringColumn;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;

/** The columns of {@link Tag}, as every path that leads to it has them. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
abstract class QTagColumns<R> extends EntityPath<R, Tag> {
    /** The column {@code name}: VARCHAR(255), primary key. */
    public final StringColumn<R> name = stringColumn(TagManaged.NAME);

    QTagColumns(EntityMeta<Tag> root) {
        super(root);
    }

    QTagColumns(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }
}
