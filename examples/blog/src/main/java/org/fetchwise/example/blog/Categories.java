package org.fetchwise.example.blog;

import static org.fetchwise.example.blog.QCategory.CATEGORY;
import static org.fetchwise.example.blog.QPost.POST;

import org.fetchwise.QuerySet;

/** The categories. */
public interface Categories extends QuerySet<Category, Categories> {
    /** {@return the categories that have a post readers may see} */
    default Categories inUse() {
        return filter(CATEGORY.posts().any(POST.published));
    }
}
