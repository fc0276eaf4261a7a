package org.fetchwise.example.blog;

import org.fetchwise.Database;

/**
 * The blog's querysets over one database handle, as an application would have them injected.
 *
 * @param db the handle
 * @param posts all posts
 * @param comments all comments
 * @param users all users
 * @param categories all categories
 * @param tags all tags
 */
public record Blog(Database db, Posts posts, Comments comments, Users users, Categories categories, Tags tags) {
    /**
     * {@return the blog in a database}
     *
     * @param db the handle
     */
    public static Blog of(Database db) {
        return new Blog(
                db,
                db.querySet(Posts.class),
                db.querySet(Comments.class),
                db.querySet(Users.class),
                db.querySet(Categories.class),
                db.querySet(Tags.class));
    }
}
