package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.expr.EmbeddedPath;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.IntColumn;
import org.fetchwise.expr.StringColumn;
import shop.Shelf.Place;

/** Paths that lead to an embedded {@link Place}, typed by the entity {@code R} that they start from. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class QPlace<R> extends EmbeddedPath<R, Place> {
    /** The part {@code hall}: VARCHAR(255). */
    public final StringColumn<R> hall = stringColumn(part("hall"));

    /** The part {@code nr}: INTEGER, not null. */
    public final IntColumn<R> nr = intColumn(part("nr"));

    /**
     * Creates the path to an object in a row of an entity. Users call the methods of a path instead.
     *
     * @param entity leads to the row
     * @param name the name of the field that holds the object
     */
    public QPlace(EntityPath<R, ?> entity, String name) {
        super(entity, name);
    }

    /**
     * Creates the path to an object within another. Users call the methods of a path instead.
     *
     * @param outer leads to the object around
     * @param part the name of its field
     */
    public QPlace(EmbeddedPath<R, ?> outer, String part) {
        super(outer, part);
    }
}
