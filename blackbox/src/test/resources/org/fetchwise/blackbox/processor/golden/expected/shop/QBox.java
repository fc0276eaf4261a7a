package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.BooleanColumn;
import org.fetchwise.expr.DoubleColumn;
import org.fetchwise.expr.EmbeddedPath;
import org.fetchwise.expr.EntityPath;
import shop.Parcel.Box;

/** Paths that lead to an embedded {@link Box}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QBox<R> extends EmbeddedPath<R, Box> {
    /** The part {@code height}: DOUBLE. */
    public final DoubleColumn<R> height = doubleColumn(part("height"));

    /** The part {@code open}: BOOLEAN, not null. */
    public final BooleanColumn<R> open = booleanColumn(part("open"));

    /**
     * Creates the path to an object in a row of an entity. Users call the methods of a path instead.
     *
     * @param entity leads to the row
     * @param name the name of the field that holds the object
     */
    public QBox(EntityPath<R, ?> entity, String name) {
        super(entity, name);
    }

    /**
     * Creates the path to an object within another. Users call the methods of a path instead.
     *
     * @param outer leads to the object around
     * @param part the name of its field
     */
    public QBox(EmbeddedPath<R, ?> outer, String part) {
        super(outer, part);
    }
}
