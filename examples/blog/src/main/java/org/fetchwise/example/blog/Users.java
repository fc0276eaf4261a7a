package org.fetchwise.example.blog;

import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QUser.USER;

import org.fetchwise.QuerySet;
import org.fetchwise.expr.LongExpr;

/** The users. */
public interface Users extends QuerySet<User, Users> {
    /** How many posts a user has written. */
    LongExpr<User> TOTAL_POSTS = USER.posts().count().named("total_posts");

    /** How many of them readers may see. */
    LongExpr<User> PUBLISHED_POSTS = USER.posts().count(POST.published).named("published_posts");

    /** How often the user's posts have been seen, all together. */
    LongExpr<User> TOTAL_VIEWS = USER.posts().viewCount.sum().orElse(0L).named("total_views");

    /** {@return the users who may sign in} */
    default Users active() {
        return filter(USER.isActive);
    }

    /** {@return the users with what they see about themselves when they have signed in} */
    default Users withDashboard() {
        return selectRelated(USER.profile()).annotate(TOTAL_POSTS, PUBLISHED_POSTS, TOTAL_VIEWS);
    }
}
