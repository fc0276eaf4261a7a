package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EmbeddedPath;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.IntColumn;
import org.jspecify.annotations.Nullable;
import shop.Parcel.Load;

/** Paths that lead to an embedded {@link Load}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QLoad<R> extends EmbeddedPath<R, Load> {
    /** The part {@code weight}: INTEGER, not null. */
    public final IntColumn<R> weight = intColumn(part("weight"));

    private @Nullable QBox<R> box;

    /**
     * Creates the path to an object in a row of an entity. Users call the methods of a path instead.
     *
     * @param entity leads to the row
     * @param name the name of the field that holds the object
     */
    public QLoad(EntityPath<R, ?> entity, String name) {
        super(entity, name);
    }

    /**
     * Creates the path to an object within another. Users call the methods of a path instead.
     *
     * @param outer leads to the object around
     * @param part the name of its field
     */
    public QLoad(EmbeddedPath<R, ?> outer, String part) {
        super(outer, part);
    }

    /** {@return the path to the embedded {@code box}} */
    public QBox<R> box() {
        QBox<R> path = box;
        return path != null ? path : (box = new QBox<>(this, "box"));
    }
}
