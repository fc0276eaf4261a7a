package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** The columns of {@link Shelf}, as every path that leads to it has them. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
abstract class QShelfColumns<R> extends EntityPath<R, Shelf> {
    private @Nullable QPlace<R> place;

    QShelfColumns(EntityMeta<Shelf> root) {
        super(root);
    }

    QShelfColumns(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /** {@return the path to the embedded {@code place}} */
    public final QPlace<R> place() {
        QPlace<R> path = place;
        return path != null ? path : (place = new QPlace<>(this, "place"));
    }
}
