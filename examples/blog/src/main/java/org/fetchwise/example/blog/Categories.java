package org.fetchwise.example.blog;

import static org.fetchwise.example.blog.QCategory.CATEGORY;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.expr.Functions.walk;

import org.fetchwise.QuerySet;

/** The categories. */
public interface Categories extends QuerySet<Category, Categories> {
    /** {@return the categories that have a post readers may see} */
    default Categories inUse() {
        return filter(CATEGORY.posts().any(POST.published));
    }

    /**
     * {@return categories and all that stand on them, directly or not}
     *
     * @param roots the categories
     */
    default Categories within(Categories roots) {
        return filter(CATEGORY.isIn(walk(CATEGORY.children(), roots)));
    }
}
