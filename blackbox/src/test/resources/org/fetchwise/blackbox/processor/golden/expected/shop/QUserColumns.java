package shop;

import java.util.UUID;
import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ValueColumn;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;

/** The columns of {@link User}, as every path that leads to it has them. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
abstract class QUserColumns<R> extends EntityPath<R, User> {
    /** The column {@code id}: UUID, primary key. */
    public final ValueColumn<R, UUID> id = valueColumn(UserManaged.ID, UUID.class);

    QUserColumns(EntityMeta<User> root) {
        super(root);
    }

    QUserColumns(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }
}
