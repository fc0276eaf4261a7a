package org.fetchwise.plan;

import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.query.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where paths lead within a SELECT: those that begin with the scope's own path to its node and on from there, all others to
 * the SELECT around it.
 *
 * @param base the path whose rows the node stands for
 * @param node the rows
 * @param group the group of joins over to-many relations
 * @param outer the scope around, or null
 */
record Scope(Path base, Node node, int group, @Nullable Scope outer) {
    /** The group of what is no filter: it takes the joins that are there. */
    static final int LATEST = 0;

    Node resolve(Path path) {
        List<RelationAttribute> steps = path.steps();
        int depth = base.steps().size();
        boolean inside = path.root() == base.root()
                && steps.size() >= depth
                && steps.subList(0, depth).equals(base.steps());
        if (!inside) {
            if (outer == null) {
                throw new QueryException("'" + path + "' begins at " + path.root() + ", but the query is about " + base
                        + ". Begin the path at " + base.root() + ".");
            }
            return outer.resolve(path);
        }
        Node at = node;
        for (RelationAttribute step : steps.subList(depth, steps.size())) {
            at = at.step(step, group);
        }
        return at;
    }

    /** Whether the to-many relation at a position of a path that begins here has been joined for this group. */
    boolean isJoined(Path path, int position) {
        List<RelationAttribute> steps = path.steps();
        Node at = node;
        for (int depth = base.steps().size(); depth < position; depth++) {
            at = at.step(steps.get(depth), group);
        }
        return at.isJoined(steps.get(position), group);
    }

    /** The same place with its own group of joins over to-many relations. */
    Scope inGroup(int other) {
        return new Scope(base, node, other, outer);
    }

    /** The same rows, spoken of from another root. */
    Scope from(Path root) {
        return new Scope(root, node, group, null);
    }
}
