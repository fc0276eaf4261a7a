package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;

/** Paths that lead to one row of {@link Label}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QLabel<R> extends QLabelColumns<R> implements ToOne<R, Label> {
    /** The description of {@link Label}. */
    public static final EntityMeta<Label> META = LabelManaged.META;

    /** The start of every path over {@link Label}. */
    public static final QLabel<Label> LABEL = new QLabel<>(META);

    private QLabel(EntityMeta<Label> root) {
        super(root);
    }

    /**
     * Creates the path that goes on from another one. Users call the methods of a path instead.
     *
     * @param parent the path that goes on
     * @param relation the relation that it goes on over
     */
    public QLabel(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }
}
