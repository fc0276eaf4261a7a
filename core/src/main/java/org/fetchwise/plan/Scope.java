package org.fetchwise.plan;

import java.util.List;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToManyAttribute;
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
 * @param kept the paths over to-many relations that may be joined; over all others, a condition asks whether there is a row.
 *     Null where all may be joined, and multiply the rows
 * @param lowering what lowers the terms of the query that the scope belongs to
 */
record Scope(
        Path base,
        Node node,
        int group,
        @Nullable Scope outer,
        @Nullable List<Path> kept,
        Lowering lowering) {
    /** The group of what is no filter: it takes the joins that are there. */
    static final int LATEST = 0;

    Node resolve(Path path) {
        Scope home = home(path);
        Node at = home.node;
        for (RelationAttribute step :
                path.steps().subList(home.base.steps().size(), path.steps().size())) {
            at = at.step(step, home.group, home);
        }
        return at;
    }

    /** This scope or the nearest one around it that the path leads on from. */
    private Scope home(Path path) {
        if (isWithin(path)) {
            return this;
        }
        if (outer == null) {
            throw new QueryException("'" + path + "' begins at " + path.root() + ", but the query is about " + base
                    + ". Begin the path at " + base.root() + ".");
        }
        return outer.home(path);
    }

    private boolean isWithin(Path path) {
        int depth = base.steps().size();
        return path.root() == base.root()
                && path.steps().size() >= depth
                && path.steps().subList(0, depth).equals(base.steps());
    }

    /** The position of the first to-many relation of a path that is not to be joined, or -1. */
    int firstForeign(Path path) {
        Scope home = home(path);
        return nextForeign(home, path, home.base.steps().size());
    }

    /** The position of the to-many relation of a path that a negated condition asks about, or -1 where it has its row. */
    int asked(Path path) {
        int first = firstForeign(path);
        return first >= 0 && isJoined(path, first) ? nextForeign(home(path), path, first + 1) : first;
    }

    private static int nextForeign(Scope home, Path path, int from) {
        List<RelationAttribute> steps = path.steps();
        for (int at = from; at < steps.size(); at++) {
            if (steps.get(at) instanceof ToManyAttribute
                    && (home.kept == null || !home.kept.contains(prefix(path, at)))) {
                return at;
            }
        }
        return -1;
    }

    static Path prefix(Path path, int last) {
        return new Path(path.root(), path.steps().subList(0, last + 1));
    }

    /** Whether conditions ask for rows of to-many relations instead of joining them. */
    boolean asks() {
        return kept != null;
    }

    /** Whether the to-many relation at a position of a path has been joined for this group. */
    private boolean isJoined(Path path, int position) {
        Scope home = home(path);
        if (home.kept != null) {
            return false;
        }
        List<RelationAttribute> steps = path.steps();
        Node at = home.node;
        for (int depth = home.base.steps().size(); depth < position; depth++) {
            at = at.step(steps.get(depth), home.group, home);
        }
        return at.isJoined(steps.get(position), home.group);
    }

    /** The same place with its own group of joins over to-many relations. */
    Scope inGroup(int other) {
        return new Scope(base, node, other, outer, kept, lowering);
    }

    /** The same place where only some paths over to-many relations are joined. */
    Scope keeping(@Nullable List<Path> paths) {
        return new Scope(base, node, group, outer, paths, lowering);
    }

    /** A place within this one. */
    Scope inner(Path path, Node rows, @Nullable List<Path> joined) {
        return new Scope(path, rows, LATEST, this, joined, lowering);
    }

    /** The scope of the query around the one that this belongs to, or null. */
    @Nullable
    Scope enclosing() {
        Scope at = outer;
        while (at != null && at.lowering == lowering) {
            at = at.outer;
        }
        return at;
    }
}
