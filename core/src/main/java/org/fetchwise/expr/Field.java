package org.fetchwise.expr;

import org.fetchwise.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * The value at the end of a path given as text: a column, the key of a relation, an annotation of the query, or a part of a
 * date or a time. In a row of values it has the name of the path as it was written.
 */
public final class Field extends TypedTerm<Object, Object> implements AnyExpr, Column<Object, Object> {
    Field(String path) {
        this(new Term.Named(path), null);
    }

    private Field(Term term, @Nullable String name) {
        super(term, name);
    }

    @Override
    public Field named(String name) {
        return new Field(asTerm(), name);
    }
}
