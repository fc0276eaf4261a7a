package org.fetchwise.expr;

import org.fetchwise.error.QueryException;
import org.fetchwise.query.Clause;
import org.fetchwise.query.Path;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;

/**
 * The rows that a relation of an entity to itself leads to, step by step, from the rows of a query; these are among them. It is
 * a query of objects, in no order: {@code categories.filter(CATEGORY.isIn(walk(CATEGORY.children(), roots)))}. Immutable.
 *
 * <p>Each row is found once however many ways lead to it, and a circle ends the walk.
 *
 * @param <T> the entity
 */
public final class Walk<T> implements Entities<T> {
    private final Term.Walk walk;

    private Walk(Term.Walk walk) {
        this.walk = walk;
    }

    static <T> Walk<T> of(Path step, Query start) {
        step.whole("walk");
        if (step.isRoot() || step.target() != start.entity()) {
            throw new QueryException("A walk goes on where a step ends: '" + step + "' leads to " + step.target()
                    + ", and must lead to another " + step.root() + ".\nin query: " + start);
        }
        return new Walk<>(new Term.Walk(start, step, 0));
    }

    /**
     * {@return the rows that so many steps lead to, or fewer}
     *
     * @param steps the greatest number of steps, at least 1
     */
    public Walk<T> upTo(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("A walk has at least one step, not " + steps + ".");
        }
        return new Walk<>(new Term.Walk(walk.start(), walk.step(), steps));
    }

    /**
     * {@return in how many steps a row is reached, by the shortest way: 0 for the rows that the walk begins at, NULL for those
     * that it does not reach}
     *
     * @throws QueryException if the number of steps has no bound, for then a circle would not end
     */
    public LongExpr<T> distance() {
        if (walk.limit() == 0) {
            throw new QueryException("Steps are counted up to a bound, for a circle of rows has no last step: write"
                    + " upTo(...) before distance().\nin query: " + walk.start());
        }
        return new LongTerm<>(
                new Term.Distance(walk, Term.key(Path.of(walk.start().entity()))), null);
    }

    Query asQuery() {
        Term reached = new Term.In(Term.key(Path.of(walk.start().entity())), walk);
        return Query.of(walk.start().entity()).with(new Clause.Filter(reached));
    }

    Term.Walk asWalk() {
        return walk;
    }

    @Override
    public String toString() {
        return walk.toString();
    }
}
