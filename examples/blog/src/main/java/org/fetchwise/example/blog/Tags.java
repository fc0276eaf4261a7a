package org.fetchwise.example.blog;

import static org.fetchwise.example.blog.QTag.TAG;

import org.fetchwise.QuerySet;

/** The tags. */
public interface Tags extends QuerySet<Tag, Tags> {
    /** {@return the tags in the order of the alphabet} */
    default Tags byName() {
        return orderBy(TAG.name);
    }
}
