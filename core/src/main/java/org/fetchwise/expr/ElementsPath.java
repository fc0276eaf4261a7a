package org.fetchwise.expr;

import java.util.List;
import java.util.Map;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ElementTable;
import org.fetchwise.meta.EmbeddedAttribute;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.query.Path;
import org.fetchwise.query.Term;
import org.fetchwise.query.Term.Quantifier;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;

/**
 * A path from the rows of {@code R} to the values of a collection; the base of the generated classes, which add the path to the
 * value itself. Immutable.
 *
 * @param <R> the entity that the path begins at
 * @param <T> the values
 */
@SuppressWarnings("exports") // what it is inside is for the library
public abstract class ElementsPath<R, T> extends EntityPath<R, T> implements ToMany<R, T> {
    /**
     * Creates the path that goes on from another one.
     *
     * @param parent the path that goes on
     * @param relation the collection
     */
    protected ElementsPath(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }

    /**
     * {@return whether a value is among the elements}
     *
     * @param value the value; of a map an entry
     */
    @Override
    public final Condition<R> contains(T value) {
        ElementTable table = table();
        ColumnAttribute key = table.key();
        Term holds = key == null || !(value instanceof Map.Entry<?, ?> entry)
                ? equal(element(table), value)
                : new Term.And(List.of(
                        equal(new Term.Column(Path.of(asEntity()), key), entry.getKey()),
                        equal(element(table), entry.getValue())));
        return new ConditionTerm<>(new Term.Quantified(Quantifier.ANY, path, holds));
    }

    private static Term equal(Term element, Object value) {
        return new Term.Compare(ComparisonOperator.EQUAL, element, new Term.Literal(value, element.type()));
    }

    private ElementTable table() {
        ElementTable table = asEntity().elements();
        if (table == null) {
            throw new IllegalStateException(asEntity() + " is no table of elements.");
        }
        return table;
    }

    /** One element, in conditions that speak of one at a time. */
    private Term element(ElementTable table) {
        Path root = Path.of(asEntity());
        EmbeddedAttribute object = table.object();
        ColumnAttribute column = table.columns().getFirst();
        return object == null ? new Term.Column(root, column) : Term.embedded(root, object);
    }
}
