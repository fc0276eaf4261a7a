package org.fetchwise.example.blog;

import static org.fetchwise.example.blog.QUser.USER;

import org.fetchwise.QuerySet;

/** The users. */
public interface Users extends QuerySet<User, Users> {
    /** {@return the users who may sign in} */
    default Users active() {
        return filter(USER.isActive);
    }
}
