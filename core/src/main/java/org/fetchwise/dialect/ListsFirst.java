package org.fetchwise.dialect;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Join;
import org.fetchwise.sql.Select;

/**
 * Begins a SELECT with the list of keys that is joined to its first table, for a database that cannot tell how long the list is.
 *
 * <pre>
 * FROM post JOIN KEYS ?0 list ON post.id = list.v   ->   FROM KEYS ?0 list JOIN post ON post.id = list.v
 * </pre>
 */
final class ListsFirst {
    private ListsFirst() {}

    static Select apply(Select select) {
        for (int at = 0; at < select.joins().size(); at++) {
            Join join = select.joins().get(at);
            if (join.item() instanceof FromItem.KeyList list && !join.outer()) {
                List<Join> joins = new ArrayList<>(select.joins());
                joins.remove(at);
                joins.addFirst(new Join(false, select.from(), join.condition()));
                return select.over(list, joins, select.where());
            }
        }
        return select;
    }
}
