package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.IntColumn;
import org.fetchwise.expr.LongColumn;
import org.fetchwise.expr.StringColumn;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** The columns of {@link Label}, as every path that leads to it has them. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
abstract class QLabelColumns<R> extends EntityPath<R, Label> {
    /** The column {@code id}: BIGINT, primary key. */
    public final LongColumn<R> id = longColumn(LabelManaged.ID);

    /** The column {@code text}: VARCHAR(255). */
    public final StringColumn<R> text = stringColumn(LabelManaged.TEXT);

    /** The column {@code width}: INTEGER, not null. */
    public final IntColumn<R> width = intColumn(LabelManaged.WIDTH);

    private @Nullable QBox<R> box;

    QLabelColumns(EntityMeta<Label> root) {
        super(root);
    }

    QLabelColumns(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /** {@return the path to the embedded {@code box}} */
    public final QBox<R> box() {
        QBox<R> path = box;
        return path != null ? path : (box = new QBox<>(this, "box"));
    }
}
