package org.fetchwise.hydrate;

import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.query.Path;

/**
 * Where the objects of a query go.
 *
 * @param evaluation what they become part of
 * @param group what they turn to when something is touched that is not loaded
 * @param path the path from the root of the evaluation by which they come
 */
record Destination(Evaluation evaluation, PeerGroup group, Path path) {
    /** {@return the known objects at the end of a path that goes on from {@link #path()}} */
    Members members(Path further) {
        Members known = evaluation.find(further.target());
        if (known != null) {
            return known;
        }
        Path whole = path;
        for (RelationAttribute step : further.steps()) {
            whole = whole.then(step);
        }
        return evaluation.members(whole);
    }
}
